import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Every process that a test starts would compile the product anew.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'kotozute-tests-compiled');

/** Unit and story tests: everything but the real browser. Node itself runs them, as it runs the product. */
export default {
  // Files share one process per worker, so that the product is loaded twice and not once per file.
  runner: ['<rootDir>/tests/support/test-runner.ts', { runtime: 'child_process' }],
  setupFilesAfterEnv: ['<rootDir>/tests/support/jest.ts'],
  transform: {},
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/browser/'],
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/support/longest-first.ts',
  reporters: ['default', '<rootDir>/tests/support/skipped-tests.ts'],
};
