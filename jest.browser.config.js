import { existsSync } from 'node:fs';
import base from './jest.config.js';

// The headless shell is the same Chromium without windows. The tests take half the time with it.
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
process.env.CHROMIUM ||= browsers.find((path) => existsSync(path));
if (!process.env.CHROMIUM) {
  process.env.KOTOZUTE_TESTS_MISS = 'needs Chromium: apt-get install chromium-headless-shell fonts-noto-cjk';
}

/** Tests in a real Chromium: Debian's, or the one that CHROMIUM names. */
export default {
  ...base,
  testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
