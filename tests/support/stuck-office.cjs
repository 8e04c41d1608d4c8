// This file is loaded into a server under test before anything else. It makes the office hang at its start, silently.
'use strict';
if (process.argv.includes('office')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
