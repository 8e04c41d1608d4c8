import { parseArgs } from 'node:util';
import { messageOf } from '../common/errors.ts';
import { readConfig } from '../config.ts';
import { openEdition } from '../edition/edition.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { readNoticeFile } from '../edition/notice-file.ts';
import { loadEnvFile } from '../env-file.ts';
import { terminalLanguage } from '../operation/report.ts';
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
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      strict: { type: 'boolean' },
      yes: { type: 'boolean' },
      out: { type: 'string' },
      base: { type: 'string' },
    },
  });
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
  if (code === null) console.error(help[language]);
  return code ?? 2;
}

try {
  loadEnvFile();
  process.exitCode = await main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
