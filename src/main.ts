import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { createContext } from './context.ts';
import { PromptsError } from './prompts/finding.ts';
import { startServer } from './start-server.ts';

try {
  process.loadEnvFile();
} catch {
  // Without an .env file the defaults hold.
}

try {
  const context = await createContext(readConfig(process.env));
  const server = await startServer(createApp(context), context);
  flushCompileCache();
  const signal = once(process, 'SIGTERM');
  await Promise.race([signal, once(process, 'SIGINT')]);
  await server.stop();
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof PromptsError;
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
