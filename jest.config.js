import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Without this folder, every process that a test starts would compile the product anew.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'kotozute-tests-compiled');

/** All tests except those in a real browser. Node itself runs them without a transform, as it runs the product. */
export default {
  // The test files of a worker share one process, so that the product is loaded once for each worker and not for each
  // file.
  runner: ['<rootDir>/tests/support/test-runner.ts', { runtime: 'child_process' }],
  setupFilesAfterEnv: ['<rootDir>/tests/support/jest.ts'],
  transform: {},
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/browser/'],
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/support/longest-first.ts',
  reporters: ['default', '<rootDir>/tests/support/skipped-tests.ts'],
};
