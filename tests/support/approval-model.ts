import fc from 'fast-check';
import { toDraftContent } from '../../src/office/drafts/draft-content.ts';
import type { DraftNow } from '../../src/office/drafts/draft-desk.ts';
import type { TextRef } from '../../src/office/editions/speak-text.ts';
import { fingerprint } from '../../src/words/fingerprint.ts';
import { requiredPromptsIn } from '../../src/words/prompt-ids.ts';
import type { SmallApprovals } from './small-approvals.ts';
import { byFolder, morning, worker } from './small-office.ts';
import { tinyDraft } from './tiny-draft.ts';

/** Everybody may do everything but approve his own. */
export const people = ['aoki', 'baba', 'chiba'].map((name) => worker(name, 'administrator'));

/** The texts that people work on: sources and translations, some with a value in them. */
export const places: readonly TextRef[] = ['ja', 'en'].flatMap((language) =>
  ['goodbye', 'days.which'].map((prompt) => ({ language, prompt })),
);

export const original = tinyDraft();

/** The prompts folder as an import reads it. */
export const folder = toDraftContent(original, byFolder, morning);

/** The made-up words with the last sentence as often as is said: other words, about which the checks have nothing to say. */
export function wordsOf({ language, prompt }: TextRef, times: number): string {
  const sentences = original.words.get(language)?.prompts[prompt] ?? [];
  return [...sentences, ...Array<string>(times).fill(sentences.at(-1) ?? '')].join('\n');
}

/** One thing that one person does; what it is done to, and a number that every act understands in its own way. */
export const step = fc.record({
  what: fc.constantFrom(
    ...(['edit', 'edit', 'edit', 'tick', 'confirm', 'restore', 'fact', 'import'] as const),
    ...(['approve', 'approve', 'approve', 'approve', 'send-back', 'publish', 'emergency', 'roll-back'] as const),
  ),
  place: fc.constantFrom(...places),
  person: fc.constantFrom(...people),
  number: fc.integer({ min: 0, max: 5 }),
});
export type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

export const nameOf = ({ language, prompt }: TextRef): string => `${language} ${prompt}`;

/** What the rules say, kept beside the office in the simplest way there is. */
export interface ApprovalModel {
  /** Whose work is in a text since it was approved last, by its name. */
  readonly authors: Map<string, Set<string>>;
  /** Who has changed the fact since a text was approved last, by its name; it counts only where the text says the fact. */
  readonly changers: Map<string, Set<string>>;
  /** What was approved last, or sent back since, by name and hash. */
  readonly verdicts: Map<string, 'approved' | 'sent-back'>;
  /** Who has heard what to its end, by account and hash. */
  readonly heard: Set<string>;
  /** Every text that was ever saved. */
  readonly saved: Set<string>;
  /** What every edition said when it was published, by its hash. */
  readonly editions: Map<string, string>;
  /** The hash of what was published last. */
  live: string;
}

/** @param office one whose first edition has just been published and approved */
export async function createModel(office: SmallApprovals): Promise<ApprovalModel> {
  const { hash } = office.shelf.current;
  return {
    authors: new Map(places.map((place) => [nameOf(place), new Set<string>()])),
    changers: new Map(places.map((place) => [nameOf(place), new Set<string>()])),
    verdicts: new Map((await liveHashes(office)).map((each) => [each, 'approved'])),
    heard: new Set(),
    saved: new Set(),
    editions: new Map([[hash, saidBy(await office.desk.read())]]),
    live: hash,
  };
}

/** Everything that a draft lets callers hear, as one text to compare. */
export const saidBy = ({ line, find }: Pick<DraftNow, 'line' | 'find'>): string =>
  JSON.stringify([
    line.file.facts,
    line.file.languages.map(({ tag }) =>
      requiredPromptsIn(line.file, tag).map((prompt) => find(tag, prompt)?.sentences ?? []),
    ),
  ]);

/** The same of what is live. */
export const saidLive = ({ shelf }: Pick<SmallApprovals, 'shelf'>): string => {
  const { file, words } = shelf.current;
  return JSON.stringify([
    file.facts,
    file.languages.map(({ tag }) => requiredPromptsIn(file, tag).map((prompt) => words[tag]?.prompts[prompt] ?? [])),
  ]);
};

/** What callers hear now, as approvals know it. */
export const liveEdition = ({ shelf }: Pick<SmallApprovals, 'shelf'>) => {
  const { file, words, engine, hash } = shelf.current;
  return { line: file, words, engine, hash };
};

/** The name and hash of every text that callers hear. */
export async function liveHashes(office: SmallApprovals): Promise<string[]> {
  const edition = liveEdition(office);
  const hashes = await office.approvals.hashesOf(edition);
  return edition.line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(edition.line, language).map(
      (prompt) => `${language} ${prompt} ${hashes.find({ language, prompt })}`,
    ),
  );
}

/** Whether a text is finished and was made from the source text as it is now. */
export function isCurrent(now: DraftNow, { language, prompt }: TextRef): boolean {
  const text = now.find(language, prompt);
  const source = fingerprint(now.find('ja', prompt)?.sentences ?? []);
  return text?.isReady === true && (language === 'ja' || text.sourceFingerprint === source);
}
