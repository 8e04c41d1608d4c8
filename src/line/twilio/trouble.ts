import type { LanguageTag } from '../../call/line.ts';
import { isPastReview } from '../../call/person.ts';
import { datedNumberOf, listeners, saying } from '../../call/say.ts';
import type { Edition } from '../../edition/edition.ts';
import { toSay } from './to-say.ts';
import { writeTwiml } from './write-twiml.ts';

/** Returns the trouble text as TwiML. @param now an ISO 8601 instant */
export type Trouble = (language: LanguageTag | null, now: string) => string;

/**
 * What a caller hears after an internal error: that the line is not working, the emergency numbers, and only then the number to
 * call, because the reason for the call is unknown. With the hours it would take a minute. Written in advance for every
 * language, for before and after the review date, so that saying it needs nothing that may be broken.
 */
export function writeTrouble(edition: Edition): Trouble {
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
