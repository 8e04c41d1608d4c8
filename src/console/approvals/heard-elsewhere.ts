import type { Request, Response } from 'express';
import { html, type View } from '../../frame/html.ts';
import { csrfField, hiddenFields } from '../../frame/parts.ts';
import { checkbox, integer, readForm } from '../../frame/read-form.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import type { ApprovalDesk } from '../../office/editions/approval/approval-desk.ts';
import type { EndResult, OpenListening } from '../../office/editions/approval/listen.ts';
import type { ConsoleParts } from '../console-parts.ts';

interface HeardElsewhere {
  /** The address of the page on which the listening is played. */
  readonly address: string;
  readonly number: number;
  /** The address of the sound. */
  readonly audio: string;
  /** Whether the listening was begun in order to be heard as a file. If so, the file and the form are unfolded. */
  readonly isFile: boolean;
  /**
   * The hidden fields: the number of this listening, the numbers of the listenings of the playlist that were heard
   * before, and whether texts of the playlist have changed.
   */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/**
 * The same sound as a file, and a form to state that the file was heard on another machine. They are for staff who
 * cannot play the sound in their browser or over their network. Both work without scripts. `approvals-player.js`
 * unfolds them if the browser cannot play the sound.
 */
export const heardElsewhere: View<HeardElsewhere> = ({ address, number, audio, isFile, fields }, visit) => {
  const { t } = visit;
  return html`<details class="more" data-elsewhere${isFile ? ' open' : ''}><summary>${t('approvals.elsewhere.title')}</summary>
<p>${t('approvals.elsewhere.about')}</p>
<p><a class="link-target" href="${audio}" download="kotozute-${number}.wav">${t('sounds.wav')}</a></p>
<form method="post" action="${address}/heard-elsewhere">
${csrfField(visit)}
${hiddenFields(fields)}
<div class="check-field"><input id="elsewhere" name="elsewhere" type="checkbox" value="1" required><label for="elsewhere">${t('approvals.elsewhere.statement')}</label></div>
<p class="text-buttons"><button class="button button-quiet" type="submit">${t('approvals.elsewhere.submit')}</button></p>
</form>
</details>`;
};

/** What the page shows if the listening was not recorded as heard. */
interface NotHeard {
  readonly status: number;
  readonly problems: readonly string[];
  /**
   * The listening, whose sound stays on the page; null if it is unknown or belongs to somebody else, or if one of its
   * texts has changed.
   */
  readonly listening: OpenListening | null;
}

/**
 * Records that the file of a listening was heard on another machine.
 * @returns `heard` has the number of the listening, and is empty if nothing was recorded. `refused` is what the page
 * shows if nothing was recorded, otherwise null
 */
export async function endElsewhere(
  { approvals }: Pick<ConsoleParts, 'approvals'>,
  request: Request,
  response: Response,
): Promise<{ readonly heard: readonly string[]; readonly refused: NotHeard | null }> {
  const { t } = visitOf(response);
  const actor = actorIn(response);
  const { listening: number, elsewhere } = readForm(request, t, { listening: integer, elsewhere: checkbox }).typed;
  if (!elsewhere) {
    const listening = await approvals.readListening(actor, number);
    return { heard: [], refused: { status: 422, problems: [t('approvals.elsewhere.unsaid')], listening } };
  }
  const result = await approvals.endListening(actor, number, 'file');
  if (result.kind === 'heard') return { heard: [String(number)], refused: null };
  return { heard: [], refused: await notHeard(approvals, response, number, result) };
}

/** Says why a listening was not recorded as heard. */
export async function notHeard(
  approvals: ApprovalDesk,
  response: Response,
  number: number,
  result: Exclude<EndResult, { readonly kind: 'heard' }>,
): Promise<NotHeard> {
  const count = result.kind === 'too-short' ? result.missing : 0;
  return {
    status: 409,
    problems: [visitOf(response).t(`approvals.wrong.${result.kind}`, { count })],
    listening: await approvals.readListening(actorIn(response), number),
  };
}
