import { createTheme, type ITheme } from '@fluentui/react';
import type { ThemeTokens } from './themeTokens';

const themes = new WeakMap<ThemeTokens, ITheme>();

function themeOf(tokens: ThemeTokens): ITheme {
  return createTheme({
    palette: {
      themePrimary: tokens.colorBrandBackground,
      themeDarkAlt: tokens.colorBrandBackgroundHover,
      themeDark: tokens.colorBrandBackgroundPressed,
      themeDarker: tokens.colorBrandForegroundLinkHover,
      themeLight: tokens.colorBrandStroke2,
      white: tokens.colorNeutralBackground1,
      neutralLighter: tokens.colorNeutralBackground1Hover,
      neutralLight: tokens.colorNeutralBackground1Pressed,
      neutralPrimary: tokens.colorNeutralForeground1,
      neutralDark: tokens.colorNeutralForeground1Hover,
      neutralSecondary: tokens.colorNeutralForeground2,
      neutralTertiary: tokens.colorNeutralForegroundDisabled,
    },
    semanticColors: {
      link: tokens.colorBrandForegroundLink,
      linkHovered: tokens.colorBrandForegroundLinkHover,
      primaryButtonText: tokens.colorNeutralForegroundOnBrand,
      primaryButtonTextHovered: tokens.colorNeutralForegroundOnBrand,
      primaryButtonTextPressed: tokens.colorNeutralForegroundOnBrand,
    },
    defaultFontStyle: { fontFamily: tokens.fontFamilyBase },
  });
}

/** Fluent 8's theme from the platform's tokens; Fluent's own where the platform gives none. Made once for each theme. */
export function fluentTheme(tokens: ThemeTokens | null): ITheme | undefined {
  if (tokens === null) return undefined;
  const theme = themes.get(tokens) ?? themeOf(tokens);
  themes.set(tokens, theme);
  return theme;
}
