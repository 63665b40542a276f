/** The colours, light and dark, on the design system's names. Text keeps a contrast of 4.5 : 1 on every ground. */

import { combineStyles, type Theme, type ThemeOverride } from '@adminjs/design-system';

/** The design system's types take the font for a table of fonts; it is one CSS font family. */
type Override = Partial<Omit<ThemeOverride, 'font'>>;

const font = "'Inter Variable', 'Inter', system-ui, sans-serif";

const light = {
  colors: {
    primary100: '#2f4bd8',
    primary80: '#4d66e0',
    primary60: '#8595ea',
    primary40: '#b9c3f4',
    primary20: '#e6eafc',
    accent: '#3b3552',
    grey100: '#12172b',
    grey80: '#3a4158',
    grey60: '#5d6580',
    grey40: '#a9b0c3',
    grey20: '#eef0f5',
    white: '#ffffff',
    black: '#000000',
    text: '#12172b',
    bg: '#f5f6fa',
    container: '#ffffff',
    sidebar: '#ffffff',
    filterBg: '#f9fafc',
    border: '#e3e6ee',
    inputBorder: '#8b93a9',
    separator: '#e3e6ee',
    highlight: '#eef0f5',
    error: '#b3161f',
    errorDark: '#8c0f17',
    errorLight: '#fbe9ea',
    success: '#0f6d4e',
    successDark: '#0b553c',
    successLight: '#e3f4ed',
    warning: '#8a4b08',
    warningDark: '#6d3a04',
    warningLight: '#fcf0df',
    info: '#2f4bd8',
    infoDark: '#2338a6',
    infoLight: '#e6eafc',
    love: '#2f4bd8',
  },
};

/** The design system's white is the ground of inputs and its grey100 the text on them, so the scale turns round. */
const dark = {
  colors: {
    primary100: '#8fa2ff',
    primary80: '#7a90fb',
    primary60: '#5f74dd',
    primary40: '#3b4a94',
    primary20: '#262f5c',
    accent: '#c9c3e6',
    grey100: '#eceef6',
    grey80: '#c3c8d8',
    grey60: '#9aa1b8',
    grey40: '#5d6580',
    grey20: '#262b3d',
    white: '#1b2030',
    black: '#ffffff',
    text: '#eceef6',
    bg: '#12151f',
    container: '#1b2030',
    sidebar: '#171b28',
    filterBg: '#171b28',
    border: '#2c3246',
    inputBorder: '#6d7590',
    separator: '#2c3246',
    highlight: '#262b3d',
    error: '#ff8a8f',
    errorDark: '#ffb0b3',
    errorLight: '#43202a',
    success: '#62d3a7',
    successDark: '#8fe3c2',
    successLight: '#173a30',
    warning: '#f0b35e',
    warningDark: '#f6cb8f',
    warningLight: '#40301a',
    info: '#8fa2ff',
    infoDark: '#b3c0ff',
    infoLight: '#262f5c',
    love: '#8fa2ff',
  },
  shadows: {
    login: 'none',
    cardHover: '0 4px 12px 0 rgba(0,0,0,0.5)',
    drawer: '-2px 0 8px 0 rgba(0,0,0,0.5)',
    card: '0 1px 3px 0 rgba(0,0,0,0.5)',
    inputFocus: '0 2px 4px 0 rgba(0,0,0,0.4)',
    buttonFocus: '0 4px 6px 0 rgba(0,0,0,0.4)',
  },
};

/** The side bar stands beside the content from the last of these widths on; `top-bar.css` has it too. */
const measures = { font, breakpoints: ['577px', '769px', '1024px', '1200px'] };

/** The design system makes its borders of its own colours, once and for all. */
const themeOf = (
  colours: Override & { readonly colors: { readonly border: string; readonly bg: string } },
): Theme => {
  const { border, bg } = colours.colors;
  const borders = { default: `1px solid ${border}`, input: `1px solid ${border}`, bg: `1px solid ${bg}` };
  return { ...combineStyles(colours, { borders, sizes: { sidebarWidth: '256px' } }), ...measures };
};

export const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: themeOf(light),
  dark: themeOf(dark),
};
