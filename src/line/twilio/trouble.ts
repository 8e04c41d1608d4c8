import type { LanguageTag } from '../../call/line.ts';
import { isPastReview } from '../../call/person.ts';
import { datedNumberOf, listeners, saying } from '../../call/say.ts';
import type { Edition } from '../../edition/edition.ts';
import { toSay } from './to-sound.ts';
import { writeTwiml } from './write-twiml.ts';

/** The trouble text. @param now the moment, in ISO 8601 */
export type Trouble = (language: LanguageTag | null, now: string) => string;

/**
 * What a caller hears when we break: that it does not work, the numbers for an emergency, and only then the number to call,
 * because nobody knows why somebody calls. The hours would make a minute of it. Written in advance for every language, as it
 * is before and after the number may be out of date, so that nothing of what may be broken is needed to say it.
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
