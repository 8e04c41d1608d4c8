import { byProgram } from '../../staff/programs.ts';
import { hashToken } from '../../staff/secret-token.ts';
import type { OpenReading } from './read-texts.ts';
import { readGroups, textsOf } from './read-texts.ts';
import type { Reading, ReadingStores } from './reading-records.ts';
import { isOpen, type ReadingState, readingLimits, stateOfReading } from './reading-state.ts';
import type { ReadingTools } from './reading-tools.ts';

/** A link that does not work, and for which language it was made; null for an unknown one. */
export interface DeadReading {
  readonly kind: 'unknown' | 'finished' | 'revoked' | 'over';
  readonly language: string | null;
}

type GoodReading = { readonly kind: 'open'; readonly reading: Reading };

/** Checks a link without using it up: mail programs open links too. */
export async function findReading(
  { readings }: Pick<ReadingStores, 'readings'>,
  token: string,
  now: number,
): Promise<GoodReading | DeadReading> {
  const reading = await readings.findByHash(hashToken(token));
  if (!reading) return { kind: 'unknown', language: null };
  const state: ReadingState = stateOfReading(reading, now);
  if (isOpen(state)) return { kind: 'open', reading };
  const kind = state === 'finished' || state === 'revoked' ? state : 'over';
  return { kind, language: reading.language };
}

/** What a link opens: the texts of its language as they are now, and what was said about them. */
export async function openReading(
  { records, approvals, clock }: ReadingTools,
  token: string,
): Promise<({ readonly kind: 'open' } & OpenReading) | DeadReading> {
  const found = await findReading(records, token, clock());
  if (found.kind !== 'open') return found;
  const { draft } = await approvals.read();
  const judgements = await records.judgements.of([found.reading.number]);
  return { ...found, draft: draft.draft, groups: readGroups(draft, found.reading, judgements) };
}

/** The first answer begins a reading, and is in the audit. */
export async function beginReading(
  { readings, audit }: Pick<ReadingStores, 'readings' | 'audit'>,
  { number, language, reader }: Reading,
  at: number,
): Promise<void> {
  if (!(await readings.begin(number, at))) return;
  const who = byProgram('nativeReader');
  await audit.add({ at, who, act: 'reading-begun', about: { language, reader, number } });
}

/** What a reader says about one text. */
export interface JudgementForm {
  readonly prompt: string;
  /** The hash that the page had when it was sent. */
  readonly hash: string;
  readonly isRight: boolean;
  /** The marked sentences, 0 for the first. */
  readonly sentences: readonly number[];
  readonly comment: string;
}

/** The outcome of saying something about a text. `changed`: the text is not the one that was shown. */
export interface JudgeResult {
  readonly kind: 'saved' | 'changed' | 'nothing-marked' | 'too-long';
}

/** Saves what a reader says about one text. */
export async function judgeText(
  tools: ReadingTools,
  token: string,
  { prompt, hash, isRight, sentences, comment }: JudgementForm,
): Promise<JudgeResult | DeadReading> {
  const { records, clock } = tools;
  const open = await openReading(tools, token);
  if (open.kind !== 'open') return open;
  const text = textsOf(open).find((each) => each.prompt === prompt && each.hash === hash);
  if (!text) return { kind: 'changed' };
  const { language } = text;
  const count = open.draft.words.get(language)?.prompts[prompt]?.length ?? 0;
  const marked = [...new Set(sentences)]
    .filter((each) => each >= 0 && each < count)
    .toSorted((one, other) => one - other);
  const said = comment.trim();
  if (said.length > readingLimits.comment) return { kind: 'too-long' };
  if (!isRight && marked.length === 0 && said === '') return { kind: 'nothing-marked' };
  return records.transaction(async (stores) => {
    const at = clock();
    const again = await findReading(stores, token, at);
    if (again.kind !== 'open') return again;
    await beginReading(stores, again.reading, at);
    const own = { reading: again.reading.number, language, prompt, hash, at, isRight, isForGroup: false };
    await stores.judgements.save({ ...own, sentences: isRight ? [] : marked, comment: isRight ? '' : said });
    return { kind: 'saved' };
  });
}
