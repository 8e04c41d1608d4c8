import type { LanguageTag } from '../../call/line.ts';
import { type Html, html } from '../../frame/html.ts';
import { ifAny, type Status, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { languageLabel, type NamedLanguage } from '../../naming/language-label.ts';
import { type ChangedStretch, changeView } from '../text/change.ts';
import { checkView, type TextCheck } from '../text/check.ts';
import type { TextConflict } from '../text/conflict.ts';
import { placesView, type TextPlace } from '../text/places.ts';
import { type DescribedRemark, remarkView } from '../text/reader-remarks.ts';
import { previewView } from '../text/sentence.ts';
import { type SoundOrWhy, soundView, speeds } from '../text/sound.ts';
import type { TypedLanguage } from './form.ts';
import { type Terms, termsView } from './terms.ts';

/** The id of the form that holds all languages. */
export const formId = 'texts-form';

interface Signed {
  readonly who: string;
  readonly when: string;
}

/** One language of the page. */
export interface LanguageData extends NamedLanguage {
  readonly isSource: boolean;
  readonly sourceLanguage: LanguageTag;
  readonly direction: 'ltr' | 'rtl';
  /** The state of the saved text. */
  readonly badge: Status;
  readonly isReviewed: boolean;
  /** Who last saved the text, and when; null if it was never saved. */
  readonly saved: Signed | null;
  readonly sentBack: (Signed & { readonly comment: string }) | null;
  /** Remarks of native readers. Staff settle them on the text's page for this language alone. */
  readonly remarks: readonly DescribedRemark[];
  /** The address of the text's page for this language alone. */
  readonly single: string;
  /** The address at which the text can be approved; null if there is nothing to approve. */
  readonly approvals: string | null;
  readonly isStale: boolean;
  /**
   * How the source has changed since the translation was made; null if `isStale` is false, or if the earlier source
   * text is not stored.
   */
  readonly change: readonly (readonly ChangedStretch[])[] | null;
  readonly form: TypedLanguage;
  /** Why the typed text was not saved. */
  readonly errors: readonly string[];
  readonly conflict: TextConflict | null;
  readonly places: readonly TextPlace[];
  readonly check: TextCheck;
  /** The official terms of the source text; null if this is the source text. */
  readonly terms: Terms | null;
  readonly sound: SoundOrWhy | null;
}

/**
 * One language: its state, the changes of its source text, and the text field. The checks and the sound are beside the
 * field.
 * @param more buttons and answers to show below the field
 */
export function languageView(address: string, mayEdit: boolean, data: LanguageData, visit: Visit, more: Html): Html {
  const { t } = visit;
  const { tag, name, called, badge, isReviewed, saved, single, approvals, sentBack, isStale, isSource } = data;
  return html`<section class="language${isSource ? ' language-source' : ''}" id="language-${tag}" aria-labelledby="name-${tag}" data-editor>
<h2 class="language-name" id="name-${tag}">${languageLabel({ tag, name, called })}${isSource ? html` <span class="quiet">— ${t('all-languages.source')}</span>` : ''}</h2>
<p class="language-state">${status(badge)}
${isReviewed ? '' : status({ kind: 'plain', text: t('text.not-reviewed') })}
<span class="quiet">${saved ? t('text.saved', { ...saved }) : t('text.never')}</span>
<a class="link-target" href="${single}">${t('all-languages.single')}</a>
${approvals ? html`<a class="link-target" href="${approvals}">${t('text.to-approvals')}</a>` : ''}</p>
${sentBack ? html`<div class="banner banner-warning"><p><strong>${t('text.sent-back', { ...sentBack })}</strong></p><p class="approval-comment">${sentBack.comment}</p></div>` : ''}
${ifAny(
  data.remarks,
  (
    some,
  ) => html`<section class="text-problems" aria-label="${t('readers.remarks-title')}"><h3>${t('readers.remarks-title')}</h3>
${some.map((remark) => remarkView(tag, remark, visit))}</section>`,
)}
${isStale ? staleView(data, visit) : ''}
${data.conflict ? conflictView(data, data.conflict, visit) : ''}
<div class="language-columns">
${mayEdit ? html`<div>${fieldView(data, visit)}${more}</div>` : ''}
<div class="language-check">
<p class="unseen" role="status" id="said-${tag}"></p>
<div id="check-${tag}"${mayEdit ? html` hx-post="${address}/check/${tag}" hx-trigger="check" hx-include="#${formId}" hx-sync="this:replace" data-failed="${t('text.check.failed')}"` : ''}>
${languageCheckView(data, visit)}
</div>
${mayEdit ? listenView(address, tag, visit) : ''}
<div id="sound-${tag}">
${data.sound ? soundView({ sound: data.sound, isNew: false }, visit) : ''}
</div>
</div>
</div>
</section>`;
}

/**
 * What the checks say about the text in one language, and whether the text has the right words for the official terms.
 * While staff type, the server sends this part alone.
 */
export const languageCheckView = (
  { tag, check, terms }: Pick<LanguageData, 'tag' | 'check' | 'terms'>,
  visit: Visit,
): Html => html`${checkView({ tag, check }, visit)}
${terms ? termsView(terms, visit) : ''}`;

const staleView = ({ change, sourceLanguage }: LanguageData, visit: Visit): Html => html`<div class="language-change">
<h3>${visit.t('text.changed-title')}</h3>
${change ? changeView(sourceLanguage, change, visit) : html`<p>${visit.t('text.changed-unknown')}</p>`}
</div>`;

function conflictView({ tag, form }: LanguageData, conflict: TextConflict, visit: Visit): Html {
  const { t } = visit;
  const { who, when, change, revision } = conflict;
  const choice = (keep: 'mine' | 'theirs') =>
    html`<label class="choice"><input type="radio" name="keep.${tag}" value="${keep}"${form.keep === keep ? ' checked' : ''}> <span>${t(`all-languages.keep-${keep}`)}</span></label>`;
  return html`<div class="banner banner-error"><p><strong>${t('text.conflict.title')}</strong></p><p>${t('text.conflict.about', { who, when })}</p></div>
<div class="text-columns">
${(['theirs', 'mine'] as const).map(
  (side) => html`<div>
<h3>${t(`text.conflict.${side}`)}</h3>
${previewView(tag, conflict[side])}
</div>`,
)}
</div>
<h3>${t('text.conflict.change')}</h3>
${changeView(tag, change, visit)}
<input type="hidden" name="over.${tag}" value="${revision}">
<fieldset class="choices">
<legend>${t('all-languages.keep')}</legend>
<div class="choices-row">
${choice('mine')}
${choice('theirs')}
</div>
</fieldset>`;
}

function fieldView(data: LanguageData, visit: Visit): Html {
  const { t } = visit;
  const { tag, name, direction, form, errors, places, isSource, isStale } = data;
  const isWrong = errors.length > 0;
  const lines = form.text.split('\n').filter((line) => line.trim() !== '').length;
  const rows = Math.min(12, Math.max(3, lines + 2));
  return html`<input type="hidden" name="basedOn.${tag}" value="${form.basedOn}">
<div class="field${isWrong ? ' field-wrong' : ''}">
<label for="text-${tag}">${t('text.label', { language: name })}</label>
${isWrong ? html`<div id="error-${tag}">${errors.map((error) => html`<p class="field-error">${error}</p>`)}</div>` : ''}
<textarea id="text-${tag}" name="text.${tag}" lang="${tag}" dir="${direction}" rows="${rows}" spellcheck="true" aria-keyshortcuts="Control+Enter" aria-describedby="texts-help lines-${tag}${isWrong ? ` error-${tag}` : ''}"${isWrong ? html` aria-invalid="true"` : ''} data-check="check-${tag}" data-said="said-${tag}">
${form.text}</textarea>
<p class="field-help" id="lines-${tag}">${t('text.lines-before')} <span data-lines>${lines}</span> ${t('text.lines-limit')}</p>
</div>
${placesView({ tag, places: isSource ? places : places.filter(({ wanted }) => wanted !== 0), isTranslation: !isSource, id: `text-${tag}` }, visit)}
${tick('ready', tag, t('text.ready'), form.isReady)}
${isStale ? tick('still', tag, t('all-languages.still'), form.isStillRight) : ''}`;
}

const tick = (name: string, tag: LanguageTag, label: string, isTicked: boolean): Html =>
  html`<div class="check-field"><input id="${name}-${tag}" name="${name}.${tag}" type="checkbox" value="1"${isTicked ? ' checked' : ''}><label for="${name}-${tag}">${label}</label></div>`;

const listenView = (address: string, tag: LanguageTag, { t }: Visit): Html => html`<p class="listen">
${speeds.map(
  (speed) =>
    html`<button class="button button-quiet" type="submit" name="listen" value="${speed}" formaction="${address}/listen/${tag}" hx-post="${address}/listen/${tag}" hx-target="#sound-${tag}" hx-sync="#sound-${tag}:drop" hx-indicator="#wait-${tag}">${t(`text.listen.${speed}`)}</button>
`,
)}
</p>
<p class="sound-wait" id="wait-${tag}">${t('text.listen.wait')}</p>`;
