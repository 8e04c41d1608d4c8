import { flushCompileCache } from 'node:module';
import type { Bilingual } from './common/bilingual.ts';
import { ExplainedError, explain } from './common/explained-error.ts';
import { type TerminalLanguage, terminalLanguage } from './common/terminal-language.ts';
import { readConfig } from './config.ts';
import { wrongSettings } from './config-error.ts';
import { officeSecretAdvice } from './config-fields.ts';
import { alive, cannotStartExitCode, heartbeatInterval, isTakenExitCode } from './edition/office-messages.ts';
import { loadEnvFile } from './env-file.ts';

/** Errors whose explanations tell the operator everything. Any other error is printed with its stack. */
const selfExplaining = ['ConfigError', 'PromptsError', 'PromptFolderError', 'PortError', 'SocketTakenError'];

// While write-file-atomic writes a file, it listens for these signals too. If one arrives and nobody else listens, it
// ends the process at once. So these listeners are never removed.
const { promise: toldToStop, resolve: stop } = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop());

const [, script = '', part, port] = process.argv;

/**
 * What may follow `npm start --`; `compile` is for `compile.cjs` only. Without an argument, the line starts, together
 * with its office unless the office is on another machine.
 */
const parts: ReadonlySet<string> = new Set(['line', 'office', 'compile']);
/** Exit code for wrong usage. */
const misused = 2;
const unknownPart = (name: string): Bilingual => ({
  ja: `「${name}」は始められません。npm start(全部)、npm start -- line、npm start -- office のどれかにしてください。`,
  en: `There is no part "${name}" to start: use npm start (everything), npm start -- line or npm start -- office.`,
});

/**
 * Runs the office. With `port`, this process is a child of the line that listens on this port. Without it, the office
 * runs alone, for a line on another machine.
 */
async function runOffice(language: TerminalLanguage) {
  const config = readConfig(process.env);
  const say = (message: unknown) => void process.send?.(message, undefined, {}, () => {});
  say(alive);
  setInterval(() => say(alive), heartbeatInterval).unref();
  // After a `disconnect`, the line has ended, and nothing else would end this office.
  process.once('disconnect', () => process.exit(0));
  const { checkSocket } = await import('./office/files/listen-on-socket.ts');
  const { createContext } = await import('./office/context.ts');
  const { createOfficeApp } = await import('./office/office-app.ts');
  const { officeSocketPath } = await import('./common/office-socket.ts');
  const { startOffice } = await import('./office/start-office.ts');
  const line = port === undefined ? null : { port: Number(port), say };
  if (!line && config.officeSecret === null)
    throw wrongSettings([{ setting: 'OFFICE_SECRET', advice: officeSecretAdvice }]);
  const socketPath = officeSocketPath(config.dataFolder);
  await checkSocket(socketPath);
  const context = await createContext(config);
  const app = createOfficeApp(context, line ? null : config.officeSecret);
  return startOffice(app, context, { socketPath, line, language });
}

/**
 * Settings of glibc's malloc for an office that a line starts; systems without glibc ignore them. During a day's work,
 * sounds, files and database rows are held in buffers of a few tens of kilobytes each. By default, glibc keeps freed
 * buffers that lie between buffers still in use. After a few publications, the kept buffers take fifty megabytes. With
 * these settings, a buffer of 8 kB or more is returned to the system when it is freed.
 */
const officeMalloc = {
  MALLOC_MMAP_THRESHOLD_: '8192',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_ARENA_MAX: '2',
} as const;

/**
 * Starts the line. The line starts an office as a child process, unless it runs alone or its office is on another
 * machine.
 */
async function startLine(language: TerminalLanguage) {
  const { runLine } = await import('./line/run-line.ts');
  // The office gets less room for short-lived objects than the line has (see `package.json`), because only the line
  // answers thousands of requests a second.
  const office = (linePort: number) => [
    ...process.execArgv,
    '--max-semi-space-size=4',
    script,
    'office',
    String(linePort),
  ];
  const config = readConfig(process.env);
  // glibc reads these settings when a process starts, so they apply only to the processes that this one starts.
  for (const [name, value] of Object.entries(officeMalloc)) process.env[name] ??= value;
  const line = await runLine(config, part === 'line' ? null : office, language);
  void line.refused.then(async () => {
    await line.stop();
    process.exit(1);
  });
  return line;
}

/**
 * Loads line, office and console without running them, so that `npm ci` compiles them. A failure must not fail `npm
 * ci`.
 */
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
  // Only a line passes a port, when it starts its office.
  const hasParent = process.send !== undefined;
  if ((part !== undefined && !parts.has(part)) || (port !== undefined && !hasParent)) {
    console.error(unknownPart([part, port].filter(Boolean).join(' '))[terminalLanguage(process.env)]);
    process.exit(misused);
  }
  loadEnvFile();
  const server = await (part === 'office' ? runOffice : startLine)(terminalLanguage(process.env));
  flushCompileCache();
  await toldToStop;
  await server.stop();
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof ExplainedError && selfExplaining.includes(error.name);
  console.error(isExpected ? explain(error, terminalLanguage(process.env)) : error);
  if (!isExpected || part !== 'office') process.exit(1);
  process.exit(error.name === 'SocketTakenError' ? isTakenExitCode : cannotStartExitCode);
}
