import type * as React from 'react';
import type { ThemeTokens } from './themeTokens';

/** The tokens that the style sheets use, and few others. */
const USED =
  /^(fontFamilyBase|color(Neutral\w+[1236]|StrokeFocus2|BrandForegroundLink|CompoundBrandBackground|Status\w+[13]|Palette(Blue|Peach|Pumpkin|DarkRed)\w+)(Hover|Selected)?)$/;

/**
 * The platform's tokens as custom properties for the outermost element, under the names that Fluent gives them.
 * Where the platform gives no theme (new look switched off), the style sheets fall back to Fluent's light theme.
 */
export function themeVariables(tokens: ThemeTokens | null): React.CSSProperties {
  const used = Object.entries(tokens ?? {}).filter(([name]) => USED.test(name));
  return Object.fromEntries(used.map(([name, value]) => [`--${name}`, value]));
}
