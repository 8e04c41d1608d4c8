import { flushCompileCache } from 'node:module';
import { readConfig } from './config.ts';

/** Errors whose messages say everything to whoever starts the line; any other is a fault of ours and shows its stack. */
const selfExplaining = ['ConfigError', 'PromptsError', 'NoPromptFolderError', 'PortError'];

// Listeners that stay: the library that writes files listens too while it writes, and ends the process at once when it
// finds itself alone.
const { promise: toldToStop, resolve: stop } = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop());

try {
  process.loadEnvFile();
} catch {
  // Without an .env file the defaults hold.
}

/** Line and office in one process. */
async function startAll() {
  const { createApp } = await import('./app.ts');
  const { createContext } = await import('./context.ts');
  const { startServer } = await import('./start-server.ts');
  const context = await createContext(readConfig(process.env), { makeApp: createApp });
  return startServer(createApp(context), context);
}

/** The line alone, with what an office has left in DATA_DIR. */
async function startLine() {
  const { runLine } = await import('./run-line.ts');
  return runLine(readConfig(process.env));
}

try {
  const server = await (process.argv[2] === 'line' ? startLine() : startAll());
  flushCompileCache();
  await toldToStop;
  await server.stop();
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof Error && selfExplaining.includes(error.name);
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
