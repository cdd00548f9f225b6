import type * as React from 'react';
import type { ThemeTokens } from './themeTokens';

/** The tokens that the style sheets use. */
const tokenNames = [
  'fontFamilyBase',
  'colorNeutralForeground1',
  'colorNeutralForeground3',
  'colorNeutralBackground1Hover',
  'colorNeutralBackground1Selected',
  'colorNeutralStroke2',
  'colorNeutralStroke1',
  'colorStrokeFocus2',
  'colorBrandForegroundLink',
  'colorCompoundBrandBackground',
  'colorStatusDangerForeground1',
  'colorStatusDangerBackground1',
  'colorStatusDangerBorder1',
  'colorStatusWarningForeground3',
  'colorStatusSuccessForeground1',
  'colorNeutralBackground1',
  'colorNeutralForeground1Hover',
  'colorNeutralForeground1Selected',
  'colorNeutralBackground6',
  'colorPaletteBlueBackground2',
  'colorPaletteBlueBorderActive',
  'colorPalettePeachBackground2',
  'colorPalettePeachBorderActive',
  'colorPalettePumpkinBorderActive',
  'colorPaletteDarkRedBorderActive',
] as const;

/**
 * The platform's tokens as custom properties for the outermost element, under the names that Fluent gives them.
 * Where the platform gives no theme (new look switched off), the style sheets fall back to Fluent's light theme.
 */
export function themeVariables(tokens: ThemeTokens | null): React.CSSProperties {
  const style: Record<string, string> = {};
  for (const name of tokenNames) {
    const value = tokens?.[name];
    if (value !== undefined) style[`--${name}`] = value;
  }
  return style;
}
