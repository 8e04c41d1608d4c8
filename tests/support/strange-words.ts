import type { Draft, LanguageWords } from '../../src/words/draft.ts';
import { momentPlaceholders, placeholdersWithoutFact } from '../../src/words/moment-facts.ts';
import { requiredPromptsIn } from '../../src/words/prompt-ids.ts';
import { disasterDraft } from './disaster-draft.ts';
import { visibleText } from './visible-text.ts';

const ofClosures: Readonly<Record<string, LanguageWords['prompts']>> = {
  ja: {
    'closure.founding-day': ['{記念日|きねんび}で {休|やす}みです。'],
    'opens-again': ['{{openingDay}} {{openingTime}}に {開|あ}きます。'],
  },
  en: {
    'closure.founding-day': ['It is closed for an anniversary.'],
    'opens-again': ['It opens {{openingDay}} at {{openingTime}}.'],
  },
  'zh-Hans': {
    'closure.founding-day': ['今天是纪念日，休息。'],
    'opens-again': ['{{openingDay}}{{openingTime}}开门。'],
  },
};

/** The made-up line with everything that can have an id. It has a disaster notice, and a closed day with a reason. */
export function draftWithIds(): Draft {
  const { line, words, ...draft } = disasterDraft();
  const withReason = [...words].map(([tag, each]): [string, LanguageWords] => [
    tag,
    { ...each, prompts: { ...each.prompts, ...ofClosures[tag] } },
  ]);
  return {
    ...draft,
    line: {
      ...line,
      closures: [{ id: 'founding-day', name: { ja: '創立記念日', en: 'Founding Day' } }],
      destinations: line.destinations.map((each) => ({
        ...each,
        dates: [{ kind: 'closed', from: '2026-12-02', reason: 'founding-day' }],
      })),
    },
    words: new Map(withReason),
  };
}

const { line } = draftWithIds();
const { kinds, places, actions } = line.disaster ?? { kinds: [], places: [], actions: [] };

/** Ids and language tags that are not English words. */
const ids = [
  ...requiredPromptsIn(line, line.sourceLanguage).filter((id) => /[.-]/.test(id)),
  ...Object.keys(line.facts),
  ...momentPlaceholders,
  ...(line.closures ?? []).map(({ id }) => id),
  ...line.languages.map(({ tag }) => tag),
];
/**
 * Ids that are also English words. Pages in Japanese may not show them, except in parts that are marked as English. Two
 * ids are allowed: `days` is in the title of the call that `fillOffice` stores, and the form of a new topic explains
 * `{{key}}`.
 */
const wordIds = [
  ...[...line.topics, ...line.destinations, ...kinds, ...places, ...actions].map(({ id }) => id),
  ...placeholdersWithoutFact,
].filter((id) => !['days', 'key'].includes(id));

const isIn = (id: string, text: string): boolean =>
  new RegExp(`(?<![\\w.-])${id.replaceAll('.', String.raw`\.`)}(?![\\w.-])`).test(text);

/** Matches names of files and folders, lines of files, codes of system errors, and ids of rules. */
const technical = /\.(?:ya?ml|json|db)\b|\bline \d+\b|行番号|\/(?:tmp|srv|home|var)\/|\bE[A-Z]{4,}\b|\b[A-Z]-\d\d\b/;

/**
 * Finds texts of a page that people in an office should not have to read, because they contain ids, language tags,
 * names of files or ids of rules. The page must belong to a console with the line of `draftWithIds`.
 * @param language the language of the page
 */
export function strangeIn(html: string, language: 'ja' | 'en'): string[] {
  const strange = language === 'ja' ? [...ids, ...wordIds] : ids;
  return visibleText(html, language).filter((text) => technical.test(text) || strange.some((id) => isIn(id, text)));
}
