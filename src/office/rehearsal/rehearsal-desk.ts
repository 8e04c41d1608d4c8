import type { TextPlace } from '../editions/speak-text.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import { type CallDesk, createCallDesk } from './call-desk.ts';
import type { RehearsalRecords } from './rehearsal-records.ts';

/** What somebody reports. */
export interface ReportForm extends TextPlace {
  readonly second: number | null;
  readonly comment: string;
  readonly address: string;
}

/** Signs of a comment at the most. */
export const longestComment = 1000;

/** What can become of a report. */
export type ReportResult =
  | { readonly kind: 'reported'; readonly number: number }
  | { readonly kind: 'settled' | 'settled-before' | 'no-comment' | 'too-long' | 'not-allowed' };

/** Where what was noticed while rehearsing is written down, and calls are kept as tests. */
export interface RehearsalDesk extends CallDesk {
  /** Whoever may listen may say what he heard. */
  report(actor: Actor, form: ReportForm): Promise<ReportResult>;
  settle(actor: Actor, number: number, comment: string): Promise<ReportResult>;
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
      const [by, at] = [whoIs(actor), clock()];
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
      const [by, at] = [whoIs(actor), clock()];
      return records.transaction(async ({ problems, audit }) => {
        if (!(await problems.settle(number, { comment, by, at }))) return { kind: 'settled-before' };
        await audit.add({ at, who: by, act: 'problem-settled', about: { number, reason: comment } });
        return { kind: 'settled' };
      });
    },
  };
}
