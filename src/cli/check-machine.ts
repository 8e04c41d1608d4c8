import type { LanguageTag } from '../call/line.ts';
import { saying } from '../call/say.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { explain } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Config } from '../config.ts';
import { checkDatabase } from '../database/check-database.ts';
import { readLiveContent } from '../database/editions/read-live-content.ts';
import type { Edition } from '../edition/edition.ts';
import { openEngine } from '../office/open-engine.ts';
import type { Check } from '../operation/check.ts';
import type { Piece } from '../speech/engine.ts';
import type { LineFile } from '../words/line-file.ts';

/**
 * Checks the database and, if it is whole, has the speech engine say a sentence of the live edition in one language after the
 * other, until one fails.
 * @param edition the live edition; null before the first one
 * @param language the language of the errors that are found
 */
export async function checkMachine(
  config: Config,
  edition: Edition | null,
  language: TerminalLanguage,
): Promise<Check[]> {
  const database = databaseCheck(config);
  const languages = database.state === 'ok' ? readLiveContent(config.dataFolder)?.line.languages : undefined;
  if (database.state !== 'ok' || !edition) return [database];
  return [database, ...(languages ? await checkVoices(config, edition, languages, language) : [unknownVoices])];
}

const unknownVoices: Check = {
  id: 'voice',
  state: 'skip',
  about: { ja: '各言語の声', en: 'The voices' },
  mend: {
    ja: 'このバージョンでは、データベースから声の設定を読めません。サービスを、このコマンドと同じバージョンで一度起動してください。',
    en: 'This version cannot read the voices in the database: start the service once in the version of this command.',
  },
};

function databaseCheck({ dataFolder }: Config): Check {
  const about: Bilingual = { ja: 'データベース', en: 'The database' };
  const state = checkDatabase(dataFolder);
  if (state === 'whole') return { id: 'database', state: 'ok', about };
  if (state === 'none') {
    const mend = {
      ja: 'まだありません。一度 npm start で起動してください。DATA_DIR が正しいかも確かめてください。',
      en: 'There is none yet: run npm start once, and see that DATA_DIR is right.',
    };
    return { id: 'database', state: 'fail', about, found: '–', mend };
  }
  const mend = {
    ja: '電話の案内は続きます。文は変えられません。サービスを止めて、kotozute.db をバックアップから戻してください(docs/operation.ja.md)。',
    en: 'Calls are answered, but nothing can be changed: stop the service and restore kotozute.db from a backup (docs/operation.md).',
  };
  return { id: 'database', state: 'fail', about, found: state.wrong, mend };
}

async function checkVoices(
  config: Config,
  edition: Edition,
  languages: LineFile['languages'],
  terminal: TerminalLanguage,
): Promise<Check[]> {
  const about = (name: string): Bilingual => ({ ja: `${name}の声`, en: `The voice in ${name}` });
  const mend: Bilingual = {
    ja: '新しい文の音声が作れません。npm run speech -- check で確かめ、Googleの鍵とプロジェクト(Cloud Text-to-Speech APIが有効か)、ネットワークを見てください。',
    en: 'No new sentence can be spoken: look with npm run speech -- check at Google’s key, its project (is the Cloud Text-to-Speech API enabled?) and the network.',
  };
  try {
    const engine = await openEngine(config);
    try {
      const checks: Check[] = [];
      for (const { tag, name, voices } of languages) {
        const request = {
          language: tag,
          voice: voices[engine.id],
          speed: 'normal',
          pieces: piecesIn(edition, tag),
        } as const;
        const wrong = await engine.synthesize(request).then(
          () => null,
          (error: unknown) => explain(error, terminal).slice(0, 300),
        );
        checks.push(
          wrong === null
            ? { id: 'voice', state: 'ok', about: about(name), found: request.voice }
            : { id: 'voice', state: 'fail', about: about(name), found: wrong, mend },
        );
        // The other languages would probably fail for the same reason, each after as long a wait.
        if (wrong !== null) break;
      }
      return checks;
    } finally {
      await engine.close();
    }
  } catch (error) {
    const voice = { ja: '音声エンジン', en: 'The speech engine' };
    return [{ id: 'voice', state: 'fail', about: voice, found: explain(error, terminal).slice(0, 300), mend }];
  }
}

/** The goodbye as the engine speaks it. It is short, and exists in every language. */
const piecesIn = (edition: Edition, tag: LanguageTag): readonly Piece[] =>
  edition
    .script([saying(tag, 'goodbye')])
    .sentences.flatMap(({ said }) => said)
    .map((part) => {
      if ('pause' in part) return { kind: 'pause', milliseconds: part.pause };
      if ('reading' in part) return { kind: 'reading', text: part.text, reading: part.reading };
      return { kind: 'words', text: part.text, rate: 'normal' };
    });
