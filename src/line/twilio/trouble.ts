import type { LanguageTag } from '../../call/line.ts';
import { isPastReview } from '../../call/person.ts';
import { datedNumberOf, listeners, saying } from '../../call/say.ts';
import type { Edition } from '../../edition/edition.ts';
import { toSay } from './to-say.ts';
import { writeTwiml } from './write-twiml.ts';

/**
 * Returns what a caller hears after an internal error, as TwiML.
 * @param language the caller's language; null while none is chosen
 * @param now an ISO 8601 instant
 */
type ErrorTwiml = (language: LanguageTag | null, now: string) => string;

/**
 * Writes what callers of an edition hear after an internal error. All texts are written immediately, so that after an
 * error one of them only has to be picked. There is a text for each language, and one for callers who have not chosen a
 * language. Each text has two versions, for before and after the review date. A text says that the line is not working,
 * then the emergency numbers, then the number to call. The emergency numbers come before the number to call, because
 * the reason for the call is unknown. Opening hours are left out, because the text would take a minute with them.
 */
export function createErrorTwiml(edition: Edition): ErrorTwiml {
  const { line } = edition;
  const write = (language: LanguageTag | null, now: string): string => {
    const all = listeners(line, language);
    const { sentences } = edition.script([
      ...all.map((tag) => saying(tag, 'trouble')),
      ...all.map((tag) => saying(tag, 'emergency')),
      ...all.flatMap((tag) => datedNumberOf(line, { now }, language, tag)),
    ]);
    return writeTwiml({ kind: 'hang-up', sound: toSay(edition, sentences) });
  };
  const writeAll = (now: string) => ({
    anybody: write(null, now),
    texts: new Map(line.languages.map(({ tag }) => [tag, write(tag, now)])),
  });
  const current = writeAll('0001-01-01T00:00:00Z');
  const outdated = writeAll('9999-12-31T00:00:00Z');
  return (language, now) => {
    const { anybody, texts } = isPastReview(line.reviewBy, line.timeZone, now) ? outdated : current;
    return language === null ? anybody : (texts.get(language) ?? anybody);
  };
}
