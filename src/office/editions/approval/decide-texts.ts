import { fingerprint } from '../../../words/fingerprint.ts';
import { type DraftLine, type DraftText, textRefKey } from '../../drafts/draft-text.ts';
import { whoIs } from '../../staff/desk/actor.ts';
import type { ApprovalStores, ApprovedSound, HashedText } from './approval-records.ts';
import type { ApprovalSnapshot, Candidate } from './candidates.ts';
import type { Approver, RefusalReason, Refused } from './choose.ts';
import { markReviewed } from './mark-reviewed.ts';
import type { TextVoice } from './spoken-text.ts';
import { authorsOf, lineRevisionOf } from './text-authors.ts';

/** A text to approve, with the checksums of its sounds. */
export interface HeardText {
  readonly candidate: Candidate;
  readonly sounds: readonly ApprovedSound[];
}

/** The outcome for all texts together. */
export type Decided =
  | { readonly kind: 'approved'; readonly texts: readonly HashedText[] }
  | { readonly kind: 'refused'; readonly refused: readonly Refused[] };

/**
 * The inputs of one decision, or of the checks alone: the stores, which may be those of a transaction, and what was
 * read before.
 */
interface Deciding {
  readonly stores: ApprovalStores;
  readonly snapshot: ApprovalSnapshot;
  readonly engine: Pick<TextVoice, 'id'>;
  readonly actor: Approver;
  readonly at: number;
}

/** Maximum number of revisions of the line to read: more than an office makes in several years. */
const mostLines = 1000;

/** A text with the result of the checks. */
interface Judged extends HeardText {
  /**
   * The text's newest revision with these words, or else its newest revision. Null if no revision is stored: then
   * nobody has changed the text.
   */
  readonly text: DraftText | null;
  /** The newest revision of the line with which the text sounds like this; 0 if there is none. */
  readonly lineRevision: number;
  readonly why: RefusalReason | null;
}

/**
 * Checks, within the transaction, whether the texts have changed, who wrote them and whether this person has heard
 * them. Approves all texts or none.
 * @param reader the native reader who reviewed the texts; null if nobody is named
 */
export async function decideTexts(
  deciding: Deciding,
  texts: readonly HeardText[],
  reader: string | null,
): Promise<Decided> {
  const { stores, snapshot, actor, at } = deciding;
  const judged = await judgeTexts(deciding, texts);
  const refused = judged.flatMap(({ candidate: { language, prompt, hash }, why }) =>
    why === null ? [] : [{ language, prompt, hash, why }],
  );
  if (refused.length > 0) return { kind: 'refused', refused };
  const by = whoIs(actor);
  for (const { candidate, sounds, text, lineRevision } of judged) {
    const { language, prompt, hash } = candidate;
    const about = { language, prompt, hash, verdict: 'approved', revision: text?.revision ?? 0, lineRevision } as const;
    await stores.approvals.add({ ...about, sounds, comment: '', by, at });
  }
  const tags = [...new Set(judged.map(({ candidate }) => candidate.language))].join(', ');
  const prompts = [...new Set(judged.map(({ candidate }) => candidate.prompt))].join(', ');
  const about = { language: tags, texts: judged.length, prompts };
  await stores.audit.add({ at, who: by, act: 'texts-approved', about });
  const ofDraft = judged.map(({ candidate }) => candidate).filter(({ origin }) => origin === 'draft');
  if (reader !== null) await markReviewed(stores, snapshot.now, ofDraft, { by, at, reader });
  return { kind: 'approved', texts: judged.map(({ candidate }) => candidate) };
}

/** Checks for each text whether it has changed, who wrote it, and whether the person who decides has heard it. */
export async function judgeTexts(deciding: Deciding, texts: readonly HeardText[]): Promise<Judged[]> {
  const { stores, actor } = deciding;
  const lines = await stores.lines.history(mostLines);
  const hashes = texts.map(({ candidate }) => candidate.hash);
  const heard = await stores.listenings.heardBy(actor.accountId, hashes);
  const languages = new Set(texts.map(({ candidate }) => candidate.language));
  const prompts = new Set(texts.map(({ candidate }) => candidate.prompt));
  const histories = Map.groupBy(await stores.texts.histories([...languages], [...prompts]), textRefKey);
  return texts.map((each) =>
    judge(deciding, each, { lines, heard, history: histories.get(textRefKey(each.candidate)) ?? [] }),
  );
}

/** What the database has about a text. */
interface Stored {
  /** Revisions of the text and of the line, the newest first. */
  readonly history: readonly DraftText[];
  readonly lines: readonly DraftLine[];
  /** The hashes of the texts that the person has heard. */
  readonly heard: ReadonlySet<string>;
}

function judge(
  { snapshot: { now, live, verdicts }, engine, actor }: Deciding,
  { candidate, sounds }: HeardText,
  { history, lines, heard }: Stored,
): Judged {
  const { language, prompt, hash, origin } = candidate;
  const [newest = null] = history;
  const isChanged = now.isKept
    ? lines[0]?.revision !== now.line.revision || newest?.revision !== now.find(language, prompt)?.revision
    : lines.length > 0;
  const sentences = live.draft.words.get(language)?.prompts[prompt] ?? [];
  const same = history.find((each) => fingerprint(each.sentences) === fingerprint(sentences));
  const text = origin === 'live' ? (same ?? newest) : newest;
  const approvals = verdicts.approvals(candidate);
  const isOwn =
    text !== null && authorsOf({ ref: candidate, text, history, lines, approvals, engine }).has(actor.accountId);
  const why = isChanged ? 'changed' : isOwn ? 'own' : heard.has(hash) ? null : 'not-heard';
  const { line } = live.draft;
  const lineRevision =
    origin === 'draft' ? (lines[0]?.revision ?? 0) : lineRevisionOf({ ref: candidate, sentences, line }, lines, engine);
  return { candidate, sounds, text, lineRevision, why };
}
