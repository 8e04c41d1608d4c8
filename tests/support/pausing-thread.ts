import { Session } from 'node:inspector/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { CalledFunction, Position } from './first-calls.ts';

/*
 * Finds out which functions the main thread calls, by pausing it at their beginning. This runs in its own thread,
 * because a paused main thread could not continue itself. The thread sends 'ready'. After any message from the main
 * thread, it sends the URLs of the modules whose functions were called, in the order of the first calls.
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
  // Two functions may begin at the same position, where only one breakpoint can be set.
  const { breakpointId } = await session
    .post('Debugger.setBreakpoint', { location })
    .catch(() => ({ breakpointId: '' }));
  if (breakpointId !== '') names.set(breakpointId, url);
}
parentPort?.postMessage('ready');
