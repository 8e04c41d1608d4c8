import type { LanguageTag } from '../../../call/line.ts';
import type { DraftNow } from '../../drafts/draft-desk.ts';
import type { Actor } from '../../staff/desk/actor.ts';
import type { EditionContent } from '../edition-content.ts';
import type { HashedText } from './approval.ts';
import { type ApprovalParts, createApprovalTools, readLive, readSituation } from './approval-tools.ts';
import { type ApproveForm, type ApproveResult, approveTexts } from './approve-texts.ts';
import type { Candidate, Situation } from './candidates.ts';
import { mayDecide, type WhyNot } from './choose.ts';
import { judgeTexts } from './decide-texts.ts';
import { type OpenEmergency, openEmergencies } from './emergency.ts';
import {
  type BeginResult,
  beginListening,
  type EndResult,
  endListening,
  type OpenListening,
  readListening,
} from './listen.ts';
import { type SendBackResult, sendBack } from './send-back.ts';
import type { TextHashes } from './text-hashes.ts';
import { newAmong, unapprovedIn } from './unapproved.ts';

/** An edition, whether it was published or not. */
type Named = EditionContent & { readonly hash: string };

/**
 * Where it is decided that callers may hear a text: by somebody else than its authors, who has listened to it. What a person
 * can do wrong is a result with a `kind`.
 */
export interface ApprovalDesk {
  /** The draft beside what callers hear, and what was decided about both. */
  read(now?: DraftNow): Promise<Situation>;
  beginListening(actor: Actor, texts: readonly HashedText[]): Promise<BeginResult>;
  /** Null when it is somebody else's, or something in it sounds otherwise now. */
  readListening(actor: Actor, number: number): Promise<OpenListening | null>;
  endListening(actor: Actor, number: number): Promise<EndResult>;
  approve(actor: Actor, form: ApproveForm): Promise<ApproveResult>;
  sendBack(actor: Actor, text: HashedText, comment: string): Promise<SendBackResult>;
  /** Why this person cannot approve each of these candidates now; null where nothing is in the way. In their order. */
  whyNot(actor: Actor, situation: Situation, candidates: readonly Candidate[]): Promise<readonly (WhyNot | null)[]>;
  /** The texts of an edition that nobody has approved. */
  unapproved(edition: Named): Promise<readonly HashedText[]>;
  /**
   * The texts of a draft that callers would hear for the first time, and that nobody has approved.
   * @param live null when nothing was ever published
   * @param isThorough compares every kept sound once more with what was approved
   */
  unapprovedNews(
    beside: { readonly now: Pick<DraftNow, 'draft'>; readonly live: Named | null },
    isThorough?: boolean,
  ): Promise<readonly HashedText[]>;
  /** The hash of every text of an edition. */
  hashesOf(edition: Named): Promise<TextHashes>;
  /** What went live in an emergency and is not approved yet; the latest first. */
  emergencies(): Promise<readonly OpenEmergency[]>;
  /** The languages in which all of these prompts are approved as callers would hear them now. */
  approvedLanguages(prompts: readonly string[]): Promise<readonly LanguageTag[]>;
}

export function createApprovalDesk(parts: ApprovalParts): ApprovalDesk {
  const tools = createApprovalTools(parts);
  const { book, hashesOf, hashTexts, engine, editions } = tools;
  return {
    read: (now) => readSituation(tools, now),
    beginListening: (actor, texts) => beginListening(tools, actor, texts),
    readListening: (actor, number) => readListening(tools, actor, number),
    endListening: (actor, number) => endListening(tools, actor, number),
    approve: (actor, form) => approveTexts(tools, actor, form),
    sendBack: (actor, text, comment) => sendBack(tools, actor, text, comment),
    async whyNot(actor, situation, candidates) {
      if (!mayDecide(actor)) return candidates.map(() => null);
      const deciding = { stores: parts.records, situation, engine, actor, at: parts.clock() };
      const judged = await judgeTexts(
        deciding,
        candidates.map((candidate) => ({ candidate, sounds: [] })),
      );
      return judged.map(({ why }) => why);
    },
    async unapproved(edition) {
      return unapprovedIn(edition, await hashesOf(edition), await book.read());
    },
    async unapprovedNews({ now: { draft }, live }, isThorough = false) {
      const hashes = await hashTexts(draft, engine);
      const texts = unapprovedIn(draft, hashes, await (isThorough ? book.reread() : book.read()));
      return newAmong(texts, live && (await hashesOf(live)));
    },
    hashesOf,
    async emergencies() {
      const publications = await editions.emergencies();
      if (publications.length === 0) return [];
      return openEmergencies(publications, (await readLive(tools)).hashes, await book.read());
    },
    async approvedLanguages(prompts) {
      const { draft, hashes } = await readLive(tools);
      const verdicts = await book.read();
      const isApproved = (language: LanguageTag, prompt: string) =>
        verdicts.of({ language, prompt }, hashes.find({ language, prompt })) === 'approved';
      return draft.line.languages
        .map(({ tag }) => tag)
        .filter((tag) => prompts.every((prompt) => isApproved(tag, prompt)));
    },
  };
}
