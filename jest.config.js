const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: true },
  ],
};

/** `testTimeout`: for a hook as for a test, long enough for a machine that has much else to do; a test that hangs is found, a slow one passes. */
const project = (displayName, testMatch, testPathIgnorePatterns, testTimeout) => ({
  displayName,
  testEnvironment: '<rootDir>/scripts/test-environment.cjs',
  runtime: '<rootDir>/scripts/test-runtime.cjs',
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
  testPathIgnorePatterns,
  testTimeout,
  transform,
  moduleNameMapper: {
    '^forkcast$': '<rootDir>/src/index.ts',
    '^forkcast/rules$': '<rootDir>/src/rules/authoring.ts',
    '^forkcast/testing$': '<rootDir>/src/domain/testing.ts',
    // Zod's fifty languages are as many files, which nothing here speaks.
    '^\\.\\./locales/index\\.cjs$': '<rootDir>/node_modules/zod/v4/locales/en.cjs',
    // A lazy import() of our own file names it with .js, as Node wants it; jest runs the .ts beside it.
    '^(\\.{1,2}/.+)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/dist\\.next-', '<rootDir>/cdktf.out/'],
});

/** What asks several rooms at once, by their doors: a command, a request over a socket, a call of the plugin, rules beside the registry. */
const several = [
  'cli',
  'contract',
  'differential',
  'doors',
  'printed.test.ts',
  'provider',
  'registry/server',
  'simulation',
  'tidy.test.ts',
];
const elsewhere = ['/test/acceptance/', '/test/matrix/', '\\.(?:conf|sim)\\.test\\.ts$'];

/** The tests of the constructs once more, with the toolkit that succeeds the one they name. */
const withCdktn = ({ moduleNameMapper, ...rest }) => ({
  ...rest,
  moduleNameMapper: { '^cdktf(/.*)?$': '<rootDir>/node_modules/cdktn$1', ...moduleNameMapper },
});

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: '100%',
  testSequencer: '<rootDir>/scripts/test-sequencer.cjs',
  projects: [
    project(
      'fast',
      ['**/*.test.ts'],
      [...elsewhere, ...several.map((place) => `<rootDir>/test/${place}${place.endsWith('.ts') ? '' : '/'}`)],
      60_000,
    ),
    project(
      'integration',
      several.map((place) => (place.endsWith('.ts') ? place : `${place}/**/*.test.ts`)),
      elsewhere,
      60_000,
    ),
    withCdktn(project('cdktn', ['constructs/**/*.test.ts'], [], 60_000)),
    project('acceptance', ['acceptance/**/*.acc.test.ts'], [], 120_000),
    project('conformance', ['conformance/**/*.conf.test.ts'], [], 600_000),
    project('matrix', ['matrix/**/*.test.ts'], [], 600_000),
    project('sim', ['simulation/**/*.sim.test.ts'], [], 3_600_000),
  ],
  reporters: ['default', ['<rootDir>/scripts/slowest-tests.cjs', { project: 'fast', limitSeconds: 30 }]],
};
