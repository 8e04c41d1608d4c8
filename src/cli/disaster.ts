import { parseArgs } from 'node:util';
import { createLog } from '../common/log.ts';
import { readConfig } from '../config.ts';
import { readNoticeFile, writeNoticeFile } from '../edition/notice-file.ts';
import { createServiceStore } from '../office/control/running-service.ts';
import type { DisasterState } from '../office/disaster/disaster-state.ts';
import type { DisasterStore } from '../office/disaster/disaster-stores.ts';
import { toBareNotice } from '../office/disaster/write-notice.ts';
import { createServiceNote } from '../office/files/service-note.ts';
import { openDisaster } from '../office/open-disaster.ts';
import { connectOffice, type Office } from '../office/open-office.ts';
import { readDraft } from '../words/draft.ts';
import type { LineFile } from '../words/line-file.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { asksForHelp } from './arguments.ts';
import { type DisasterOutput, runDisasterCommand } from './disaster-command.ts';
import { helpFor } from './disaster-texts.ts';
import { runMain } from './run-command.ts';
import { wrongOption } from './wrong-options.ts';

/* npm run disaster -- <command>: moves the disaster switch without the console, with or without a database. */

/** The line that callers hear now; if that is unknown, the one in the prompts folder. */
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

function readArguments() {
  try {
    return { ...parseArgs({ allowPositionals: true, options }), wrong: null };
  } catch (error) {
    const wrong = wrongOption(error);
    if (!wrong) throw error;
    return { wrong };
  }
}

/** Writes the notice file for the line if no office is running that would write it, whether or not the line runs now. */
async function writeNoticeForLine(
  dataFolder: string,
  state: DisasterState,
  service: Pick<DisasterStore, 'read'> | null,
): Promise<void> {
  const known = await readNoticeFile(dataFolder).catch(() => null);
  const hasOffice = service !== null && (await service.read().catch(() => null)) !== null;
  if (hasOffice || (known !== null && known.revision >= state.revision)) return;
  // If the folder is not writable, the command has reported that already.
  await writeNoticeFile(dataFolder, toBareNotice(state)).catch(() => {});
}

async function main(): Promise<DisasterOutput> {
  const { DATA_DIR, PROMPTS_DIR } = process.env;
  const config = readConfig({ DATA_DIR, PROMPTS_DIR });
  const log = createLog('silent');
  const unopened: unknown[] = [];
  const office = await connectOffice(config, Date.now).catch((error: unknown) => {
    unopened.push(error);
    return null;
  });
  try {
    const found = await lineNow(office, config.promptsFolder).then(
      (line) => ({ line, why: null }),
      (why: unknown) => ({ line: null, why }),
    );
    const { line } = found;
    if (asksForHelp()) return { lines: [helpFor(line)], code: 0 };
    const read = readArguments();
    if (read.wrong) return { lines: [read.wrong, helpFor(line)], code: 2 };
    // Approval depends on sounds, so the running service looks up the approved languages, within a second.
    const approved = () => Promise.reject(new Error('Only the running service knows what is approved.'));
    // Only switching on needs the words of the line, so only then is the error thrown.
    const lineOrThrow = () => {
      if (line === null) throw found.why;
      return line;
    };
    const note = await createServiceNote(config.dataFolder).read();
    const service = note && createServiceStore(note);
    const parts = { config, office, service, line: lineOrThrow, approved, clock: Date.now, log };
    const { disaster, desk, unread: failures } = await openDisaster(parts);
    const tools = { desk, state: () => disaster.stateNow, unread: [...failures, ...unopened], line };
    const said = await runDisasterCommand({ positionals: read.positionals, ...read.values }, tools);
    await writeNoticeForLine(config.dataFolder, disaster.state, service);
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
