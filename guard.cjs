// Runs first in `npm start`, `npm test` and the other npm scripts that need Node 26. This is plain JavaScript on
// purpose. It must also run on a version of Node that is too old for the rest of the program, and report that.
'use strict';
const major = Number(process.versions.node.split('.')[0]);
if (major < 26 || typeof Temporal === 'undefined') {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  console.error(
    locale.startsWith('ja')
      ? `KotozuteにはNode 26が必要です(npmがプロジェクトと一緒に入れます)。これはNode ${process.versions.node} です。` +
          'npm ci を --omit=optional なしで実行し、npm start で起動してください。' +
          'Linux(x64、arm64)、macOS(x64、arm64)、Windows(x64)のほかでは、Node 26を自分で入れてください。'
      : `Kotozute needs Node 26, which npm installs with the project, but this is Node ${process.versions.node}: ` +
          'run "npm ci" without --omit=optional and start with "npm start"; on any platform other than ' +
          'Linux x64/arm64, macOS x64/arm64 and Windows x64, install Node 26 yourself.',
  );
  process.exit(1);
}

// Type stripping takes a third of a second at every start, and 30 MB for as long as a program runs. So its result is
// cached. `npm ci` puts the cache beside the packages. If it is missing, or if this user cannot use that folder, the
// cache is in the data folder.
const { existsSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { enableCompileCache, constants } = require('node:module');
const installed = join(__dirname, 'node_modules/.cache/kotozute');
const { FAILED } = constants.compileCacheStatus;
if (!existsSync(installed) || enableCompileCache(installed).status === FAILED) {
  const data = process.env.DATA_DIR || 'data';
  try {
    // The data folder may not exist yet. Only its owner may read it.
    mkdirSync(data, { recursive: true, mode: 0o700 });
  } catch {
    // Code that needs the folder reports what is wrong with it.
  }
  enableCompileCache(join(data, 'compile-cache'));
}
