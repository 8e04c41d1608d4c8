import { parseArgs } from 'node:util';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf, messageOf } from '../common/errors.ts';
import { readConfig } from '../config.ts';
import { openEdition } from '../edition/edition.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { readNoticeFile } from '../edition/notice-file.ts';
import { loadEnvFile } from '../env-file.ts';
import { type TerminalLanguage, terminalLanguage } from '../operation/report.ts';
import { createTwilioClient } from '../operation/twilio-client.ts';
import { createFileAudioStore } from '../sound/file-audio-store.ts';
import { asksForHelp } from './arguments.ts';
import { ask } from './ask.ts';
import { help, runTwilioCommand, type TwilioCommandParts } from './twilio-command.ts';

/* npm run twilio -- <command>: takes a line live on Twilio, and looks after it. */

/** The live edition, with what is switched on and the sounds, from the files that the office leaves for the line. */
async function readLine(dataFolder: string, audioFolder: string): Promise<TwilioCommandParts['line']> {
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

async function main(): Promise<number> {
  const language = terminalLanguage(process.env);
  if (asksForHelp()) {
    console.log(help[language]);
    return 0;
  }
  const read = readArguments();
  if (read === null) return misused(wrongUse.option, language);
  const { positionals, values } = read;
  const [command = '', ...names] = positionals;
  const { json = false, strict = false, yes = false, out = null, base = null } = values;
  const config = readConfig(process.env);
  const { accountSid = '', authTokens: [authToken = ''] = [] } = config.twilio ?? {};
  const code = await runTwilioCommand(
    command,
    { names, json, strict, yes, out, base },
    {
      config,
      fallbackUrl: config.twilioFallbackUrl,
      api: createTwilioClient({ accountSid: accountSid || `AC${'0'.repeat(32)}`, authToken }, config.twilioApiUrl),
      line: await readLine(config.dataFolder, config.audioCacheFolder),
      folders: [
        { setting: 'DATA_DIR', path: config.dataFolder },
        { setting: 'AUDIO_CACHE_DIR', path: config.audioCacheFolder },
      ],
      language,
      clock: Date.now,
      ask,
      print: (text) => console.log(text),
    },
  );
  if (code !== null) return code;
  return misused(command === 'fallback' ? wrongUse.noFolder : wrongUse.command(command), language);
}

/** @returns null for an option that is not known, or lacks its value */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        strict: { type: 'boolean' },
        yes: { type: 'boolean' },
        out: { type: 'string' },
        base: { type: 'string' },
      },
    });
  } catch (error) {
    if (codeOf(error)?.startsWith('ERR_PARSE_ARGS_')) return null;
    throw error;
  }
}

const wrongUse = {
  option: {
    ja: 'オプションの名前が正しくないか、値がありません。',
    en: 'There is no such option, or its value is missing.',
  },
  noFolder: { ja: '書き出すフォルダーを --out で付けてください。', en: 'Name the folder to write with --out.' },
  command: (name: string): Bilingual =>
    name === ''
      ? { ja: 'コマンドを付けてください。', en: 'Name a command.' }
      : { ja: `「${name}」というコマンドはありません。`, en: `There is no command "${name}".` },
};

/** Says what was wrong, and how the command is used. @returns the exit code */
function misused(why: Bilingual, language: TerminalLanguage): number {
  console.error(`${why[language]}\n\n${help[language]}`);
  return 2;
}

try {
  loadEnvFile();
  process.exitCode = await main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
