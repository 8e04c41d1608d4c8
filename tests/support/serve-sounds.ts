import type { TestConsole } from './console-server.ts';

/**
 * Serves the sounds of console pages. The answers support range requests. Without them, a browser could not jump within
 * a sound.
 */
export function serveSounds({ app, office }: Pick<TestConsole, 'app' | 'office'>): void {
  app.get('/audio/:name', async ({ params, headers }, response) => {
    const key = params.name.replace('.wav', '');
    await office.narrator.ensureKey(key);
    const bytes = await office.cache.read(key);
    if (!bytes) return void response.status(404).end();
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
    response.type('audio/wav').set('Accept-Ranges', 'bytes');
    if (from === undefined) return void response.send(Buffer.from(bytes));
    const last = Math.min(Number(to || bytes.length - 1), bytes.length - 1);
    response.set('Content-Range', `bytes ${from}-${last}/${bytes.length}`);
    response.status(206).send(Buffer.from(bytes.subarray(Number(from), last + 1)));
  });
}
