// This file is loaded into a server under test before anything else, and simulates faults of the machine. The
// environment variable FAULTS is JSON with these properties, all optional:
// - `deny`: paths at and below which reading or writing fails with an error code. Tests cannot use file permissions
//   instead, because they do not apply to root.
// - `now`: the time at which the clock starts, in milliseconds since the epoch.
// - `ahead`: a file with the number of milliseconds by which the clock is ahead. The test may change the file. In an
//   office, the stopwatch jumps by the same changes.
// - `absent`: packages that cannot be loaded, as if they were not installed.
'use strict';
const fs = require('node:fs');
const { resolve, sep } = require('node:path');
const { registerHooks, syncBuiltinESMExports } = require('node:module');

const { deny = [], now, ahead: aheadFile, absent = [] } = JSON.parse(process.env.FAULTS ?? '{}');

const reading = ['readdir', 'readFile', 'stat', 'lstat', 'open'];
const writing = ['mkdir', 'writeFile', 'rename', 'open', 'rm'];

function refusal(name, path, flags) {
  if (typeof path !== 'string') return null;
  const full = resolve(path);
  for (const { path: denied, to, code } of deny) {
    const isOpen = name === 'open' || name === 'openSync';
    const writes = isOpen ? flags !== undefined && flags !== 'r' && flags !== 0 : writing.includes(name);
    if (to === 'write' ? !writes : writes && !reading.includes(name)) continue;
    if (full !== denied && !full.startsWith(denied + sep)) continue;
    return Object.assign(new Error(`${code}: made up for a test, ${name} '${full}'`), {
      code,
      syscall: name,
      path: full,
    });
  }
  return null;
}

if (deny.length > 0) {
  for (const name of new Set([...reading, ...writing])) {
    const later = fs.promises[name];
    fs.promises[name] = async (path, ...rest) => {
      const error = refusal(name, path, rest[0]);
      if (error) throw error;
      return later(path, ...rest);
    };
    const called = fs[name];
    fs[name] = (path, ...rest) => {
      const error = refusal(name, path, rest[0]);
      if (!error) return called(path, ...rest);
      return rest.at(-1)(error);
    };
  }
  syncBuiltinESMExports();
}

if (aheadFile !== undefined) {
  const readAhead = () => Number(fs.readFileSync(aheadFile, 'utf8'));
  const first = readAhead();
  let ahead = first;
  setInterval(() => {
    ahead = readAhead();
  }, 50).unref();
  setClock(() => ahead);
  // Only the stopwatch of an office jumps. The line uses its stopwatch to notice a silent office. If it jumped too, the
  // line would restart the office.
  if (process.argv.includes('office')) {
    const { now: watch } = performance;
    performance.now = () => watch.call(performance) + ahead - first;
  }
}

if (now !== undefined) {
  const ahead = now - Date.now();
  setClock(() => ahead);
}

/** @param ahead returns the milliseconds by which the clock is ahead */
function setClock(ahead) {
  const RealDate = Date;
  const real = Date.now;
  const set = () => real() + ahead();
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(set());
      else super(...args);
    }
    static now() {
      return set();
    }
  };
  const instant = Temporal.Now.instant;
  Temporal.Now.instant = () => instant().add({ milliseconds: ahead() });
}

if (absent.length > 0) {
  // The child process for speech does not inherit the server's environment, so FAULTS is added to it.
  const children = require('node:child_process');
  const { spawn } = children;
  children.spawn = (file, args, options) => {
    const env = { ...(options.env ?? process.env), FAULTS: process.env.FAULTS };
    return spawn(file, ['--require', __filename, ...args], { ...options, env });
  };
  syncBuiltinESMExports();
  registerHooks({
    resolve(specifier, context, next) {
      if (absent.some((name) => specifier === name || specifier.startsWith(`${name}/`))) {
        throw Object.assign(new Error(`Cannot find package '${specifier}'`), { code: 'ERR_MODULE_NOT_FOUND' });
      }
      return next(specifier, context);
    },
  });
}
