import powerApps from '@microsoft/eslint-plugin-power-apps';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import react from 'eslint-plugin-react';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The arrows of the architecture: each room and what it may import besides itself and packages. */
const rooms = {
  domain: [],
  dataverse: ['domain'],
  controls: ['domain', 'dataverse'],
  webresources: ['domain', 'dataverse'],
  service: ['domain', 'dataverse'],
  sandbox: [],
  tools: [],
};

const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./${room}`,
  from: Object.keys(rooms)
    .filter((other) => other !== room && !allowed.includes(other))
    .concat('tests')
    .map((other) => `./${other}`),
  message: `${room}/ may import only ${['its own files', ...allowed].join(', ')}.`,
}));

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/out/',
      '.cache/',
      '**/generated/',
      'test-results/',
      'playwright-report/',
      'coverage/',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.domain.json',
          './tsconfig.browser.json',
          './tsconfig.node.json',
          './tsconfig.salesclient.json',
          './tsconfig.tests.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.node.json' })] },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-eval': 'error',
      'no-alert': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['controls/**/*.{ts,tsx}', 'webresources/**/*.{ts,tsx}'],
    plugins: { '@microsoft/power-apps': powerApps, react, 'react-hooks': reactHooks },
    settings: { react: { version: '16.14' } },
    rules: {
      ...powerApps.configs.paCheckerHosted.rules,
      ...reactHooks.configs.recommended.rules,
      'react/no-danger': 'error',
      'react/jsx-key': 'error',
    },
  },
  {
    files: ['sandbox/salesclient/browser/**/*.{ts,tsx}'],
    plugins: { react, 'react-hooks': reactHooks },
    settings: { react: { version: '16.14' } },
    rules: { ...reactHooks.configs.recommended.rules, 'react/no-danger': 'error', 'react/jsx-key': 'error' },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'NewExpression[callee.name="Date"][arguments.length=0], MemberExpression[object.name="Date"][property.name="now"]',
          message: 'domain has no clock of its own: take a CalendarDate or an instant.',
        },
      ],
    },
  },
);
