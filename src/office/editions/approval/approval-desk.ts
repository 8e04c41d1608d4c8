import type { LanguageTag } from '../../../call/line.ts';
import type { Draft } from '../../../words/draft.ts';
import { requiredPromptsIn } from '../../../words/prompt-ids.ts';
import type { DraftNow } from '../../drafts/draft-desk.ts';
import type { Actor } from '../../staff/desk/actor.ts';
import type { EditionContent } from '../edition-content.ts';
import type { HashedText } from './approval-records.ts';
import { type ApprovalParts, createApprovalTools, readLive, readSnapshot } from './approval-tools.ts';
import { type ApproveForm, type ApproveResult, approveTexts } from './approve-texts.ts';
import type { ApprovalSnapshot, Candidate } from './candidates.ts';
import { mayDecide, type RefusalReason } from './choose.ts';
import { judgeTexts } from './decide-texts.ts';
import { type OpenEmergency, openEmergencies } from './emergency.ts';
import {
  type BeginResult,
  beginListening,
  type EndResult,
  endListening,
  type HowHeard,
  type OpenListening,
  readListening,
  textsOfListenings,
} from './listen.ts';
import { type SendBackResult, sendBack } from './send-back.ts';
import type { TextHashes } from './text-hashes.ts';
import type { Verdicts } from './verdicts.ts';

/** An edition, whether it was published or not. */
type Named = EditionContent & { readonly hash: string };

/**
 * Approval of texts: someone other than the authors, who has listened to a text, decides that callers may hear it.
 * Mistakes of users are results with a `kind`, not exceptions.
 */
export interface ApprovalDesk {
  /** The draft and the live edition, with the decisions about their texts. */
  read(now?: DraftNow): Promise<ApprovalSnapshot>;
  /**
   * Starts a listening to texts of any languages. If they do not all fit into one listening, it contains only the first
   * ones that fit.
   */
  beginListening(actor: Actor, texts: readonly HashedText[], how?: HowHeard): Promise<BeginResult>;
  /** Null if the listening is unknown, belongs to somebody else, or has a text that sounds different now. */
  readListening(actor: Actor, number: number): Promise<OpenListening | null>;
  endListening(actor: Actor, number: number, how?: HowHeard): Promise<EndResult>;
  /** The texts of this person's listenings with these numbers, with their hashes at that time. */
  textsOfListenings(actor: Actor, numbers: readonly number[]): Promise<readonly HashedText[]>;
  approve(actor: Actor, form: ApproveForm): Promise<ApproveResult>;
  sendBack(actor: Actor, text: HashedText, comment: string): Promise<SendBackResult>;
  /**
   * For each candidate, in order, why this person cannot approve it now: it is their own, they have not heard it, or it
   * has changed. Null if none of these applies, or if this person may not approve any text.
   */
  whyNot(
    actor: Actor,
    snapshot: ApprovalSnapshot,
    candidates: readonly Candidate[],
  ): Promise<readonly (RefusalReason | null)[]>;
  /** The unapproved texts of an edition. */
  unapproved(edition: Named): Promise<readonly HashedText[]>;
  /**
   * The unapproved texts of a draft that callers would hear for the first time.
   * @param beside the draft, and the live edition (null if nothing was ever published)
   * @param isThorough whether to compare every stored sound again with the one that was approved
   */
  unapprovedNews(
    beside: { readonly now: Pick<DraftNow, 'draft'>; readonly live: Named | null },
    isThorough?: boolean,
  ): Promise<readonly HashedText[]>;
  /** The hash of every text of an edition. */
  hashesOf(edition: Named): Promise<TextHashes>;
  /** The hash of every text of a draft, as the present voice would speak it. */
  hashesOfDraft(draft: Draft): Promise<TextHashes>;
  /** Emergency publications with texts that callers still hear without approval; the latest first. */
  emergencies(): Promise<readonly OpenEmergency[]>;
  /** The languages in which all of these prompts are approved as callers hear them now. */
  approvedLanguages(prompts: readonly string[]): Promise<readonly LanguageTag[]>;
}

export function createApprovalDesk(parts: ApprovalParts): ApprovalDesk {
  const tools = createApprovalTools(parts);
  const { book, hashesOf, hashTexts, engine, editions } = tools;
  return {
    read: (now) => readSnapshot(tools, now),
    beginListening: (actor, texts, how) => beginListening(tools, actor, texts, how),
    readListening: (actor, number) => readListening(tools, actor, number),
    endListening: (actor, number, how) => endListening(tools, actor, number, how),
    textsOfListenings: (actor, numbers) => textsOfListenings(tools, actor, numbers),
    approve: (actor, form) => approveTexts(tools, actor, form),
    sendBack: (actor, text, comment) => sendBack(tools, actor, text, comment),
    async whyNot(actor, snapshot, candidates) {
      if (!mayDecide(actor)) return candidates.map(() => null);
      const deciding = { stores: parts.records, snapshot, engine, actor, at: parts.clock() };
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
    hashesOfDraft: (draft) => hashTexts(draft, engine),
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

/** All texts that callers of a line can reach, that can be spoken, and that are not approved as they are now. */
export function unapprovedIn({ line }: Pick<Draft, 'line'>, hashes: TextHashes, verdicts: Verdicts): HashedText[] {
  return line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(line, language).flatMap((prompt): HashedText[] => {
      const ref = { language, prompt };
      const hash = hashes.find(ref);
      return hash === null || verdicts.of(ref, hash) === 'approved' ? [] : [{ ...ref, hash }];
    }),
  );
}

/** The texts that callers do not hear yet. */
const newAmong = (texts: readonly HashedText[], live: TextHashes | null): HashedText[] =>
  texts.filter((text) => live?.find(text) !== text.hash);
