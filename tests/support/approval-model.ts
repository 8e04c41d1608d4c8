import fc from 'fast-check';
import type { TextRef } from '../../src/call/step.ts';
import { toDraftContent } from '../../src/office/drafts/draft-content.ts';
import type { DraftNow } from '../../src/office/drafts/draft-desk.ts';
import { fingerprint } from '../../src/words/fingerprint.ts';
import { requiredPromptsIn } from '../../src/words/prompt-ids.ts';
import type { SmallApprovals } from './small-approvals.ts';
import { byFolder, morning, worker } from './small-office.ts';
import { tinyDraft } from './tiny-draft.ts';

/** People who may do everything except approve their own work. */
export const people = ['aoki', 'baba', 'chiba'].map((name) => worker(name, 'administrator'));

/** The texts that people work on: source texts and translations, some of which use a fact. */
export const places: readonly TextRef[] = ['ja', 'en'].flatMap((language) =>
  ['goodbye', 'days.which'].map((prompt) => ({ language, prompt })),
);

export const original = tinyDraft();

/** The content of the prompts folder, as an import reads it. */
export const folder = toDraftContent(original, byFolder, morning);

/**
 * The words of a text in the made-up draft, with its last sentence repeated `times` more times. Every value of `times`
 * gives different words. The checks find nothing in any of them.
 */
export function wordsOf({ language, prompt }: TextRef, times: number): string {
  const sentences = original.words.get(language)?.prompts[prompt] ?? [];
  return [...sentences, ...Array<string>(times).fill(sentences.at(-1) ?? '')].join('\n');
}

/**
 * One act of one person: the act, the text that it changes or judges, the person, and a number. Each act uses the
 * number differently.
 */
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

/** The simplest model of what the approval rules demand. Tests compare the office with it. */
export interface ApprovalModel {
  /** The people who have worked on each text since its last approval. The keys are the names of the texts. */
  readonly authors: Map<string, Set<string>>;
  /**
   * The people who have changed the fact `firstDay` since the last approval of each text. The keys are the names of the
   * texts. These people count as authors only of texts that use the fact.
   */
  readonly changers: Map<string, Set<string>>;
  /** The last verdict about each text. The keys are the text's name and hash. */
  readonly verdicts: Map<string, 'approved' | 'sent-back'>;
  /** Every sound that a person has heard to its end, as `<account id> <hash of the text>`. */
  readonly heard: Set<string>;
  /** Every text that was ever saved, as `<name> <fingerprint>`. */
  readonly saved: Set<string>;
  /** What each edition said when it was published. The keys are the hashes of the editions. */
  readonly editions: Map<string, string>;
  /** The hash of the edition that was published last. */
  live: string;
}

/** @param office an office whose first edition has just been published and approved */
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

/** Everything that callers would hear if a draft were live, as one string for comparison. */
export const saidBy = ({ line, find }: Pick<DraftNow, 'line' | 'find'>): string =>
  JSON.stringify([
    line.file.facts,
    line.file.languages.map(({ tag }) =>
      requiredPromptsIn(line.file, tag).map((prompt) => find(tag, prompt)?.sentences ?? []),
    ),
  ]);

/** Everything that callers hear of the live edition, as one string for comparison with `saidBy`. */
export const saidLive = ({ shelf }: Pick<SmallApprovals, 'shelf'>): string => {
  const { file, words } = shelf.current;
  return JSON.stringify([
    file.facts,
    file.languages.map(({ tag }) => requiredPromptsIn(file, tag).map((prompt) => words[tag]?.prompts[prompt] ?? [])),
  ]);
};

/** The live edition, in the form that the approval desk expects. */
export const liveEdition = ({ shelf }: Pick<SmallApprovals, 'shelf'>) => {
  const { file, words, engine, hash } = shelf.current;
  return { line: file, words, engine, hash };
};

/** Every text that callers hear, as `<name> <hash>`. */
export async function liveHashes(office: SmallApprovals): Promise<string[]> {
  const edition = liveEdition(office);
  const hashes = await office.approvals.hashesOf(edition);
  return edition.line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(edition.line, language).map(
      (prompt) => `${language} ${prompt} ${hashes.find({ language, prompt })}`,
    ),
  );
}

/** Whether a text is marked as finished, and is the source text or was translated from the present source text. */
export function isCurrent(now: DraftNow, { language, prompt }: TextRef): boolean {
  const text = now.find(language, prompt);
  const source = fingerprint(now.find('ja', prompt)?.sentences ?? []);
  return text?.isReady === true && (language === 'ja' || text.sourceFingerprint === source);
}
