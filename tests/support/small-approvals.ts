import { stateOf } from '../../src/office/drafts/ledger.ts';
import type { HashedText } from '../../src/office/editions/approval/approval-records.ts';
import type { Actor } from '../../src/office/staff/desk/actor.ts';
import type { LineFile } from '../../src/words/line-file.ts';
import { memoryDatabase } from './memory-database.ts';
import { openSmallOffice, type SmallOffice } from './small-office.ts';

/** Time for listening, in seconds. No text takes as long as this. */
const longerThanAnyText = 600;

/** A new small office, with functions that change texts, listen to them and approve them. */
export const openApprovals = async (options: Parameters<typeof openSmallOffice>[1] = {}) =>
  approvalsIn(await openSmallOffice(await memoryDatabase(), options));

/** Adds functions that change texts, listen to them and approve them, to an existing office. */
export function approvalsIn(office: SmallOffice) {
  const { approvals, desk } = office;
  const textOf = async (language: string, prompt: string): Promise<HashedText> => {
    const { draft } = await approvals.read();
    const hash = draft.hashes.find({ language, prompt });
    if (hash === null) throw new Error(`"${prompt}" in "${language}" cannot be spoken.`);
    return { language, prompt, hash };
  };
  const listen = async (actor: Actor, ...texts: readonly HashedText[]) => {
    const begun = await approvals.beginListening(actor, texts);
    if (begun.kind !== 'begun') return begun;
    office.later(longerThanAnyText);
    return approvals.endListening(actor, begun.number);
  };
  return {
    ...office,
    /** A text of the draft, with the hash of its present sound. */
    textOf,
    /** Listens to texts to their end. */
    listen,
    /** Listens to a text of the draft to its end, and approves the text. */
    async approve(actor: Actor, language: string, prompt: string, reader: string | null = null) {
      const text = await textOf(language, prompt);
      await listen(actor, text);
      return approvals.approve(actor, { texts: [text], reader });
    },
    /** The state of a text of the draft. */
    async stateOf(language: string, prompt: string) {
      const { now, marks } = await approvals.read();
      return stateOf(now, marks, language, prompt);
    },
    /** Changes the line, as on a page that shows the newest revision. */
    async changeLine(actor: Actor, change: (file: LineFile) => LineFile) {
      const { revision, file } = (await desk.read()).line;
      return desk.saveLine(actor, { basedOn: revision, file: change(file), what: 'line', about: {} });
    },
  };
}
export type SmallApprovals = ReturnType<typeof approvalsIn>;

/** Changes the value of the fact `firstDay`. */
export const setFirstDay =
  (value: string) =>
  (file: LineFile): LineFile => {
    const { firstDay } = file.facts;
    if (firstDay?.type !== 'date') throw new RangeError('The made-up line has a first day.');
    return { ...file, facts: { ...file.facts, firstDay: { ...firstDay, value } } };
  };
