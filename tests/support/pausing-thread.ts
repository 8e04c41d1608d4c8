import { Session } from 'node:inspector/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { CalledFunction, Position } from './first-calls.ts';

/*
 * Pauses the main thread at the beginning of functions. A session in the main thread itself could not continue it. The messages to
 * the main thread: 'ready', and after its answer the names of the functions in the order in which they were first called.
 */
const session = new Session();
const scripts = new Map<string, string>();
const names = new Map<string, string>();
const called: string[] = [];

parentPort?.once('message', () => {
  session.disconnect();
  parentPort?.postMessage(called);
  parentPort?.close();
});
session.on('Debugger.scriptParsed', ({ params: { url, scriptId } }) => scripts.set(url, scriptId));
session.on('Debugger.paused', ({ params: { hitBreakpoints = [] } }) => {
  for (const breakpointId of hitBreakpoints) {
    called.push(names.get(breakpointId) ?? '');
    void session.post('Debugger.removeBreakpoint', { breakpointId });
  }
  void session.post('Debugger.resume');
});
session.connectToMainThread();
await session.post('Debugger.enable');
const places = await Promise.all(
  (workerData as readonly CalledFunction[]).map(async ({ url, start, end }) => {
    const at = (position: Position) => ({ scriptId: scripts.get(url) ?? '', ...position });
    const { locations } = await session.post('Debugger.getPossibleBreakpoints', { start: at(start), end: at(end) });
    return { url, location: locations[0] };
  }),
);
for (const { url, location } of places) {
  if (!location) continue;
  // Two functions may begin at one place, which takes only one breakpoint.
  const { breakpointId } = await session
    .post('Debugger.setBreakpoint', { location })
    .catch(() => ({ breakpointId: '' }));
  if (breakpointId !== '') names.set(breakpointId, url);
}
parentPort?.postMessage('ready');
