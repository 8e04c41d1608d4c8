// The first thing `npm start` and `npm test` run. Plain JavaScript on purpose: it must also run on the Node that is too
// old for everything else, and say so in one sentence.
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
          'run "npm ci" without --omit=optional and start with "npm start"; on a platform without the locked Node ' +
          '(anything but Linux x64/arm64, macOS x64/arm64, Windows x64), install Node 26 yourself.',
  );
  process.exit(1);
}

// Type stripping costs a third of a second at every start, and 30 MB for as long as a program runs, unless its result is kept:
// by `npm ci` beside the packages or, where the user who runs this cannot use that, beside the data.
const { existsSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { enableCompileCache, constants } = require('node:module');
const installed = join(__dirname, 'node_modules/.cache/kotozute');
const { FAILED } = constants.compileCacheStatus;
if (!existsSync(installed) || enableCompileCache(installed).status === FAILED) {
  const data = process.env.DATA_DIR || 'data';
  try {
    // The first to write there makes the folder private to its owner.
    mkdirSync(data, { recursive: true, mode: 0o700 });
  } catch {
    // Whoever needs the folder says what is wrong with it.
  }
  enableCompileCache(join(data, 'compile-cache'));
}
