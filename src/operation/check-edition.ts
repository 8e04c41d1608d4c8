import type { LanguageTag } from '../call/line.ts';
import { isPastReview } from '../call/person.ts';
import { representativeConditions } from '../call/representative-conditions.ts';
import { withoutCallMisses } from '../call/state.ts';
import { walk } from '../call/walk.ts';
import type { Edition } from '../edition/edition.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import type { Check } from './check.ts';

/** The numbers on which a line is called, in E.164 form: the number on its leaflets, and those of single languages. */
export function numbersOf({ leaflet, languages }: Pick<EditionFile, 'leaflet' | 'languages'>): string[] {
  const main = leaflet?.number?.replaceAll('-', '') ?? '';
  const own = languages.flatMap(({ ownNumbers }) => ownNumbers);
  return [...new Set([...(main === '' ? [] : [main.replace(/^0/, '+81')]), ...own])];
}

/**
 * Checks the voice and the review date of an edition, and whether its sounds exist.
 * @param now milliseconds since the epoch
 * @param hasSound whether a sound is stored under a key
 */
export async function checkEdition(
  opened: Edition,
  now: number,
  hasSound: (key: string) => Promise<boolean>,
): Promise<Check[]> {
  const { file: edition, line } = opened;
  const { languages } = edition;
  const voice = { ja: '声', en: 'The voice' };
  const review = { ja: '内容の見直し期限', en: 'The review date of the content' };
  const isPast = isPastReview(line.reviewBy, line.timeZone, new Date(now).toISOString());
  const checks: Check[] = [
    edition.isDemonstration
      ? {
          id: 'edition-voice',
          state: 'fail',
          about: voice,
          expected: 'google',
          found: 'espeak',
          mend: {
            ja: 'デモ用の声です。SPEECH_ENGINE=google にして起動し、公開し直してください。',
            en: 'This voice is for demonstrations: start with SPEECH_ENGINE=google and publish again.',
          },
        }
      : { id: 'edition-voice', state: 'ok', about: voice, found: 'google' },
    isPast
      ? {
          id: 'edition-review',
          state: 'warn',
          about: review,
          found: line.reviewBy,
          mend: {
            ja: '管理画面の「番号・日付・時間」で内容を確かめて、見直し期限を直し、公開してください。電話では「今は違うかもしれません」と案内しています。',
            en: 'Check the values under “Numbers, dates and hours” in the console, correct their review dates and publish; until then, callers hear that the content may be out of date.',
          },
          mendedBy: 'staff',
        }
      : { id: 'edition-review', state: 'ok', about: review, found: line.reviewBy },
  ];
  const played = playedIn(opened);
  for (const { tag, name } of languages) {
    const there = await Promise.all([...(played.get(tag) ?? [])].map(hasSound));
    const missing = there.filter((each) => !each).length;
    const about = { ja: `${name}の音声`, en: `Sounds in ${name}` };
    checks.push(
      missing === 0
        ? { id: 'edition-sounds', state: 'ok', about, found: String(there.length) }
        : {
            id: 'edition-sounds',
            state: 'warn',
            about,
            expected: String(there.length),
            found: String(there.length - missing),
            mend: {
              ja: '足りない文は、Twilioの声が読みます。サービスが動いていれば、数分で作られます。作られないときは、ログを見てください。',
              en: 'Twilio’s voice says the missing sentences. A running service makes them within minutes; if it does not, look at its log.',
            },
          },
    );
  }
  return checks;
}

/**
 * The keys of the sounds that callers can hear while no notice is active, by language. The sounds of whispers are not
 * among them, because only agents hear those.
 */
function playedIn(edition: Edition): ReadonlyMap<LanguageTag, ReadonlySet<string>> {
  const played = new Map<LanguageTag, Set<string>>();
  for (const { turn } of walk(edition, representativeConditions(edition.line), { identify: withoutCallMisses })) {
    for (const step of turn.steps) {
      if (step.do !== 'say') continue;
      for (const { language, sounds } of edition.script(step.sayings, step.slow).sentences) {
        const keys = played.get(language) ?? new Set();
        played.set(language, keys.add(step.slow ? sounds.slow : sounds.normal));
      }
    }
  }
  return played;
}
