import type { Request, Response } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { DraftLine } from '../../office/drafts/draft-text.ts';
import type { KeyChange } from '../../office/drafts/menu-keys.ts';
import type { LineForm } from '../../office/drafts/save-line.ts';
import { type Actor, actorOf } from '../../office/staff/desk/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../frame/form.ts';
import { formatMoment } from '../frame/format-moment.ts';
import { formatPerson } from '../frame/format-person.ts';
import { numberOf } from '../frame/read-form.ts';
import { type DoneKey, goTo, showMessage } from '../frame/show.ts';
import type { Translate } from '../frame/translate.ts';
import { memberOf, visitOf } from '../frame/visit.ts';

/** How a form of the line is shown, besides its own fields. */
export interface LineFormState {
  readonly status: number;
  /** The revision of the line that was on the page when the form was opened. */
  readonly basedOn: number;
  /** One sentence for each field that cannot be taken. */
  readonly errors: Readonly<Record<string, string>>;
  /** What is wrong with the form as a whole. */
  readonly problems: readonly string[];
  /** Whose change was saved first. */
  readonly conflict: { readonly who: string; readonly when: string } | null;
  /** Keys on printed sheets that would become wrong; to be agreed to. */
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

/** A form that was sent and is shown again. */
export const sentForm = (request: Request, more: Partial<LineFormState> = {}): LineFormState => ({
  ...blankForm(numberOf(fieldOf(request, 'basedOn')) ?? 0),
  ...more,
});

/** The value of the checkbox that agrees to exactly these changes and to no others. */
export const agreementTo = (changes: readonly KeyChange[]): string =>
  changes.map(({ key, before, after }) => `${key}:${before}>${after ?? ''}`).join(' ');

/**
 * Asks the sender to agree that printed sheets will be wrong in exactly this way.
 * @returns how the form is shown again; null when they have agreed, or when there is nothing to agree to
 */
export function askToAgree(request: Request, t: Translate, changes: readonly KeyChange[]): LineFormState | null {
  if (changes.length === 0 || fieldOf(request, 'agreed') === agreementTo(changes)) return null;
  return sentForm(request, { status: 422, errors: { agreed: t('line.keys.needed') }, changes });
}

/** The page that follows once the form is saved. */
export interface Saved {
  /** Below `/console`. */
  readonly path: string;
  readonly notice: DoneKey;
}

/**
 * Saves the line and answers.
 * @param andThen what follows once the line is saved, before the answer
 * @returns how the form is shown again with what was typed; null when the answer has been given
 */
export async function saveForm(
  { drafts }: Pick<ConsoleParts, 'drafts'>,
  request: Request,
  response: Response,
  change: Omit<LineForm, 'basedOn'>,
  { path, notice }: Saved,
  andThen: (actor: Actor) => Promise<void> = async () => undefined,
): Promise<LineFormState | null> {
  const { t } = visitOf(response);
  const sent = sentForm(request);
  const actor = actorOf(memberOf(response).member);
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
      return { ...sent, status: 422, problems: result.problems.map((each) => t('line.wrong', whereOf(each))) };
    case 'not-allowed':
      showMessage(response, 403, 'frame.not-allowed');
      return null;
  }
}

/** The form comes back on top of the newer revision: sent again, it replaces what the others have saved. */
function conflictOf(response: Response, theirs: DraftLine): Pick<LineFormState, 'basedOn' | 'conflict'> {
  const { t, language } = visitOf(response);
  const conflict = { who: formatPerson(t, theirs.by), when: formatMoment(language, theirs.at) };
  return { basedOn: theirs.revision, conflict };
}

const whereOf = ({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }) => ({
  where: path.map(String).join('.'),
  message,
});
