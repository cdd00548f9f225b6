/** Two runtimes, two projects: what runs in Node and what runs in a form. */
const shared = {
  rootDir: __dirname,
  transform: {
    '^.+\\.(ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'classic' } },
        },
      },
    ],
  },
  // These packages ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(p-queue|p-timeout|eventemitter3|temporal-polyfill|temporal-utils)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/', '<rootDir>/.cache/'],
};

module.exports = {
  // Tests of the local servers and of XML schemas take seconds on a busy machine.
  testTimeout: 20_000,
  reporters: ['default', '<rootDir>/tools/ci/jestResults.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/{domain,dataverse,solution,service,sandbox}/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/sandbox/salesclient/'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/{controls,webresources,sandbox/salesclient}/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/tests/controls/setup.ts'],
    },
  ],
};
