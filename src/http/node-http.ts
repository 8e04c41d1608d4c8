/** An `import` of this module would evaluate all its exports, including an unused web client, which adds 50 ms to a start. */
export const { createServer, maxHeaderSize, request } = process.getBuiltinModule('node:http');
export const { request: requestSecurely } = process.getBuiltinModule('node:https');
