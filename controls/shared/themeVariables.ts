import type * as React from 'react';
import type { ThemeTokens } from './themeTokens';

/** The families of tokens that the style sheets use. */
const USED = /^(fontFamilyBase|color(Neutral|Stroke|Brand|Compound|Status|Palette(Blue|Peach|Pumpkin|DarkRed)))/;

/**
 * The platform's tokens as custom properties for the outermost element, under the names that Fluent gives them.
 * Where the platform gives no theme (new look switched off), the style sheets fall back to Fluent's light theme.
 */
export function themeVariables(tokens: ThemeTokens | null): React.CSSProperties {
  const used = Object.entries(tokens ?? {}).filter(([name]) => USED.test(name));
  return Object.fromEntries(used.map(([name, value]) => [`--${name}`, value]));
}
