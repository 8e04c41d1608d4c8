import { flushCompileCache } from 'node:module';
import { ExplainedError, explain } from './common/explained-error.ts';
import { type TerminalLanguage, terminalLanguage } from './common/terminal-language.ts';
import { readConfig } from './config.ts';
import { wrongSettings } from './config-error.ts';
import { officeSecretAdvice } from './config-fields.ts';
import { alive, cannotStartExitCode, heartbeatInterval } from './edition/office-messages.ts';
import { loadEnvFile } from './env-file.ts';

/** Errors whose explanations tell the operator everything. Any other error is printed with its stack. */
const selfExplaining = ['ConfigError', 'PromptsError', 'NoPromptFolderError', 'PortError'];

// Permanent listeners: write-file-atomic also listens while it writes, and ends the process immediately if nobody else listens.
const { promise: toldToStop, resolve: stop } = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop());

const [, script = '', part, port] = process.argv;

/** The office: a child process of the line that listens on `port`; without `port`, on its own for a line on another machine. */
async function runOffice(language: TerminalLanguage) {
  const config = readConfig(process.env);
  const say = (message: unknown) => void process.send?.(message, undefined, {}, () => {});
  say(alive);
  setInterval(() => say(alive), heartbeatInterval).unref();
  // The line has ended, and nothing else would end this office.
  process.once('disconnect', () => process.exit(0));
  const { createContext } = await import('./office/context.ts');
  const { createOfficeApp } = await import('./office/office-app.ts');
  const { officeSocketPath } = await import('./common/office-socket.ts');
  const { startOffice } = await import('./office/start-office.ts');
  const line = port === undefined ? null : { port: Number(port), say };
  if (!line && config.officeSecret === null)
    throw wrongSettings([{ setting: 'OFFICE_SECRET', advice: officeSecretAdvice }]);
  const context = await createContext(config);
  const app = createOfficeApp(context, line ? null : config.officeSecret);
  return startOffice(app, context, { socketPath: officeSocketPath(config.dataFolder), line, language });
}

/** The line. It starts an office as its child process, unless it runs alone or its office is on another machine. */
async function startLine(language: TerminalLanguage) {
  const { runLine } = await import('./line/run-line.ts');
  // The line answers thousands of requests a second and needs more room for short-lived objects than the office.
  const office = (linePort: number) => [
    ...process.execArgv,
    '--max-semi-space-size=4',
    script,
    'office',
    String(linePort),
  ];
  const line = await runLine(readConfig(process.env), part === 'line' ? null : office, language);
  void line.refused.then(async () => {
    await line.stop();
    process.exit(1);
  });
  return line;
}

/** Loads line, office and console without running them, so that `npm ci` compiles them. A failure must not fail `npm ci`. */
async function loadAll(): Promise<never> {
  const programs = [
    import('./line/run-line.ts'),
    import('./office/context.ts'),
    import('./office/office-app.ts'),
    import('./office/start-office.ts'),
    import('./office/crawl/crawl-line.ts'),
    import('./office/office-router.ts').then(({ loadConsole }) => loadConsole()),
  ];
  await Promise.allSettled(programs);
  process.exit(0);
}

try {
  if (part === 'compile') await loadAll();
  loadEnvFile();
  const server = await (part === 'office' ? runOffice : startLine)(terminalLanguage(process.env));
  flushCompileCache();
  await toldToStop;
  await server.stop();
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof ExplainedError && selfExplaining.includes(error.name);
  console.error(isExpected ? explain(error, terminalLanguage(process.env)) : error);
  process.exit(isExpected && part === 'office' ? cannotStartExitCode : 1);
}
