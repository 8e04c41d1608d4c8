import { type Html, html } from '../../frame/html.ts';
import { csrfField, hiddenFields } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { OpenListening } from '../../office/editions/approval/listen.ts';
import { fieldOfText } from './describe-groups.ts';
import { heardElsewhere } from './heard-elsewhere.ts';

/** The listening of a playlist that is being played. */
export interface Playing {
  readonly listening: OpenListening;
  /** What staff call each text of the listening. */
  readonly names: readonly string[];
  /** The numbers of the listenings of this playlist that were heard before. */
  readonly heard: readonly number[];
  /** Whether texts of the playlist were left out because they have changed. */
  readonly areSomeChanged: boolean;
  /** Whether the listening was begun in order to be heard as a file. */
  readonly isFile: boolean;
}

/**
 * The player, the texts that it plays, and the form that confirms that all of them were heard. After the confirmation,
 * a script continues with the other ticked texts.
 */
export function listeningView(
  visit: Visit,
  address: string,
  { listening, names, heard, areSomeChanged, isFile }: Playing,
): Html {
  const { t } = visit;
  const { number, texts, narration, sentences } = listening;
  const seconds = Math.ceil(listening.seconds);
  const fields = [
    ['listening', String(number)],
    ...heard.map((each) => ['heard', String(each)] as const),
    ...(areSomeChanged ? [['changed', 'yes'] as const] : []),
  ] as const;
  return html`<section class="approve-listening" aria-labelledby="listening-title" tabindex="-1" data-listening>
<h2 id="listening-title" data-progress="${t('approvals.progress', { place: '{place}', count: '{count}' })}">${t('approvals.listening', { count: texts.length, seconds })}</h2>
<ol class="approve-playlist">
${texts.map((text, index) => html`<li data-text="${fieldOfText(text)}" data-sentences="${sentences[index] ?? 0}">${names[index] ?? ''}</li>`)}
</ol>
<form method="post" action="${address}/listened" data-listened>
${csrfField(visit)}
${hiddenFields(fields)}
<audio class="sound" controls${isFile ? '' : ' autoplay'} preload="auto" src="/audio/${narration.key}.wav" aria-label="${t('approvals.player')}">${t('text.listen.unplayable')}</audio>
<p role="status" data-said data-by-itself="${t('approvals.by-itself')}" data-skipped="${t('approvals.skipped')}" data-blocked="${t('approvals.blocked')}" data-unplayable="${t('approvals.unplayable')}"></p>
<p class="text-buttons"><button class="button button-quiet" type="submit">${t('approvals.heard')}</button>
<button class="button button-quiet" type="button" data-step="-1" hidden>${t('approvals.previous')}</button> <button class="button button-quiet" type="button" data-step="1" hidden>${t('approvals.next')}</button></p>
<div class="check-field" data-scripted hidden><input id="approve-keys" type="checkbox" checked data-keys><label for="approve-keys">${t('approvals.keys')}</label></div>
</form>
${heardElsewhere({ address, number, audio: `/audio/${narration.key}.wav`, isFile, fields }, visit)}
</section>`;
}
