import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Without this cache, every process that a test starts would compile the product again.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'kotozute-tests-compiled');

/** The quick tests, without those in a real browser. Node runs them without a transform, as it runs the product. */
export default {
  // All test files of a worker run in one process. So the product is loaded once per worker instead of once per file.
  runner: ['<rootDir>/tests/support/test-runner.ts', { runtime: 'child_process' }],
  setupFilesAfterEnv: ['<rootDir>/tests/support/jest.ts'],
  transform: {},
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/browser/'],
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/support/longest-first.ts',
  reporters: ['default', '<rootDir>/tests/support/skipped-tests.ts'],
};
