/**
 * Node's modules for HTTP are loaded without `import`. An `import` would evaluate all their exports, including a web
 * client that is not used, and would add 50 ms to a start.
 */
export const { createServer, maxHeaderSize, request } = process.getBuiltinModule('node:http');
export const { request: requestSecurely } = process.getBuiltinModule('node:https');
