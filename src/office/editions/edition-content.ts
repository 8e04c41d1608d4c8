import type { LanguageTag } from '../../call/line.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import { byName, withoutPrototypes } from '../../words/by-name.ts';
import type { Draft } from '../../words/draft.ts';
import type { LineFile } from '../../words/line-file.ts';
import { withoutStaffNames } from '../../words/staff-names.ts';

/** The words of one language in an edition. */
interface EditionWords {
  readonly reviewed: boolean;
  readonly prompts: Readonly<Record<string, readonly string[]>>;
}

/** What an edition consists of, including the engine that speaks it. The edition's hash covers the whole content. */
export interface EditionContent {
  readonly line: LineFile;
  readonly words: Readonly<Record<LanguageTag, EditionWords>>;
  readonly engine: Pick<SpeechEngine, 'id' | 'fingerprint'>;
}

/** The content of a draft, without the parts that only drafts have, such as the names that only staff see. */
export const contentOf = (draft: Draft, { id, fingerprint }: EditionContent['engine']): EditionContent => ({
  line: withoutStaffNames(draft.line),
  words: byName([...draft.words].map(([tag, { reviewed, prompts }]) => [tag, { reviewed, prompts }])),
  engine: { id, fingerprint },
});

/** The reverse of `contentOf`: a draft from which the edition can be created again. */
export const draftOf = ({ line, words }: EditionContent): Draft => ({
  line,
  words: new Map(Object.entries(words)),
  reasons: [],
});

/** Serializes content for a database row or another process. */
export const writeContent = ({ line, words, engine }: EditionContent): string =>
  JSON.stringify({ line, words, engine });

/** Reads what `writeContent` wrote. */
export const readContent = (text: string): EditionContent => JSON.parse(text, withoutPrototypes);
