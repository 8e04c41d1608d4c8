import type { Request, Response } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { DraftLine } from '../../office/drafts/draft-text.ts';
import type { KeyChange } from '../../office/drafts/menu-keys.ts';
import type { LineForm } from '../../office/drafts/save-line.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { goTo, showMessage } from '../show.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import { memberOf, visitOf } from '../visit.ts';

/** What every form of the line is shown with, besides its own fields. */
export interface LineFormState {
  readonly status: number;
  /** The revision of the line that somebody has before his eyes. */
  readonly basedOn: number;
  /** One sentence for each field that cannot be taken. */
  readonly errors: Readonly<Record<string, string>>;
  /** What is wrong with the form as a whole. */
  readonly problems: readonly string[];
  /** Whose change was faster. */
  readonly conflict: { readonly who: string; readonly when: string } | null;
  /** What printed sheets would say wrongly: to be agreed to. */
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

/** A form that nobody has sent yet. */
export const freshForm = ({ line }: Pick<DraftNow, 'line'>): LineFormState => blankForm(line.revision);

/** A form that was sent and comes back. */
export const sentForm = (request: Request, more: Partial<LineFormState> = {}): LineFormState => ({
  ...blankForm(numberOf(fieldOf(request, 'basedOn')) ?? 0),
  ...more,
});

/** Where to go when it worked. */
export interface Saved {
  /** Below `/console`. */
  readonly path: string;
  readonly notice: string;
}

/**
 * Keeps the line.
 * @returns how the form is shown again, with what was typed; null when the answer has been given
 */
export async function saveForm(
  { drafts }: Pick<ConsoleParts, 'drafts'>,
  request: Request,
  response: Response,
  change: Omit<LineForm, 'basedOn'>,
  { path, notice }: Saved,
  andThen: () => Promise<void> = async () => undefined,
): Promise<LineFormState | null> {
  const { t } = visitOf(response);
  const sent = sentForm(request);
  const result = await drafts.saveLine(actorOf(memberOf(response).member), { ...change, basedOn: sent.basedOn });
  switch (result.kind) {
    case 'saved':
      await andThen();
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

/** Whoever sends the form again has seen whose change it was, and puts his own on top of it. */
function conflictOf(response: Response, theirs: DraftLine): Pick<LineFormState, 'basedOn' | 'conflict'> {
  const { t, language } = visitOf(response);
  const conflict = { who: showPerson(t, theirs.by), when: showMoment(language, theirs.at) };
  return { basedOn: theirs.revision, conflict };
}

const whereOf = ({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }) => ({
  where: path.map(String).join('.'),
  message,
});
