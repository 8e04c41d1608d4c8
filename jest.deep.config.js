import { globSync, readFileSync } from 'node:fs';
import base from './jest.config.js';

process.env.KOTOZUTE_TESTS = 'deep';
process.env.TEST_SEED ??= '1';
console.log(`Random tests begin with TEST_SEED=${process.env.TEST_SEED}.`);

/** What is long by nature: every test written as `deepTest`. Files that hold nothing else are named `*.deep.ts`. */
export default {
  ...base,
  // Much of it waits for processes: with two workers the processor stands still a tenth of the time.
  maxWorkers: 3,
  testMatch: globSync('tests/**/*.{test,deep}.ts', { exclude: ['tests/browser/**'] })
    .filter((file) => readFileSync(file, 'utf8').includes('deepTest'))
    .map((file) => `<rootDir>/${file.replaceAll('\\', '/')}`),
};
