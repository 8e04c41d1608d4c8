import { flushCompileCache } from 'node:module';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { createContext } from './context.ts';
import { startServer } from './start-server.ts';

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

try {
  const context = await createContext(readConfig(process.env), { makeApp: createApp });
  const server = await startServer(createApp(context), context);
  flushCompileCache();
  await toldToStop;
  await server.stop();
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof Error && selfExplaining.includes(error.name);
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
