/** An import would evaluate every export of this module, and with them a web client that nobody uses: 50 ms of a start. */
export const { createServer, maxHeaderSize, request } = process.getBuiltinModule('node:http');
export const { request: requestSecurely } = process.getBuiltinModule('node:https');
