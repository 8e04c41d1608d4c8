import type { Request, Response } from 'express';
import { fieldOf } from '../../frame/form.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { numberOf } from '../../frame/read-form.ts';
import { type DoneKey, goTo, showMessage } from '../../frame/show.ts';
import type { Translate } from '../../frame/translate.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { nameOfValue, pathOfIssue } from '../../naming/value-names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { DraftLine } from '../../office/drafts/draft-text.ts';
import type { KeyChange } from '../../office/drafts/menu-keys.ts';
import type { LineForm } from '../../office/drafts/save-line.ts';
import type { Actor } from '../../office/staff/desk/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';

/** The state of a form that changes the line, apart from the values of its fields. */
export interface LineFormState {
  readonly status: number;
  /** The revision of the line on which the form is based. After a conflict, this is the newer revision. */
  readonly basedOn: number;
  /** One sentence for each field with an error. */
  readonly errors: Readonly<Record<string, string>>;
  /** Errors of the form as a whole, in sentences. */
  readonly problems: readonly string[];
  /** Who saved another change first, and when; null if there was no conflict. */
  readonly conflict: { readonly who: string; readonly when: string } | null;
  /** Keys on printed leaflets that would become wrong. The sender has to agree to these changes. */
  readonly changes: readonly KeyChange[];
}

const blankForm = (basedOn: number): LineFormState => ({
  status: 200,
  basedOn,
  errors: {},
  problems: [],
  conflict: null,
  changes: [],
});

/** A form that has just been opened. */
export const freshForm = ({ line }: Pick<DraftNow, 'line'>): LineFormState => blankForm(line.revision);

/** A submitted form that is shown again. */
export const sentForm = (request: Request, more: Partial<LineFormState> = {}): LineFormState => ({
  ...blankForm(numberOf(fieldOf(request, 'basedOn')) ?? 0),
  ...more,
});

/** The value of the checkbox with which the sender agrees to exactly these changes. */
export const agreementTo = (changes: readonly KeyChange[]): string =>
  changes.map(({ key, before, after }) => `${key}:${before}>${after ?? ''}`).join(' ');

/**
 * Asks the sender to agree that these keys on printed leaflets become wrong.
 * @returns the state of the form that asks; null if the sender has agreed, or if no key changes
 */
export function askToAgree(request: Request, t: Translate, changes: readonly KeyChange[]): LineFormState | null {
  if (changes.length === 0 || fieldOf(request, 'agreed') === agreementTo(changes)) return null;
  return sentForm(request, { status: 422, errors: { agreed: t('line.keys.needed') }, changes });
}

/** The page to show after saving. */
interface Saved {
  /** The address of the page, without `/console` at its beginning. */
  readonly path: string;
  readonly notice: DoneKey;
}

/**
 * Saves the line and answers the request.
 * @param andThen runs after saving, before the answer
 * @returns the state of the form to show again with what was typed; null if the answer has been sent
 */
export async function saveForm(
  { drafts }: Pick<ConsoleParts, 'drafts'>,
  request: Request,
  response: Response,
  change: Omit<LineForm, 'basedOn'>,
  { path, notice }: Saved,
  andThen: (actor: Actor) => Promise<void> = async () => undefined,
): Promise<LineFormState | null> {
  const sent = sentForm(request);
  const actor = actorIn(response);
  const result = await drafts.saveLine(actor, { ...change, basedOn: sent.basedOn });
  switch (result.kind) {
    case 'saved':
      await andThen(actor);
      goTo(response, path, notice);
      return null;
    case 'unchanged':
      goTo(response, path, 'line.done.unchanged');
      return null;
    case 'conflict':
      return { ...sent, status: 409, ...conflictOf(response, result.theirs) };
    case 'wrong':
      return { ...sent, status: 422, problems: await problemsOf(drafts, response, change.file, result.problems) };
    case 'not-allowed':
      showMessage(response, 403, 'frame.not-allowed');
      return null;
  }
}

/**
 * After a conflict the form is based on the newer revision, so that it can be submitted again. The values in the form
 * then replace those of the newer revision. All other values stay as they are in the newer revision.
 */
function conflictOf(response: Response, theirs: DraftLine): Pick<LineFormState, 'basedOn' | 'conflict'> {
  const visit = visitOf(response);
  const conflict = { who: formatPerson(visit, theirs.by), when: formatMoment(visit.language, theirs.at) };
  return { basedOn: theirs.revision, conflict };
}

/** A sentence for each value that is invalid in the line file and that the checks of the form did not find. */
async function problemsOf(
  drafts: ConsoleParts['drafts'],
  response: Response,
  file: unknown,
  problems: readonly { readonly path: readonly PropertyKey[] }[],
): Promise<string[]> {
  const visit = visitOf(response);
  const names = namesIn(visit, await drafts.read());
  const where = problems.map(({ path }) => nameOfValue(visit, names, pathOfIssue(file, path)));
  return [...new Set(where)].map((each) => visit.t('line.wrong', { where: each }));
}
