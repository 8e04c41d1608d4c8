import type { LanguageTag } from '../../call/line.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import { byName, withoutPrototypes } from '../../words/by-name.ts';
import type { Draft } from '../../words/draft.ts';
import type { LineFile } from '../../words/line-file.ts';

/** The words of one language in an edition. */
export interface EditionWords {
  readonly reviewed: boolean;
  readonly prompts: Readonly<Record<string, readonly string[]>>;
}

/** What an edition is made of, and whose voice speaks it: its hash is over all of this. */
export interface EditionContent {
  readonly line: LineFile;
  readonly words: Readonly<Record<LanguageTag, EditionWords>>;
  readonly engine: Pick<SpeechEngine, 'id' | 'fingerprint'>;
}

/** Takes the words of a draft, without what only the draft needs. */
export const contentOf = (draft: Draft, { id, fingerprint }: EditionContent['engine']): EditionContent => ({
  line: draft.line,
  words: byName([...draft.words].map(([tag, { reviewed, prompts }]) => [tag, { reviewed, prompts }])),
  engine: { id, fingerprint },
});

/** The content of an edition as what editions are made from. */
export const draftOf = ({ line, words }: EditionContent): Draft => ({
  line,
  words: new Map(Object.entries(words)),
  reasons: [],
});

/** As text, for a row or for another thread. */
export const writeContent = ({ line, words, engine }: EditionContent): string =>
  JSON.stringify({ line, words, engine });

/** What was written so. */
export const readContent = (text: string): EditionContent => JSON.parse(text, withoutPrototypes);
