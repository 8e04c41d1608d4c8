// Run by `npm ci`: compiles the line, the office and the console ahead, so that their first start neither waits for that nor keeps
// the compiler in its memory. Whatever fails here is compiled at the start.
'use strict';
async function compile() {
  const { mkdirSync } = require('node:fs');
  const { join } = require('node:path');
  // Where `guard.cjs` looks for it, unless another folder is given.
  const kept = process.argv[2] ?? join(__dirname, 'node_modules/.cache/kotozute');
  mkdirSync(kept, { recursive: true });
  require('node:module').enableCompileCache(kept);
  process.argv[2] = 'compile';
  await import('./src/main.ts');
}

// The Node that a machine has may be too old for any of it.
if (Number(process.versions.node.split('.')[0]) >= 26) compile().catch(() => {});
