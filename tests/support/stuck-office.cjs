// This file is loaded into a server under test before anything else. Its office stops there and never says anything.
'use strict';
if (process.argv.includes('office')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
