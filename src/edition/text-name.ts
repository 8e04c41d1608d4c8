import type { LanguageTag, Line } from '../call/line.ts';
import { destinationPrompt, topicPrompt } from '../call/say.ts';
import type { Saying, TextRef } from '../call/step.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { withoutJapaneseSpaces } from '../common/japanese-spaces.ts';
import type { Edition } from './edition.ts';
import type { EditionSentence, ShownPart } from './edition-file.ts';
import { promptNames } from './prompt-names.ts';
import { dialled, offeredKey, plainText } from './shown-text.ts';

/** What is needed of an edition to name its texts. */
export interface NamedEdition {
  readonly line: Line;
  readonly languageName: (tag: LanguageTag) => string | undefined;
  readonly destinationName: (id: string) => Bilingual | undefined;
  /** May throw if the edition has no words for the saying. */
  readonly sentences: (saying: Saying) => readonly EditionSentence[];
}

/** What is needed to name the texts of an edition for calls. */
export const namedEdition = ({ line, file, language, script }: Edition): NamedEdition => ({
  line,
  languageName: (tag) => language(tag)?.name,
  destinationName: (id) => file.destinations.find(([each]) => each === id)?.[1],
  sentences: (saying) => script([saying]).sentences,
});

/**
 * What operators call a text: its language, its name and its id. Editions do not contain the names that an office gives
 * to topics and texts. So a text of a topic is named after the words that offer the topic in the menu. A text that has
 * no fixed name, and is not about a topic or a destination, is named after its own first words, without telephone
 * numbers.
 */
export function textName(edition: NamedEdition, { language, prompt }: TextRef): Bilingual {
  const tag = edition.languageName(language) ?? language;
  const name = promptName(edition, prompt);
  return {
    ja: name.ja === '' ? `${tag}(${prompt})` : `${tag}の「${name.ja}」(${prompt})`,
    en: name.en === '' ? `${tag} (${prompt})` : `“${name.en}” in ${tag} (${prompt})`,
  };
}

const destinationParts = {
  transfer: { ja: 'へつなぐ前', en: 'Before connecting to ' },
  number: { ja: 'の電話番号の案内', en: 'Telling the number of ' },
  hours: { ja: 'の受付時間の案内', en: 'Telling the hours of ' },
} as const;

/** The name of a text in both languages; empty if it has none. */
function promptName(edition: NamedEdition, prompt: string): Bilingual {
  if (Object.hasOwn(promptNames, prompt)) return promptNames[prompt as keyof typeof promptNames];
  const { topics, destinations } = edition.line;
  for (const topic of topics) {
    const named = () =>
      inBoth((written) => wordsOf(edition, written, { prompt: topicPrompt(topic.id), key: topic.key }));
    if (topicPrompt(topic.id) === prompt) return around(named(), { ja: ['メニュー:', ''], en: ['Menu: ', ''] });
    const number = topic.parts.indexOf(prompt) + 1;
    if (number > 0) return around(named(), { ja: ['', `(${number})`], en: ['', ` (${number})`] });
  }
  for (const { id } of destinations) {
    const part = (['transfer', 'number', 'hours'] as const).find((each) => destinationPrompt(id, each) === prompt);
    if (!part) continue;
    const { ja, en } = destinationParts[part];
    return around(edition.destinationName(id) ?? { ja: id, en: id }, { ja: ['', ja], en: [en, ''] });
  }
  return inBoth((written) => wordsOf(edition, written, { prompt }));
}

type Written = 'ja' | 'en';

const inBoth = (make: (written: Written) => string): Bilingual => ({ ja: make('ja'), en: make('en') });

const around = ({ ja, en }: Bilingual, and: Readonly<Record<Written, readonly [string, string]>>): Bilingual => ({
  ja: `${and.ja[0]}${ja}${and.ja[1]}`,
  en: `${and.en[0]}${en}${and.en[1]}`,
});

/**
 * Maximum length, in characters, of a name that is made of the first words of a text. It is enough to recognise the
 * text.
 */
const longestWords = 40;

/**
 * The first words of a text, or what its key is for. They are in the wanted language, or in the first language of the
 * line if the line does not speak the wanted one.
 */
function wordsOf(edition: NamedEdition, written: Written, saying: Omit<Saying, 'language'>): string {
  const tags = edition.line.languages.map(({ tag }) => tag);
  const language = tags.find((tag) => tag.split('-')[0] === written) ?? tags[0] ?? written;
  const [first] = sentencesOf(edition, { ...saying, language });
  if (!first) return '';
  const shown = (offeredKey(first)?.name ?? first.shown).map(withoutNumber);
  const letters = [...withoutJapaneseSpaces(plainText(shown)).trim()];
  return letters.length > longestWords ? `${letters.slice(0, longestWords).join('')}…` : letters.join('');
}

const withoutNumber = (part: ShownPart): ShownPart => (dialled(part) === null ? part : { text: '…' });

function sentencesOf(edition: NamedEdition, saying: Saying): readonly EditionSentence[] {
  try {
    return edition.sentences(saying);
  } catch {
    // The name may be for an alert about exactly this text, because its words are missing.
    return [];
  }
}
