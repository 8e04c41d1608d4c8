import { parseArgs } from 'node:util';
import { messageOf } from '../common/errors.ts';
import { createLog } from '../common/log.ts';
import { readConfig } from '../config.ts';
import { readNoticeFile, writeNoticeFile } from '../edition/notice-file.ts';
import { loadEnvFile } from '../env-file.ts';
import { createServicePlace } from '../office/control/running-service.ts';
import type { DisasterPlace } from '../office/disaster/disaster-places.ts';
import type { DisasterState } from '../office/disaster/disaster-state.ts';
import { toBareNotice } from '../office/disaster/leave-notice.ts';
import { createServiceNote } from '../office/files/service-note.ts';
import { openDisaster } from '../office/open-disaster.ts';
import { type Office, openOffice } from '../office/open-office.ts';
import { readDraft } from '../words/draft.ts';
import type { LineFile } from '../words/line-file.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { asksForHelp } from './asks-for-help.ts';
import { type DisasterSaid, helpFor, runDisasterCommand } from './disaster-command.ts';

/* npm run disaster -- <command>: the switch without the console, with or without a database. */

/** What callers hear now; where nobody knows, the prompts folder. */
async function lineNow(office: Office | null, promptsFolder: string): Promise<LineFile> {
  const [live] = (await office?.editions.publications(1).catch(() => [])) ?? [];
  const record = live && (await office?.editions.find(live.edition).catch(() => null));
  return record?.line ?? readDraft(await readPromptFiles(promptsFolder)).line;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        place: { type: 'string', multiple: true },
        action: { type: 'string', multiple: true },
        at: { type: 'string' },
        until: { type: 'string' },
        drill: { type: 'boolean' },
      },
    });
  } catch {
    return null;
  }
}

/** A line may run without an office, which would tell it; or start before one. */
async function tellLine(
  dataFolder: string,
  state: DisasterState,
  service: Pick<DisasterPlace, 'read'> | null,
): Promise<void> {
  const known = await readNoticeFile(dataFolder).catch(() => null);
  const hasOffice = service !== null && (await service.read().catch(() => null)) !== null;
  if (hasOffice || (known !== null && known.revision >= state.revision)) return;
  // Where the folder takes nothing, the command has said so already.
  await writeNoticeFile(dataFolder, toBareNotice(state)).catch(() => {});
}

async function main(): Promise<DisasterSaid> {
  const { DATA_DIR, PROMPTS_DIR } = process.env;
  const config = readConfig({ DATA_DIR, PROMPTS_DIR });
  const log = createLog('silent');
  const office = await openOffice(config, Date.now, log);
  try {
    const found = await lineNow(office, config.promptsFolder).then(
      (line) => ({ line, why: null }),
      (why: unknown) => ({ line: null, why }),
    );
    const { line } = found;
    if (asksForHelp()) return { lines: helpFor(line), code: 0 };
    const read = readArguments();
    if (!read) return { lines: helpFor(line), code: 2 };
    // Sounds are needed to know what is approved: the service looks that up within a second.
    const approved = () => Promise.reject(new Error('Only the running service knows what is approved.'));
    // Only switching on needs the words.
    const lineOrThrow = () => {
      if (line === null) throw found.why;
      return line;
    };
    const note = await createServiceNote(config.dataFolder).read();
    const service = note && createServicePlace(note);
    const parts = { config, office, service, line: lineOrThrow, approved, clock: Date.now, log };
    const { disaster, desk, unread: failures } = await openDisaster(parts);
    const unread = office ? failures : [...failures, new Error('The database cannot be opened.')];
    const tools = { desk, state: () => disaster.stateNow, unread, line };
    const said = await runDisasterCommand({ positionals: read.positionals, ...read.values }, tools);
    await tellLine(config.dataFolder, disaster.state, service);
    return said;
  } finally {
    await office?.close();
  }
}

try {
  loadEnvFile();
  const { lines, code } = await main();
  for (const line of lines) console.log(line);
  process.exitCode = code;
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
