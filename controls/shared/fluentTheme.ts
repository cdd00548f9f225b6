import { createTheme, type ITheme } from '@fluentui/react';
import type { ThemeTokens } from './themeTokens';

const themes = new WeakMap<ThemeTokens, ITheme>();

function themeOf(tokens: ThemeTokens): ITheme {
  return createTheme({
    palette: {
      themePrimary: tokens.colorBrandBackground,
      white: tokens.colorNeutralBackground1,
      neutralLighter: tokens.colorNeutralBackground1Hover,
      neutralLight: tokens.colorNeutralBackground1Selected,
      neutralPrimary: tokens.colorNeutralForeground1,
      neutralDark: tokens.colorNeutralForeground1,
      neutralSecondary: tokens.colorNeutralForeground3,
      neutralSecondaryAlt: tokens.colorNeutralForeground3,
    },
    defaultFontStyle: { fontFamily: tokens.fontFamilyBase },
  });
}

/**
 * Fluent 8's theme from the platform's tokens, for the Fluent components that controls use; Fluent's own where the
 * platform gives none. Made once for each theme.
 */
export function fluentTheme(tokens: ThemeTokens | null): ITheme | undefined {
  if (tokens === null) return undefined;
  const theme = themes.get(tokens) ?? themeOf(tokens);
  themes.set(tokens, theme);
  return theme;
}
