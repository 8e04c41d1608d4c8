import base from './jest.config.js';

/** Tests in a real Chromium (Debian's, at /usr/bin/chromium or where CHROMIUM says). */
export default {
  ...base,
  testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
