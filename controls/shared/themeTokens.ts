type TokenName = keyof (ComponentFramework.ColorTokens &
  ComponentFramework.ColorPaletteTokens &
  ComponentFramework.ColorStatusTokens &
  ComponentFramework.FontFamilyTokens);

/** The platform's design tokens; any of them may be missing in an older client. */
export type ThemeTokens = Readonly<Partial<Record<TokenName, string>>>;

function isThemeTokens(theme: unknown): theme is ThemeTokens {
  return typeof theme === 'object' && theme !== null;
}

/**
 * The tokens of the theme in use; `null` where the new look is switched off.
 * The typings make the theme `any`: here it becomes what it is.
 */
export function themeTokens(design: ComponentFramework.FluentDesignState | undefined): ThemeTokens | null {
  const theme: unknown = design?.tokenTheme;
  return isThemeTokens(theme) ? theme : null;
}
