import { asDialledHere } from '../call/dialable.ts';
import { isPastReview } from '../call/person.ts';
import { outOfOrder } from '../call/say.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { fetchAnswer, NoAnswerError } from '../common/fetch-answer.ts';
import type { Edition } from '../edition/edition.ts';
import type { Check } from './check.ts';
import { fallbackFor, folderOf, scriptOf, writeFallback } from './fallback.ts';

const about: Bilingual = {
  ja: 'サーバーが動いていないときの文書(代替案内)',
  en: 'The document for callers while the server does not answer (fallback)',
};

const deploy: Bilingual = {
  ja: 'npm run twilio -- fallback --deploy で置いてください。',
  en: 'Put it into the Assets of the account with npm run twilio -- fallback --deploy.',
};
const write: Bilingual = {
  ja: 'npm run twilio -- fallback --out <フォルダー> で書き出して、そのまま静的なサーバー(GET)に置いてください。',
  en: 'Write it with npm run twilio -- fallback --out <folder> and put the folder on a static host (GET).',
};

/** What to do if the edition has no text for a fallback. */
export const noFallbackText: Bilingual = {
  ja: '公開中の版には、そのための文(out-of-order)がありません。line.yaml の fallback と、すべての言語の文を書いて公開してください。',
  en: 'The live edition has no text for the fallback (out-of-order): set "fallback" in line.yaml, write the text in every language, and publish.',
};

interface LookedFor {
  /** The address of the document; null if there is none. */
  readonly address: string | null;
  /** Whether the document is put into the account's Assets. */
  readonly deploys: boolean;
  readonly isDisaster: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Checks whether the fallback is at its address and says the words of the edition. Also checks whether the numbers that
 * it names were tried, and whether the review date of the content has passed.
 */
export async function checkFallback(
  edition: Edition,
  { address, deploys, isDisaster, now }: LookedFor,
): Promise<Check[]> {
  const mendIt = deploys ? deploy : write;
  const spoken = writeFallback(edition, folderOf(address ?? ''), isDisaster);
  if (!spoken) {
    return [{ id: 'fallback', state: 'warn', about, found: '–', mend: noFallbackText }];
  }
  const number = checkNumber(edition, now);
  if (address === null) {
    const mend = deploys
      ? {
          ja: `${deploy.ja}それまで、電話をかけた人はTwilioの英語のエラーを聞きます。`,
          en: `${deploy.en} Until then callers hear an error message from Twilio.`,
        }
      : {
          ja: `${write.ja} そのアドレスを TWILIO_FALLBACK_URL に設定してください。それまで、電話をかけた人はTwilioの英語のエラーを聞きます。`,
          en: `${write.en} Then set the address of fallback.xml there as TWILIO_FALLBACK_URL; until then callers hear an error message from Twilio.`,
        };
    return [{ id: 'fallback', state: 'fail', about, found: '–', mend }, ...number];
  }
  const ofLanguages = edition.file.languages.filter(({ ownNumbers }) => ownNumbers.length > 0).map(({ tag }) => tag);
  const addresses = new Set([undefined, ...ofLanguages].map((tag) => fallbackFor(address, tag)));
  for (const each of addresses) {
    const name = each.slice(folderOf(each).length);
    // If the address ends in another name, the document in all languages is expected there.
    const document = spoken.documents.get(name) ?? spoken.documents.get('fallback.xml') ?? '';
    const wrong = await problemOf(each, document, each === address ? spoken.sounds : [], mendIt);
    if (wrong) return [wrong, ...number];
  }
  return [{ id: 'fallback', state: 'ok', about }, ...number];
}

/** A check that reports what is wrong with a document or its sounds; null if nothing is wrong. */
async function problemOf(
  address: string,
  expected: string,
  sounds: readonly string[],
  write: Bilingual,
): Promise<Check | null> {
  const fail = (found: string, mend: Bilingual): Check => ({
    id: 'fallback',
    state: 'fail',
    about,
    expected: address,
    found,
    mend,
  });
  try {
    const answer = await fetchAnswer(address);
    if (answer.status !== 200) return fail(String(answer.status), write);
    if (!/^(?:text|application)\/xml\b/.test(answer.type)) {
      return fail(answer.type || '–', {
        ja: 'text/xml で答えるように設定してください。Twilioは、それ以外を読み上げたり、エラーにしたりします。',
        en: 'Let the host answer with text/xml. Otherwise Twilio reads the answer aloud or treats it as an error.',
      });
    }
    if (answer.text !== expected) {
      return fail('≠', {
        ja: `公開中の版と違う内容です。${write.ja}`,
        en: `It does not say the words of the live edition. ${write.en}`,
      });
    }
    for (const key of sounds) {
      const sound = await fetchAnswer(`${folderOf(address)}${key}.wav`);
      if (sound.status !== 200 || !sound.type.startsWith('audio/')) {
        return fail(`${key.slice(0, 10)}….wav: ${sound.status} ${sound.type}`, write);
      }
    }
    return null;
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    return fail(error.code, write);
  }
}

/**
 * Checks that every number in the fallback was tried, and that the review date has not passed. Callers dial these
 * numbers themselves, so nobody can warn them that a number is wrong.
 */
function checkNumber(edition: Edition, now: number): Check[] {
  const { line, file } = edition;
  const dials = line.destinations.flatMap((destination) => destination.dials);
  const own = line.destinations.find(({ id }) => id === file.fallback)?.dials ?? [];
  const spoken = spokenNumbers(edition);
  // The numbers that callers hear. If no number is found in the text, this is the first number of the destination.
  const told = spoken.length > 0 ? spoken : own.slice(0, 1).map((each) => each.number);
  const untried = told.filter(
    (each) => !dials.some(({ number, triedOn }) => triedOn !== undefined && isSame(number, each)),
  );
  const isTried = told.length > 0 && untried.length === 0;
  const number: Bilingual = { ja: '代替案内で言う番号', en: 'The number that the fallback says' };
  const found = (isTried ? told : untried).join(', ') || '–';
  const isPast = isPastReview(line.reviewBy, line.timeZone, new Date(now).toISOString());
  if (isTried && !isPast) return [{ id: 'fallback-number', state: 'ok', about: number }];
  const mend = isTried
    ? {
        ja: '案内の内容の見直し期限が過ぎています。番号が今も正しいかを確かめ、管理画面の「番号・日付・時間」で見直し期限を直して、公開してください。',
        en: 'The review date of the content has passed. Check that the number is still right, correct the review date under “Numbers, dates and hours” in the console, and publish.',
      }
    : {
        ja: 'その番号に電話して、人につながった日を管理画面の「転送先」の「試した日」に入れ、公開してください。',
        en: 'Call this number, write the day on which a person answered as “Tried on” at the destination in the console, and publish.',
      };
  return [{ id: 'fallback-number', state: 'fail', about: number, found, mend, mendedBy: 'staff' }];
}

/** The telephone numbers in the text of the fallback, in all languages, as they are dialled. */
const spokenNumbers = (edition: Edition): string[] => {
  const shown = edition.line.languages
    .flatMap(({ tag }) => scriptOf(edition, { prompt: outOfOrder, language: tag }))
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence) => sentence.shown);
  return [...new Set(shown.flatMap(({ dial }) => (dial === undefined ? [] : [dial])))];
};

/** Whether two numbers are the same, each in E.164 form or as it is dialled inside Japan. */
const isSame = (number: string, dialled: string): boolean => asDialledHere(number) === asDialledHere(dialled);
