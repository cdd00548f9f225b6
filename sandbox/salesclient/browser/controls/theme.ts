import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/tokens';
import type { Theme as ThemeName } from '../app/session';

/** The blue of a new model-driven app. */
const brand: BrandVariants = {
  10: '#061724',
  20: '#082338',
  30: '#0a2e4a',
  40: '#0c3b5e',
  50: '#0e4775',
  60: '#0f548c',
  70: '#115ea3',
  80: '#0f6cbd',
  90: '#2886de',
  100: '#479ef5',
  110: '#62abf5',
  120: '#77b7f7',
  130: '#96c6fa',
  140: '#b4d6fa',
  150: '#cfe4fa',
  160: '#ebf3fc',
};

/** Fluent's design tokens by name. */
export function designTokens(theme: ThemeName): Theme {
  switch (theme) {
    case 'light':
      return createLightTheme(brand);
    case 'dark':
      return createDarkTheme(brand);
    case 'highContrast':
      return teamsHighContrastTheme;
  }
}

/** `context.fluentDesignLanguage` of a model-driven app with the modern look. */
export function fluentDesign(theme: ThemeName): ComponentFramework.FluentDesignState {
  return { tokenTheme: designTokens(theme), brand, isDarkTheme: theme !== 'light' };
}
