// Run by `npm ci`: makes the JavaScript of every program and keeps it, so that the first start neither waits for that nor
// carries the compiler in its memory. Whatever goes wrong here, a program makes what it needs at its start.
'use strict';
async function compile() {
  const { mkdirSync } = require('node:fs');
  const { join } = require('node:path');
  // Where `guard.cjs` looks for it.
  const kept = join(__dirname, 'node_modules/.cache/kotozute');
  mkdirSync(kept, { recursive: true });
  require('node:module').enableCompileCache(kept);
  process.argv[2] = 'compile';
  await import('./src/main.ts');
}

// The Node that a machine has may be too old for any of it.
if (Number(process.versions.node.split('.')[0]) >= 26) compile().catch(() => {});
