// This file is preloaded into the processes under test. In the line's process, it measures how late timers fire. In the
// office's process, it causes trouble on command. Both react to SIGUSR2.
'use strict';
const { execFileSync } = require('node:child_process');
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { createHistogram } = require('node:perf_hooks');

const folder = process.env.HOLD_UP_FOLDER;
const [, script = '', part] = process.argv;
const isOffice = part === 'office';

/** Runs for ever. */
const loop = () => {
  for (;;);
};

/** Fills the heap until the process ends. */
const fillHeap = () => {
  const held = [];
  for (;;) held.push(new Array(100_000).fill(held.length));
};

if (script.endsWith('main.ts') && isOffice) {
  // The office must not use the line's core.
  execFileSync('taskset', ['-apc', process.env.HOLD_UP_CORE, String(process.pid)], { stdio: 'ignore' });
  const troubles = { loop, fillHeap };
  process.on('SIGUSR2', () => troubles[readFileSync(join(folder, 'trouble'), 'utf8')]());
} else if (script.endsWith('main.ts')) {
  const every = 5;
  const late = createHistogram();
  let due = performance.now() + every;
  setInterval(() => {
    const now = performance.now();
    // In microseconds. The smallest value that a histogram accepts is one.
    late.record(Math.max(1, Math.round((now - due) * 1000)));
    due = now + every;
  }, every).unref();
  process.on('SIGUSR2', () => {
    const told = { p99: late.percentile(99) / 1000, most: late.max / 1000 };
    writeFileSync(join(folder, 'late.new'), JSON.stringify(told));
    renameSync(join(folder, 'late.new'), join(folder, 'late.json'));
    late.reset();
  });
}
