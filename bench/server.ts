import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RungName } from './rungs/rung.ts';
import type { Usage } from './server-process.ts';

// The child process of one rung. It loads only what its rung needs, so that the memory of the rungs can be compared.

const [name = '', times] = process.argv.slice(2);

const builders: Readonly<Record<RungName, () => Promise<RequestListener>>> = {
  raw: async () => (await import('./rungs/raw.ts')).raw,
  'raw-form': async () => (await import('./rungs/raw.ts')).rawForm,
  'raw-hmac': async () => (await import('./rungs/raw.ts')).rawHmac,
  'express-hello': async () => (await import('./rungs/express-apps.ts')).expressHello(),
  'express-hmac': async () => (await import('./rungs/express-apps.ts')).expressHmac(),
  sample: async () => (await import('./rungs/sample-app.ts')).sample(),
  'sample-signed': async () => (await import('./rungs/sample-app.ts')).sampleSigned(),
  line: async () => (await import('./rungs/line-app.ts')).lineApp(times === undefined ? null : Number(times)),
};

const build = Object.entries(builders).find(([each]) => each === name)?.[1];
if (!build) throw new RangeError(`There is no rung "${name}".`);
const server = createServer({ keepAliveTimeout: 75_000 }, await build());
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const usage: Usage = {
    cpu: user + system,
    resident: process.memoryUsage.rss() / 1e6,
    peak: process.resourceUsage().maxRSS / 1e3,
  };
  process.send?.(usage);
});
// Ends this process with its parent, even if the parent is killed.
process.on('disconnect', () => process.exit(0));
