/**
 * Loaded without `import`. An `import` would evaluate all exports, including a web client that is not used, and add 50
 * ms to a start.
 */
export const { createServer, maxHeaderSize, request } = process.getBuiltinModule('node:http');
export const { request: requestSecurely } = process.getBuiltinModule('node:https');
