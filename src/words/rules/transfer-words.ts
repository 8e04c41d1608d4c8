import type { LanguageTag } from '../../call/line.ts';
import { destinationPrompt } from '../../call/say.ts';
import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage } from './language-of.ts';
import { type Phrases, phrasesIn, wholeWords } from './phrases.ts';
import { sentencesOf } from './written-sentence.ts';

/** Phrases that ask the caller to stay on the line. */
const wait: Phrases = lookup({
  en: wholeWords('wait|hold|stay on the line'),
  es: wholeWords('esper[ea]|aguarde'),
  pt: wholeWords('esper[ea]|aguarde'),
  zh: /等/gu,
  ko: /기다/gu,
  ja: /待って|まって/gu,
});

/**
 * Chinese names of languages end in 文, 语 or 語. All three are accepted, because usage in Taiwan differs from Unicode's
 * data.
 */
const chineseName = /[文语語]$/u;

/** The names that a text may use for a language, based on the locale data of Unicode. */
function namesIn(language: LanguageTag, spoken: LanguageTag): string[] {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(baseLanguage(spoken)) ?? spoken;
  return chineseName.test(name) ? ['文', '语', '語'].map((end) => name.replace(chineseName, end)) : [name];
}

/**
 * M-15: before a transfer, callers must hear the names of all languages that are spoken at the destination. Otherwise
 * they may reach a person who does not understand them. They must also hear that they may have to wait. Otherwise they
 * may hang up during the silence.
 */
export function transferWords(draft: Draft): Finding[] {
  const { line, words } = draft;
  const sentences = sentencesOf(draft);
  return line.destinations.flatMap(({ id, languages }) => {
    const prompt = destinationPrompt(id, 'transfer');
    return [...words].flatMap(([language, { prompts }]): Finding[] => {
      const said = sentences.filter((each) => each.language === language && each.prompt === prompt);
      if (!prompts[prompt]) return [];
      const text = said.map(({ surface }) => surface.replaceAll(/\s+/gu, '').toLowerCase()).join(' ');
      const says = (name: string) => text.includes(name.replaceAll(/\s+/gu, '').toLowerCase());
      const missing = [...new Set(languages.map((tag) => namesIn(language, tag).join('/')))].filter(
        (names) => !names.split('/').some(says),
      );
      const finding = { rule: 'M-15', level: 'error', place: { language, prompt } } as const;
      const knowsWait = wait[baseLanguage(language)] !== undefined;
      return [
        ...missing.map((names) => ({
          ...finding,
          ja: `「${prompt}」は、転送先で話せる「${names}」を伝えていません。転送先の言語をすべて入れてください。`,
          en: `"${prompt}" does not name "${names}", which is spoken at the destination; name all of its languages.`,
        })),
        ...(knowsWait && !said.some((sentence) => phrasesIn(sentence, wait).length > 0)
          ? [
              {
                ...finding,
                ja: `「${prompt}」は、つながるまで待つように言っていません。「切らないで待ってください」のような文を足してください。`,
                en: `"${prompt}" does not ask callers to wait; tell them that there may be silence, and that they should not hang up.`,
              },
            ]
          : []),
      ];
    });
  });
}
