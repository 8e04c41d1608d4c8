// Run by `npm ci`: compiles the line, the office and the console ahead of their first start, so that the first start
// neither waits for the compiler nor keeps it in memory. A file that cannot be compiled here is compiled at the start.
'use strict';
async function compile() {
  const { mkdirSync } = require('node:fs');
  const { join } = require('node:path');
  // The folder in which `guard.cjs` looks for the compiled code, unless another one is given.
  const kept = process.argv[2] ?? join(__dirname, 'node_modules/.cache/kotozute');
  mkdirSync(kept, { recursive: true });
  require('node:module').enableCompileCache(kept);
  process.argv[2] = 'compile';
  await import('./src/main.ts');
}

// The Node that runs this file may be too old for the code above.
if (Number(process.versions.node.split('.')[0]) >= 26) compile().catch(() => {});
