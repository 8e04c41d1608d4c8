import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { RehearsalRecords } from './rehearsal-records.ts';
import type { ExpectedTurn, NewRehearsedCall, RehearsedCall } from './rehearsed-call.ts';

export const callLimits = {
  /** Maximum length of a title, in characters. */
  title: 100,
  /** Maximum number of test calls that are not archived. All of them are run before a publication. */
  calls: 200,
} as const;

/** The outcome of saving a test call. */
type SaveCallResult =
  | { readonly kind: 'saved'; readonly call: RehearsedCall }
  | {
      readonly kind:
        | 'no-title'
        | 'long-title'
        | 'same-title'
        | 'too-many'
        | 'nothing-heard'
        | 'conflict'
        | 'not-allowed';
    };

/** The outcome of changing a test call. `unknown`: the call does not exist or is archived. */
export type CallResult = SaveCallResult | { readonly kind: 'unknown' };

/** A test call as shown to the user. */
interface CallChosen {
  readonly number: number;
  /** The revision that was shown. */
  readonly basedOn: number;
}

/** Saves rehearsed calls as tests, and changes these test calls. */
export interface CallDesk {
  saveCall(actor: Actor, call: NewRehearsedCall): Promise<SaveCallResult>;
  renameCall(actor: Actor, chosen: CallChosen, title: string): Promise<CallResult>;
  /** Archives a call, which is then no longer run. */
  archiveCall(actor: Actor, chosen: CallChosen): Promise<CallResult>;
  /** Makes the current course of the call, `heard`, the expected one. */
  acceptCall(actor: Actor, chosen: CallChosen, heard: readonly ExpectedTurn[]): Promise<CallResult>;
}

export function createCallDesk(records: RehearsalRecords, clock: () => number): CallDesk {
  const change = async (
    actor: Actor,
    { number, basedOn }: CallChosen,
    act: string,
    next: (call: RehearsedCall, all: readonly RehearsedCall[]) => Partial<RehearsedCall> | CallResult,
  ): Promise<CallResult> => {
    if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
    return records.transaction(async ({ calls, audit }) => {
      const all = await calls.newest();
      const before = all.find((each) => each.number === number);
      if (!before || before.isArchived) return { kind: 'unknown' };
      if (before.revision !== basedOn) return { kind: 'conflict' };
      const changed = next(before, all);
      if ('kind' in changed) return changed;
      const by = whoIs(actor);
      const at = clock();
      const call: RehearsedCall = { ...before, ...changed, revision: basedOn + 1, by, at };
      if (!(await calls.add(call))) return { kind: 'conflict' };
      const about: AuditAbout = { number, name: call.title, before: before.title };
      await audit.add({ at, who: by, act, about });
      return { kind: 'saved', call };
    });
  };
  return {
    async saveCall(actor, { title: typed, situation, path, expected }) {
      if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
      if (expected.length === 0) return { kind: 'nothing-heard' };
      return records.transaction(async ({ calls, audit }) => {
        const all = await calls.newest();
        const title = typed.trim();
        const problem = problemOf(title, all, null);
        if (problem) return problem;
        if (all.filter(({ isArchived }) => !isArchived).length >= callLimits.calls) return { kind: 'too-many' };
        const number = (all.at(-1)?.number ?? 0) + 1;
        const by = whoIs(actor);
        const at = clock();
        const call = { number, revision: 1, title, isArchived: false, situation, path, expected, by, at };
        if (!(await calls.add(call))) return { kind: 'conflict' };
        await audit.add({ at, who: by, act: 'rehearsed-call-saved', about: { number, name: title } });
        return { kind: 'saved', call };
      });
    },
    renameCall: (actor, chosen, typed) =>
      change(actor, chosen, 'rehearsed-call-renamed', (_call, all) => {
        const title = typed.trim();
        return problemOf(title, all, chosen.number) ?? { title };
      }),
    archiveCall: (actor, chosen) => change(actor, chosen, 'rehearsed-call-archived', () => ({ isArchived: true })),
    acceptCall: (actor, chosen, heard) =>
      change(actor, chosen, 'rehearsed-call-accepted', () =>
        heard.length === 0 ? { kind: 'nothing-heard' } : { expected: heard },
      ),
  };
}

/** @param number the number of the call that is being renamed, which may keep its own title; null for a new call */
function problemOf(title: string, all: readonly RehearsedCall[], number: number | null): SaveCallResult | null {
  if (title === '') return { kind: 'no-title' };
  if (title.length > callLimits.title) return { kind: 'long-title' };
  const isTaken = all.some((each) => !each.isArchived && each.title === title && each.number !== number);
  return isTaken ? { kind: 'same-title' } : null;
}
