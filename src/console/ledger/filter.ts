import type { LanguageTag } from '../../call/line.ts';
import { normalise } from '../../common/normalise.ts';
import type { Names } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { LedgerRow } from '../../office/drafts/ledger.ts';
import { textStates } from '../../office/drafts/text-state.ts';
import type { LineFile } from '../../words/line-file.ts';
import { parseSentence } from '../../words/sentence-template.ts';

/**
 * The states by which staff can filter texts. As in the ledger, published texts that nobody has approved have a
 * separate state, `unapproved`.
 */
export const ledgerStates = [...textStates, 'unapproved'] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** Which texts the ledger shows. An empty field does not filter. */
export interface LedgerFilter {
  readonly state: LedgerState | '';
  readonly language: LanguageTag | '';
  /** The words to search for in texts, and in the names and ids of prompts. */
  readonly query: string;
}

/** Maximum length of a search, in characters. Further characters are ignored. */
export const longestQuery = 100;

/** Reads the filter from the address; unknown values are ignored. */
export function readFilter(query: Readonly<Record<string, unknown>>, { languages }: LineFile): LedgerFilter {
  const [state, language] = [String(query.state ?? ''), String(query.language ?? '')];
  return {
    state: ledgerStates.find((each) => each === state) ?? '',
    language: languages.find(({ tag }) => tag === language)?.tag ?? '',
    query: typeof query.q === 'string' ? query.q.trim().slice(0, longestQuery) : '',
  };
}

/** The rows that match the filter. The state and the query may match in different languages of `languages`. */
export function filterRows(
  rows: readonly LedgerRow[],
  { state, query }: LedgerFilter,
  languages: readonly LanguageTag[],
  { find }: Pick<DraftNow, 'find'>,
  names: Pick<Names, 'prompt'>,
): LedgerRow[] {
  const wanted = plain(query);
  const says = (language: LanguageTag, prompt: string) =>
    (find(language, prompt)?.sentences ?? []).some((sentence) =>
      searchForms(sentence).some((text) => text.includes(wanted)),
    );
  return rows.filter(
    ({ prompt, states, unapproved }) =>
      (state === '' || languages.some((tag) => (unapproved.has(tag) ? 'unapproved' : states.get(tag)) === state)) &&
      (wanted === '' ||
        prompt.includes(wanted) ||
        plain(names.prompt(prompt)).includes(wanted) ||
        languages.some((tag) => says(tag, prompt))),
  );
}

const noTexts: Readonly<Record<LedgerState, number>> = {
  missing: 0,
  draft: 0,
  'sent-back': 0,
  stale: 0,
  'to-approve': 0,
  approved: 0,
  published: 0,
  unapproved: 0,
};

/** How many texts are in each state, in the given languages or in all. */
export function countStates(
  rows: readonly LedgerRow[],
  languages?: readonly LanguageTag[],
): Record<LedgerState, number> {
  const counts = { ...noTexts };
  for (const { states, unapproved } of rows) {
    for (const [tag, state] of states) {
      if (!state || languages?.includes(tag) === false) continue;
      counts[unapproved.has(tag) ? 'unapproved' : state] += 1;
    }
  }
  return counts;
}

/** Prepares a text for a search that ignores spaces, capital letters and full-width forms. */
const plain = (text: string): string => normalise(text, 'NFKC').toLowerCase().replaceAll(/\s+/gu, '');

/**
 * The three forms of a sentence that are searched. The first is the sentence as it is stored. The second has no
 * readings. The third has the readings in place of their kanji, and no placeholders.
 */
function searchForms(sentence: string): string[] {
  const parts = parseSentence(sentence).map((part) => ({
    seen: part.kind === 'placeholder' ? `{{${part.name}}}` : part.text,
    heard: part.kind === 'reading' ? part.reading : part.kind === 'placeholder' ? '' : part.text,
  }));
  return [sentence, parts.map(({ seen }) => seen).join(''), parts.map(({ heard }) => heard).join('')].map(plain);
}
