import { globSync, readFileSync } from 'node:fs';
import base from './jest.config.js';

process.env.KOTOZUTE_TESTS = 'deep';
process.env.TEST_SEED ??= '1';
console.log(`Random tests begin with TEST_SEED=${process.env.TEST_SEED}.`);

/** The tests that take long by nature, written as `deepTest`. Files with only such tests are named `*.deep.ts`. */
export default {
  ...base,
  // Three workers, because many of these tests wait for processes. With two, the processor is idle a tenth of the time.
  maxWorkers: 3,
  testMatch: globSync('tests/**/*.{test,deep}.ts', { exclude: ['tests/browser/**'] })
    .filter((file) => readFileSync(file, 'utf8').includes('deepTest'))
    .map((file) => `<rootDir>/${file.replaceAll('\\', '/')}`),
};
