/** Loaded without `import`, which would evaluate all exports, including an unused web client, and add 50 ms to a start. */
export const { createServer, maxHeaderSize, request } = process.getBuiltinModule('node:http');
export const { request: requestSecurely } = process.getBuiltinModule('node:https');
