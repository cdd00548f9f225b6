import type * as React from 'react';
import type { ThemeTokens } from './themeTokens';

/** The platform's colours under the names that the style sheets use. */
const variables = {
  '--bci-font': 'fontFamilyBase',
  '--bci-text': 'colorNeutralForeground1',
  '--bci-muted': 'colorNeutralForeground3',
  '--bci-background': 'colorNeutralBackground1',
  '--bci-hover': 'colorNeutralBackground1Hover',
  '--bci-selected': 'colorNeutralBackground1Selected',
  '--bci-line': 'colorNeutralStroke2',
  '--bci-border': 'colorNeutralStroke1',
  '--bci-focus': 'colorStrokeFocus2',
  '--bci-link': 'colorBrandForegroundLink',
  '--bci-brand': 'colorCompoundBrandBackground',
  '--bci-danger': 'colorStatusDangerForeground1',
  '--bci-danger-background': 'colorStatusDangerBackground1',
  '--bci-danger-border': 'colorStatusDangerBorder1',
  '--bci-warning': 'colorStatusWarningForeground3',
  '--bci-warning-background': 'colorStatusWarningBackground1',
  '--bci-warning-border': 'colorStatusWarningBorder1',
  '--bci-hover-text': 'colorNeutralForeground1Hover',
  '--bci-selected-text': 'colorNeutralForeground1Selected',
  '--bci-track': 'colorNeutralBackground6',
  '--bci-aged-current': 'colorPaletteBlueBackground2',
  '--bci-aged-current-edge': 'colorPaletteBlueBorderActive',
  '--bci-aged-period1': 'colorPalettePeachBackground2',
  '--bci-aged-period1-edge': 'colorPalettePeachBorderActive',
  '--bci-aged-period2': 'colorPalettePumpkinBorderActive',
  '--bci-aged-period3': 'colorPaletteDarkRedBorderActive',
} as const;

/**
 * Custom properties for the outermost element. Where the platform gives no theme (new look switched off), the style
 * sheet falls back to Fluent's light theme.
 */
export function themeVariables(tokens: ThemeTokens | null): React.CSSProperties {
  const style: Record<string, string> = {};
  for (const [variable, token] of Object.entries(variables)) {
    const value = tokens?.[token];
    if (value !== undefined) style[variable] = value;
  }
  return style;
}
