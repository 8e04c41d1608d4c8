// The first thing `npm start` and `npm test` run. Plain JavaScript on purpose: it must also run on the Node that is too
// old for everything else, and say so in one sentence.
'use strict';
const major = Number(process.versions.node.split('.')[0]);
if (major < 26 || typeof Temporal === 'undefined') {
  console.error(
    `Kotozute needs Node 26, which npm installs with the project, but this is Node ${process.versions.node}: ` +
      'run "npm ci" without --omit=optional and start with "npm start"; on a platform without the locked Node ' +
      '(anything but Linux x64/arm64, macOS x64/arm64, Windows x64), install Node 26 yourself.',
  );
  process.exit(1);
}

// Type stripping costs a third of a second at every start unless its result is kept, beside the data. This is the first to
// write there, so it makes the folder as it is to be: its owner's alone.
const data = process.env.DATA_DIR || 'data';
try {
  require('node:fs').mkdirSync(data, { recursive: true, mode: 0o700 });
} catch {
  // Whoever needs the folder says what is wrong with it.
}
require('node:module').enableCompileCache(require('node:path').join(data, 'compile-cache'));
