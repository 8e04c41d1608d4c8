import type { TerminalLanguage } from '../common/terminal-language.ts';
import { readConfig } from '../config.ts';
import { openEdition } from '../edition/edition.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { readNoticeFile } from '../edition/notice-file.ts';
import { createNoteFile } from '../office/files/note-file.ts';
import { deployedFallback } from '../operation/deploy-fallback.ts';
import { keptNumbers } from '../operation/kept-numbers.ts';
import type { LookedAtLine } from '../operation/look-at-line.ts';
import { createTwilioClient } from '../operation/twilio-client.ts';
import { createFileAudioStore } from '../sound/file-audio-store.ts';
import { asksForHelp } from './arguments.ts';
import { ask } from './ask.ts';
import { checkMachine, differingSettings } from './check-machine.ts';
import { runMain } from './run-command.ts';
import { takenToken } from './taken-token.ts';
import { help, runTwilioCommand } from './twilio-command.ts';
import { readOptions } from './wrong-options.ts';

/* npm run twilio -- <command>: connects a line to Twilio, and checks and changes its settings there. */

/**
 * Reads the live edition, the active disaster notice and the sounds from the files that the office leaves for the line.
 * @returns null if no edition is live, or if its file does not exist
 * @throws SharedFileError if one of the files is damaged, or was written by a later version
 */
async function readLine(dataFolder: string, audioFolder: string): Promise<LookedAtLine | null> {
  const folder = createEditionFolder(dataFolder);
  const live = await folder.readPointer();
  const file = live && (await folder.read(live.edition));
  if (!file) return null;
  const switched = (await readNoticeFile(dataFolder))?.notice ?? null;
  const notice = switched && (switched.until === null || Date.now() < switched.until) ? switched : null;
  const moments = new Map(notice?.moment ?? []);
  const store = createFileAudioStore(audioFolder);
  const sound = async (key: string) => store.read(key).catch(() => null);
  return {
    edition: openEdition(file, ({ language }) => moments.get(language) ?? []),
    disaster: notice?.told ?? null,
    sound,
    hasSound: async (key) => (await store.stamp(key).catch(() => null)) !== null,
  };
}

async function main(language: TerminalLanguage): Promise<number> {
  if (asksForHelp()) {
    console.log(help[language]);
    return 0;
  }
  const { positionals, values } = readArguments();
  const [command = '', ...names] = positionals;
  const { json = false, strict = false, yes = false, out = null, base = null, deploy = false, line = false } = values;
  if (values.child) endWithParent();
  const config = readConfig(process.env);
  const { accountSid = '', authTokens = [] } = config.twilio ?? {};
  const open = (authToken: string) =>
    createTwilioClient(
      { accountSid: accountSid || `AC${'0'.repeat(32)}`, authToken },
      { server: config.twilioApiUrl, line: config.publicUrl ?? '' },
    );
  const numbers = createNoteFile(config.dataFolder, 'numbers.json', keptNumbers);
  const deployed = createNoteFile(config.dataFolder, 'fallback.json', deployedFallback);
  const readLineNow = () => readLine(config.dataFolder, config.audioCacheFolder);
  const live = await readLineNow();
  return runTwilioCommand(
    command,
    { names, json, strict, yes, out, base, deploy, line },
    {
      config,
      fallbackUrl: config.twilioFallbackUrl ?? (await deployed.read())?.address ?? null,
      deploysFallback: config.deploysFallback,
      keepDeployed: deployed.write,
      kept: await numbers.readIntact().then(
        (kept) => kept ?? [],
        () => null,
      ),
      keepNumbers: numbers.write,
      api: open(await takenToken(authTokens, open)),
      line: live,
      readLine: readLineNow,
      folders: [
        { setting: 'DATA_DIR', path: config.dataFolder },
        { setting: 'AUDIO_CACHE_DIR', path: config.audioCacheFolder },
      ],
      checkMachine: () => checkMachine(config, live?.edition ?? null, json ? 'en' : language),
      differingSettings: () => differingSettings(config),
      language,
      clock: Date.now,
      ask: (question) => ask(question, language),
      print: (text) => console.log(text),
    },
  );
}

/** Ends this process when the office that started it is gone, because a new office may already do the same work. */
function endWithParent(): void {
  process.stdin.on('close', () => process.exit(1)).resume();
  process.stdin.unref();
}

const readArguments = () =>
  readOptions({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      strict: { type: 'boolean' },
      yes: { type: 'boolean' },
      out: { type: 'string' },
      base: { type: 'string' },
      deploy: { type: 'boolean' },
      line: { type: 'boolean' },
      child: { type: 'boolean' },
    },
  });

await runMain(main, { help, isForProgram: process.argv.includes('--child') });
