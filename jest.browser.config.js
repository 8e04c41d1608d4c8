import { existsSync } from 'node:fs';
import base from './jest.config.js';

// The headless shell is Chromium without windows. With it, the tests take half the time.
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
process.env.CHROMIUM ||= browsers.find((path) => existsSync(path));
if (!process.env.CHROMIUM) {
  process.env.KOTOZUTE_TESTS_MISS = 'needs Chromium: apt-get install chromium-headless-shell fonts-noto-cjk';
}

/** The tests in a real Chromium: Debian's, or the one at the path in the environment variable CHROMIUM. */
export default {
  ...base,
  testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
