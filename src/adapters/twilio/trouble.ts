import type { LanguageTag } from '../../call/line.ts';
import { listeners, numberOf, saying } from '../../call/say.ts';
import type { Edition } from '../../editions/edition.ts';
import { toSay } from './to-sound.ts';
import { writeTwiml } from './write-twiml.ts';

/**
 * What a caller hears when we break: that it does not work, the number to call (its hours would make a minute of it), what to do in an emergency. Written in
 * advance for every language, so that nothing of what may be broken is needed to say it.
 */
export function writeTrouble(edition: Edition): (language: LanguageTag | null) => string {
  const write = (language: LanguageTag | null): string => {
    const all = listeners(edition.line, language);
    const { sentences } = edition.script([
      ...all.map((tag) => saying(tag, 'trouble')),
      ...all.map((tag) => numberOf(edition.line, language, tag)),
      ...all.map((tag) => saying(tag, 'emergency')),
    ]);
    return writeTwiml({ kind: 'hang-up', sound: toSay(edition.file, sentences) });
  };
  const anybody = write(null);
  const texts = new Map(edition.line.languages.map(({ tag }) => [tag, write(tag)]));
  return (language) => (language === null ? anybody : (texts.get(language) ?? anybody));
}
