import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createLog } from '../common/log.ts';
import { readConfig } from '../config.ts';
import { databaseFile } from '../database/open-database.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { readNoticeFile, writeNoticeFile } from '../edition/notice-file.ts';
import { createServiceStore } from '../office/control/running-service.ts';
import type { DisasterState } from '../office/disaster/disaster-state.ts';
import { type DisasterStores, readState } from '../office/disaster/disaster-stores.ts';
import type { DisasterSwitch, Mode } from '../office/disaster/disaster-switch.ts';
import { toBareNotice } from '../office/disaster/write-notice.ts';
import { createServiceNote } from '../office/files/service-note.ts';
import { refuseLostDatabase } from '../office/lost-database.ts';
import { openDisaster } from '../office/open-disaster.ts';
import { connectOffice, type Office } from '../office/open-office.ts';
import { readDraft } from '../words/draft.ts';
import type { LineFile } from '../words/line-file.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { asksForHelp } from './arguments.ts';
import { disasterChoices } from './disaster-choices.ts';
import { type DisasterOutput, readCommand, runDisasterCommand } from './disaster-command.ts';
import { helpFor, texts } from './disaster-texts.ts';
import { runMain } from './run-command.ts';
import { readOptions, wrongOption } from './wrong-options.ts';

/* npm run disaster -- <command>: operates the disaster switch without the console, even without a database. */

/**
 * Returns the line that callers hear now or, if it cannot be found in the database, the line in the prompts folder.
 * @throws PromptFolderError or PromptsError if the prompts folder cannot be read either
 */
async function lineNow(office: Office | null, promptsFolder: string): Promise<LineFile> {
  const [live] = (await office?.editions.publications(1).catch(() => [])) ?? [];
  const record = live && (await office?.editions.find(live.edition).catch(() => null));
  return record?.line ?? readDraft(await readPromptFiles(promptsFolder)).line;
}

const options = {
  kind: { type: 'string' },
  place: { type: 'string', multiple: true },
  action: { type: 'string', multiple: true },
  at: { type: 'string' },
  until: { type: 'string' },
  drill: { type: 'boolean' },
} as const;

function readArguments(): ReturnType<typeof readCommand> {
  try {
    const { positionals, values } = readOptions({ allowPositionals: true, options });
    return readCommand({ positionals, ...values });
  } catch (error) {
    const wrong = wrongOption(error);
    if (!wrong) throw error;
    return { wrong: [wrong] };
  }
}

/**
 * Writes the notice file for the line, if no office is running that would write it. The file is written even if no line
 * is running. It is left alone if it already has this state or a newer one.
 */
async function writeNoticeForLine(
  dataFolder: string,
  state: DisasterState,
  service: ReturnType<typeof createServiceStore> | null,
): Promise<void> {
  const known = await readNoticeFile(dataFolder).catch(() => null);
  if ((await service?.hasOffice()) || (known !== null && known.revision >= state.revision)) return;
  // If the folder is not writable, a command that changes the state has already reported this.
  await writeNoticeFile(dataFolder, toBareNotice(state)).catch(() => {});
}

/**
 * The command reads the state again every `every` milliseconds, for at most `longest` milliseconds. The office looks
 * for a new notice once a second.
 */
const lookUp = { longest: 4000, every: 200 } as const;

/**
 * Waits until the running office has found out in which languages a notice is approved, and adopts the result.
 * Gives up after `lookUp.longest`.
 */
async function waitForLookUp(disaster: DisasterSwitch, stores: DisasterStores, mode: Mode): Promise<void> {
  const ends = performance.now() + lookUp.longest;
  while (disaster.state[mode]?.languages === null && performance.now() < ends) {
    await setTimeout(lookUp.every);
    const { state } = await readState(stores);
    if (state) disaster.adopt(state);
  }
}

/** Whether a service has ever run on a folder. This command must not create a database in any other folder. */
async function isFolderOfLine(dataFolder: string): Promise<boolean> {
  if (existsSync(join(dataFolder, databaseFile))) return true;
  const hasEdition = createEditionFolder(dataFolder)
    .readPointer()
    .then(
      (pointer) => pointer !== null,
      () => true,
    );
  return (await hasEdition) || (await createServiceNote(dataFolder).read()) !== null;
}

async function main(): Promise<DisasterOutput> {
  const { DATA_DIR, PROMPTS_DIR } = process.env;
  const config = readConfig({ DATA_DIR, PROMPTS_DIR });
  const help = async () => helpFor(await disasterChoices(config));
  if (asksForHelp()) return { lines: [await help()], code: 0 };
  const command = readArguments();
  if ('wrong' in command) return { lines: [...command.wrong, await help()], code: 2 };
  if (!(await isFolderOfLine(config.dataFolder))) return { lines: [texts.noLine(config.dataFolder)], code: 1 };
  const log = createLog('silent');
  const unopened: unknown[] = [];
  const opening = refuseLostDatabase(config.dataFolder).then(() => connectOffice(config, Date.now));
  const office = await opening.catch((error: unknown) => {
    unopened.push(error);
    return null;
  });
  try {
    const found = await lineNow(office, config.promptsFolder).then(
      (line) => ({ line, why: null }),
      (why: unknown) => ({ line: null, why }),
    );
    const { line } = found;
    // Approval depends on sounds, which this command does not have. So the running service looks the languages up.
    const approved = () => Promise.reject(new Error('Only the running service knows what is approved.'));
    // Only the command `on` needs the words of the line, so the error is thrown only when they are needed.
    const lineOrThrow = () => {
      if (line === null) throw found.why;
      return line;
    };
    const note = await createServiceNote(config.dataFolder).read();
    const service = note && createServiceStore(note);
    const parts = { config, office, service, line: lineOrThrow, approved, clock: Date.now, log };
    const { disaster, desk, stores, unread: failures } = await openDisaster(parts);
    const tools = {
      desk,
      state: () => disaster.stateNow,
      lookedUp: async (mode: Mode) => (await service?.hasOffice()) && waitForLookUp(disaster, stores, mode),
      isRunning: async () => (await service?.isThere()) ?? false,
      dataFolder: config.dataFolder,
      unread: [...failures, ...unopened],
      line,
    };
    const said = await runDisasterCommand(command, tools);
    // The line must not follow a change of which the command says that it was not made.
    if (!said.isLost) await writeNoticeForLine(config.dataFolder, disaster.state, service);
    return said;
  } finally {
    await office?.close();
  }
}

await runMain(
  async (language) => {
    const { lines, code } = await main();
    for (const line of lines) console.log(line[language]);
    return code;
  },
  { help: helpFor(null) },
);
