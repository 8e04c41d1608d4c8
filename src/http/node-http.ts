/** Not imported, because an `import` would evaluate all exports, including an unused web client, which adds 50 ms to a start. */
export const { createServer, maxHeaderSize, request } = process.getBuiltinModule('node:http');
export const { request: requestSecurely } = process.getBuiltinModule('node:https');
