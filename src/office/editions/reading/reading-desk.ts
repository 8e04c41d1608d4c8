import type { LanguageTag } from '../../../call/line.ts';
import type { Actor } from '../../staff/desk/actor.ts';
import type { ApprovalSnapshot } from '../approval/candidates.ts';
import type { TextRef } from '../speak-text.ts';
import { type FinishResult, finishReading } from './finish-reading.ts';
import { type GroupForm, type JudgeGroupResult, judgeGroup } from './judge-group.ts';
import { type MakeReadingResult, makeReading, type ReadingForm, revokeReading, settleRemark } from './make-reading.ts';
import { type OpenReading, progressOf, type ReadingProgress, readGroups, textsOf } from './read-texts.ts';
import type { Judgement, Reading, Remark } from './reading-records.ts';
import { type ReadingState, stateOfReading } from './reading-state.ts';
import type { ReadingTools } from './reading-tools.ts';
import { type ReadingSound, soundOfGroup, soundOfReading } from './sound-of-reading.ts';
import { type DeadReading, type JudgementForm, type JudgeResult, judgeText, openReading } from './use-reading.ts';

/** A reading as staff see it. */
export interface ListedReading {
  readonly reading: Reading;
  readonly state: ReadingState;
  /** Of the texts as they are now. */
  readonly progress: ReadingProgress;
}

/** A remark, and whether the text still has the words and sounds that it is about. */
export interface ListedRemark extends Judgement {
  readonly isCurrent: boolean;
}

/**
 * Native readers without accounts: staff make a link for one language; its holder reads and hears the texts of the draft, and
 * says what is right. Mistakes of users are results with a `kind`, not exceptions.
 */
export interface ReadingDesk {
  make(actor: Actor, form: ReadingForm): Promise<MakeReadingResult>;
  revoke: (actor: Actor, number: number) => ReturnType<typeof revokeReading>;
  settle: (actor: Actor, number: number) => ReturnType<typeof settleRemark>;
  /** The latest readings first. */
  list(limit: number): Promise<ListedReading[]>;
  /** What one reading said is not right; null if there is no such reading. */
  remarksOf(number: number): Promise<(ListedReading & { readonly remarks: readonly ListedRemark[] }) | null>;
  /** Open remarks about the words and sounds that a text of the draft has now. */
  openAbout(situation: Pick<ApprovalSnapshot, 'draft'>, ref: TextRef): Promise<Remark[]>;
  /** The same for all texts of a language, null for all languages. */
  openIn(situation: Pick<ApprovalSnapshot, 'draft'>, language: LanguageTag | null): Promise<Remark[]>;
  /** For the holder of a link, who has no account. */
  open(token: string): Promise<({ readonly kind: 'open' } & OpenReading) | DeadReading>;
  judge(token: string, form: JudgementForm): Promise<JudgeResult | DeadReading>;
  judgeGroup(token: string, form: GroupForm): Promise<JudgeGroupResult | DeadReading>;
  sound(token: string, prompt: string): Promise<ReadingSound>;
  soundOfGroup(token: string, group: string): Promise<ReadingSound>;
  finish(token: string): Promise<FinishResult | DeadReading>;
}

/** Maximum numbers of remarks that are looked up: about one text, and about one language. */
const most = { aboutText: 50, inLanguage: 500 } as const;

export function createReadingDesk(tools: ReadingTools): ReadingDesk {
  const { records, approvals, clock } = tools;
  const listed = (reading: Reading, { draft }: ApprovalSnapshot, judgements: readonly Judgement[]): ListedReading => {
    const progress = progressOf(textsOf({ groups: readGroups(draft, reading, judgements) }));
    return { reading, state: stateOfReading(reading, clock()), progress };
  };
  const current = ({ draft }: Pick<ApprovalSnapshot, 'draft'>, { language, prompt, hash }: Judgement) =>
    draft.hashes.find({ language, prompt }) === hash;
  return {
    make: (actor, form) => makeReading(tools, actor, form),
    revoke: (actor, number) => revokeReading(tools, actor, number),
    settle: (actor, number) => settleRemark(tools, actor, number),
    async list(limit) {
      const readings = await records.readings.list(limit);
      const situation = await approvals.read();
      const said = Map.groupBy(
        await records.judgements.of(readings.map(({ number }) => number)),
        ({ reading }) => reading,
      );
      return readings.map((reading) => listed(reading, situation, said.get(reading.number) ?? []));
    },
    async remarksOf(number) {
      const reading = await records.readings.find(number);
      if (!reading) return null;
      const situation = await approvals.read();
      const judgements = await records.judgements.of([number]);
      const remarks = judgements
        .filter(({ isRight }) => !isRight)
        .map((each) => ({ ...each, isCurrent: current(situation, each) }));
      return { ...listed(reading, situation, judgements), remarks };
    },
    async openAbout(situation, ref) {
      return (await records.judgements.openAbout(ref, most.aboutText)).filter((each) => current(situation, each));
    },
    async openIn(situation, language) {
      return (await records.judgements.openIn(language, most.inLanguage)).filter((each) => current(situation, each));
    },
    open: (token) => openReading(tools, token),
    judge: (token, form) => judgeText(tools, token, form),
    judgeGroup: (token, form) => judgeGroup(tools, token, form),
    soundOfGroup: (token, group) => soundOfGroup(tools, token, group),
    sound: (token, prompt) => soundOfReading(tools, token, prompt),
    finish: (token) => finishReading(tools, token),
  };
}
