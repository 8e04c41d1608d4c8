import type { TextRef } from '../../call/step.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import { type CallDesk, createCallDesk } from './call-desk.ts';
import type { RehearsalRecords } from './rehearsal-records.ts';

/** What a user fills in to report a problem. */
interface ReportForm extends TextRef {
  readonly second: number | null;
  readonly comment: string;
  readonly address: string;
}

/** Maximum length of a comment, in characters. */
export const longestComment = 1000;

/** Why a comment was refused. */
type CommentRefused = { readonly kind: 'no-comment' | 'too-long' | 'not-allowed' };

/** The outcome of reporting a problem. */
type ReportResult = { readonly kind: 'reported'; readonly number: number } | CommentRefused;

/** The outcome of settling a problem. `settled-before`: the problem does not exist or is already settled. */
type SettleResult = { readonly kind: 'settled' | 'settled-before' } | CommentRefused;

/** Records problems noticed while rehearsing, and saves calls as tests. */
export interface RehearsalDesk extends CallDesk {
  /** Everyone who may listen may report problems. */
  report(actor: Actor, form: ReportForm): Promise<ReportResult>;
  settle(actor: Actor, number: number, comment: string): Promise<SettleResult>;
}

/** @param clock milliseconds since the epoch */
export function createRehearsalDesk(records: RehearsalRecords, clock: () => number): RehearsalDesk {
  return {
    ...createCallDesk(records, clock),
    async report(actor, { language, prompt, second, address, ...form }) {
      if (!may(actor.role, 'read')) return { kind: 'not-allowed' };
      const comment = form.comment.trim();
      if (comment === '') return { kind: 'no-comment' };
      if (comment.length > longestComment) return { kind: 'too-long' };
      const by = whoIs(actor);
      const at = clock();
      return records.transaction(async ({ problems, audit }) => {
        const number = await problems.add({ language, prompt, second, comment, address, by, at });
        await audit.add({ at, who: by, act: 'problem-reported', about: { number, language, prompt } });
        return { kind: 'reported', number };
      });
    },
    async settle(actor, number, typed) {
      if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
      const comment = typed.trim();
      if (comment === '') return { kind: 'no-comment' };
      if (comment.length > longestComment) return { kind: 'too-long' };
      const by = whoIs(actor);
      const at = clock();
      return records.transaction(async ({ problems, audit }) => {
        if (!(await problems.settle(number, { comment, by, at }))) return { kind: 'settled-before' };
        await audit.add({ at, who: by, act: 'problem-settled', about: { number, reason: comment } });
        return { kind: 'settled' };
      });
    },
  };
}
