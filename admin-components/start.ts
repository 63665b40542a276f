/** Runs before AdminJS: hands it the state the server wrote into the page, the colours and the language to begin with. */

import { beginLanguage } from './languages.js';
import { readStart } from './start-state.js';
import { applyTheme, chosenTheme } from './themes.js';

const { redux } = readStart();
Object.assign(window, { REDUX_STATE: redux, THEME_COMPONENTS: {}, AdminJS: { Components: {} } });
applyTheme(chosenTheme());
beginLanguage();
