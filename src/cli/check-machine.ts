import type { LanguageTag } from '../call/line.ts';
import { saying } from '../call/say.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { explain } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Config } from '../config.ts';
import { checkDatabase, hasPublications } from '../database/check-database.ts';
import { readLiveContent } from '../database/read-live-content.ts';
import type { Edition } from '../edition/edition.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { createServiceStore } from '../office/control/running-service.ts';
import { createServiceNote, settingsThatDiffer } from '../office/files/service-note.ts';
import { openEngine } from '../office/open-engine.ts';
import type { Check } from '../operation/check.ts';
import type { Piece } from '../speech/engine.ts';
import { readDraft } from '../words/draft.ts';
import type { LineFile } from '../words/line-file.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { anotherVersion, checkApproval } from './check-approval.ts';

/**
 * Checks the database, the approval of the live edition, and the voices. Also checks whether the settings are the same
 * as those of the running service. What cannot be checked is left out or reported as skipped.
 * @param edition the edition that callers hear; null if there is none, or if its file is missing
 * @param language the language in which errors are described
 */
export async function checkMachine(
  config: Config,
  edition: Edition | null,
  language: TerminalLanguage,
): Promise<Check[]> {
  const database = await databaseCheck(config);
  const settings = await serviceCheck(config);
  if (database.state !== 'ok' || !edition) return [...settings, database];
  const live = await readLiveContent(config.dataFolder);
  const isPublished = hasPublications(config.dataFolder);
  const unread = isPublished ? anotherVersion : notPublished;
  const languages = live?.record.line.languages ?? (isPublished ? null : await languagesIn(config.promptsFolder));
  return [
    ...settings,
    database,
    await checkApproval(live, unread),
    ...(languages ? await checkVoices(config, edition, languages, language) : [unknownVoices(unread)]),
  ];
}

/** The languages of the first edition, which is made from the prompts folder. Null if the folder cannot be read. */
const languagesIn = (promptsFolder: string): Promise<LineFile['languages'] | null> =>
  readPromptFiles(promptsFolder)
    .then((files) => readDraft(files).line.languages)
    .catch(() => null);

const notPublished: Bilingual = {
  ja: 'まだ何も公開されていません。最初の版が公開されたら、もう一度調べてください。文のフォルダーは、npm run prompts -- check で確かめられます。',
  en: 'Nothing has been published yet: check again once the first edition is live. npm run prompts -- check looks at the prompts folder.',
};

const unknownVoices = (mend: Bilingual): Check => ({
  id: 'voice',
  state: 'skip',
  about: { ja: '各言語の声', en: 'The voices' },
  mend,
});

/**
 * Reads the file `service.json`, in which a running service leaves its port, a secret and fingerprints of its settings.
 * @returns null if the file cannot be read, or if no office answers on this port
 */
async function runningService({ dataFolder }: Config) {
  const note = await createServiceNote(dataFolder).read();
  return note && (await createServiceStore(note).hasOffice()) ? note : null;
}

/**
 * Returns the names of the settings that are different in `config` and in the running service. Only settings with a
 * fingerprint in `service.json` are compared. An earlier version of the service left none, so the list is then empty.
 * @returns null if no office answers
 */
export async function differingSettings(config: Config): Promise<readonly string[] | null> {
  const service = await runningService(config);
  return service && settingsThatDiffer(config, service);
}

/**
 * Whether anything listens on the port in `service.json`: usually the line, with or without its office. If the service
 * was killed, it may be another program.
 */
async function isServiceThere({ dataFolder }: Config): Promise<boolean> {
  const note = await createServiceNote(dataFolder).read();
  return note !== null && createServiceStore(note).isThere();
}

/**
 * Looks for the running service, and compares its settings with those of this command.
 * @returns an empty list if a service runs, but its office does not answer
 */
async function serviceCheck(config: Config): Promise<Check[]> {
  const service = await runningService(config);
  if (!service) return (await isServiceThere(config)) ? [] : [notRunning];
  const about: Bilingual = { ja: '動いているサービスの設定', en: 'The settings of the running service' };
  if (service.settings.length === 0) return [{ id: 'settings', state: 'skip', about, mend: earlierVersion }];
  const others = settingsThatDiffer(config, service);
  if (others.length === 0) return [{ id: 'settings', state: 'ok', about }];
  const mend: Bilingual = {
    ja: 'サービスは、起動したときの設定で動いています。設定を変えたあとなら、サービスを再起動してください。そうでなければ、このコマンドを、サービスと同じ設定(.env)で実行してください。',
    en: 'The service uses the settings with which it was started. If they have been changed since, restart it; otherwise, run this command with the settings (.env) of the service.',
  };
  return [{ id: 'settings', state: 'warn', about, found: `≠ ${others.join(', ')}`, mend }];
}

const notRunning: Check = {
  id: 'service',
  state: 'warn',
  about: { ja: '動いているサービス', en: 'The running service' },
  found: '–',
  mend: {
    ja: 'この DATA_DIR で動いているサービスが見つかりません。動いていなければ、電話に答えられません。npm start で起動してください。動いているはずなら、DATA_DIR が同じかを確かめてください。',
    en: 'No service was found that runs on this DATA_DIR. If none runs, calls are not answered: start it with npm start. If it should be running, see whether its DATA_DIR is the same.',
  },
};

const earlierVersion: Bilingual = {
  ja: '動いているサービスは以前のバージョンなので、設定を比べられません。このコマンドと同じバージョンで再起動してください。',
  en: 'The running service is of an earlier version, so its settings cannot be compared: restart it with the same version as this command.',
};

async function databaseCheck({ dataFolder }: Config): Promise<Check> {
  const about: Bilingual = { ja: 'データベース', en: 'The database' };
  const fail = (found: string, mend: Bilingual): Check => ({ id: 'database', state: 'fail', about, found, mend });
  const state = checkDatabase(dataFolder);
  const live = await createEditionFolder(dataFolder).pointerIfReadable();
  const wasPublished = live !== null && live.number > 0;
  if (state === 'none') return fail('–', wasPublished ? lost : notYet);
  if (state !== 'whole') return fail(state.wrong, state.isDamaged ? damaged : notReadable);
  if (wasPublished && !hasPublications(dataFolder)) return fail('–', lost);
  return { id: 'database', state: 'ok', about };
}

const notYet: Bilingual = {
  ja: 'まだありません。一度 npm start で起動してください。DATA_DIR が正しいかも確かめてください。',
  en: 'There is none yet: run npm start once, and check that DATA_DIR is right.',
};

const lost: Bilingual = {
  ja: '公開中の版が、データベースにありません。データベースを失ったか、別のものに替わっています。電話の案内は続いています。サービスを止めて、kotozute.db をバックアップから戻してください。バックアップがないときは、起動して、管理画面で公開し直します(docs/operation.ja.md)。',
  en: 'The edition that callers hear is not in the database: the database was lost, or replaced by another one. Calls are answered. Stop the service and restore kotozute.db from a backup; without a backup, start the service and publish again in the console (docs/operation.md).',
};

const damaged: Bilingual = {
  ja: '電話では、公開されている版が流れ続けますが、文は変えられません。サービスを止めて、kotozute.db をバックアップから戻してください(docs/operation.ja.md)。',
  en: 'Callers still hear what was published, but texts cannot be changed: stop the service and restore kotozute.db from a backup (docs/operation.md).',
};

const notReadable: Bilingual = {
  ja: 'ファイルを読めません。ディスクの空き、エラー、権限を見てください。データベースは壊れていないかもしれないので、原因を直すまでは、バックアップに替えないでください。',
  en: 'The file cannot be read: look at the free space of the disk, its errors, and the permissions. The database may be intact, so do not replace it with a backup until the cause is fixed.',
};

async function checkVoices(
  config: Config,
  edition: Edition,
  languages: LineFile['languages'],
  terminal: TerminalLanguage,
): Promise<Check[]> {
  const about = (name: string): Bilingual => ({ ja: `${name}の声`, en: `The voice in ${name}` });
  const fail = (failed: Bilingual, error: unknown): Check => {
    const found = explain(error, terminal).slice(0, 300);
    return { id: 'voice', state: 'fail', about: failed, found, mend: notSpoken };
  };
  let engine: Awaited<ReturnType<typeof openEngine>>;
  try {
    engine = await openEngine(config);
  } catch (error) {
    return [fail({ ja: '音声エンジン', en: 'The speech engine' }, error)];
  }
  const checks: Check[] = [];
  // The database or the prompts folder may have a language that is not in the edition yet. Such a language is left out.
  for (const { tag, name, voices } of languages.filter((each) => edition.language(each.tag))) {
    const voice = voices[engine.id];
    try {
      await engine.synthesize({ language: tag, voice, speed: 'normal', pieces: piecesIn(edition, tag) });
      checks.push({ id: 'voice', state: 'ok', about: about(name), found: voice });
    } catch (error) {
      checks.push(fail(about(name), error));
      // The other languages would probably fail for the same reason, and waiting for each failure can take long.
      break;
    }
  }
  // An error while the engine closes does not affect the checks.
  await engine.close().catch(() => {});
  return checks;
}

const notSpoken: Bilingual = {
  ja: '音声を作れませんでした。npm run speech -- check で確かめてください。Googleの声なら、鍵とプロジェクト(Cloud Text-to-Speech APIが有効か)、ネットワークを見てください。',
  en: 'The voice could not speak: run npm run speech -- check. With Google’s voices, look at the key, its project (is the Cloud Text-to-Speech API enabled?) and the network.',
};

/**
 * Returns what the engine must speak for the check of a voice: the prompt `goodbye`. This prompt is short, and an
 * edition has it in every language. All words are at the normal rate, although callers hear numbers more slowly.
 */
const piecesIn = (edition: Edition, tag: LanguageTag): readonly Piece[] =>
  edition
    .script([saying(tag, 'goodbye')])
    .sentences.flatMap(({ said }) => said)
    .map((part) => {
      if ('pause' in part) return { kind: 'pause', milliseconds: part.pause };
      if ('reading' in part) return { kind: 'reading', text: part.text, reading: part.reading };
      return { kind: 'words', text: part.text, rate: 'normal' };
    });
