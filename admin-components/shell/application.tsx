/** Around all of AdminJS: the colours as they are chosen, and the page's language for screen readers. */

import { ThemeProvider } from '@adminjs/design-system/styled-components';
import { useTranslation } from 'adminjs';
import { type ComponentType, useEffect } from 'react';
import { readStart } from '../start-state.js';
import { useTheme } from '../themes.js';

export function Application({ OriginalComponent }: { readonly OriginalComponent: ComponentType }) {
  const theme = useTheme();
  const { language } = useTranslation().i18n;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <ThemeProvider theme={readStart().themes[theme] as never}>
      <OriginalComponent />
    </ThemeProvider>
  );
}
