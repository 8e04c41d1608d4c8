// This file is loaded into a server under test before anything else. When the process ends, this file writes the names
// of all packages from which modules were loaded, one per line. LOADED_PACKAGES is the path of the output file.
'use strict';
const { writeFileSync } = require('node:fs');
const { registerHooks } = require('node:module');

const names = new Set();
registerHooks({
  load(url, context, next) {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
    if (name) names.add(name);
    return next(url, context);
  },
});
process.on('exit', () => writeFileSync(process.env.LOADED_PACKAGES, [...names].sort().join('\n')));
