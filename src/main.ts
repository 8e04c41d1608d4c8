import { flushCompileCache } from 'node:module';
import { ConfigError, officeSecretAdvice, readConfig } from './config.ts';
import { alive, aliveEvery, refusedCode } from './edition/office-messages.ts';
import { loadEnvFile } from './env-file.ts';

/** Errors whose messages say everything to whoever starts the line; any other is a fault of ours and shows its stack. */
const selfExplaining = ['ConfigError', 'PromptsError', 'NoPromptFolderError', 'PortError'];

// Listeners that stay: the library that writes files listens too while it writes, and ends the process at once when it
// finds itself alone.
const { promise: toldToStop, resolve: stop } = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop());

const [, script = '', part, port] = process.argv;

/** The office: beside the line that started it and answers on `port`, or alone for a line on another machine. */
async function runOffice() {
  const config = readConfig(process.env);
  const say = (message: unknown) => void process.send?.(message, undefined, {}, () => {});
  say(alive);
  setInterval(() => say(alive), aliveEvery).unref();
  // Whoever started this office is gone: without a line nobody would end it.
  process.once('disconnect', () => process.exit(0));
  const { createContext } = await import('./office/context.ts');
  const { createOfficeApp } = await import('./office/office-app.ts');
  const { officeSocketPath } = await import('./common/office-socket.ts');
  const { startOffice } = await import('./office/start-office.ts');
  const line = port === undefined ? null : { port: Number(port), say };
  if (!line && config.officeSecret === null)
    throw new ConfigError(`The settings are not right:\n- OFFICE_SECRET: ${officeSecretAdvice}.`);
  const context = await createContext(config);
  const app = createOfficeApp(context, line ? null : config.officeSecret);
  return startOffice(app, context, { socketPath: officeSocketPath(config.dataFolder), line });
}

/** The line, with an office beside it unless it is to be alone. */
async function startLine() {
  const { runLine } = await import('./line/run-line.ts');
  // The line answers thousands of times a second and needs room for what is forgotten at once; the office keeps less of it.
  const office = (linePort: number) => [
    ...process.execArgv,
    '--max-semi-space-size=4',
    script,
    'office',
    String(linePort),
  ];
  const line = await runLine(readConfig(process.env), part === 'line' ? null : office);
  void line.refused.then(async () => {
    await line.stop();
    process.exit(1);
  });
  return line;
}

/** Loads every program and runs none: so `npm ci` has them compiled ahead. */
async function loadAll() {
  await import('./line/run-line.ts');
  await import('./office/context.ts');
  await import('./office/office-app.ts');
  await import('./office/start-office.ts');
  await import('./office/crawl/crawl-line.ts');
  process.exit(0);
}

try {
  if (part === 'compile') await loadAll();
  loadEnvFile();
  const server = await (part === 'office' ? runOffice() : startLine());
  flushCompileCache();
  await toldToStop;
  await server.stop();
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof Error && selfExplaining.includes(error.name);
  console.error(isExpected ? error.message : error);
  process.exit(isExpected && part === 'office' ? refusedCode : 1);
}
