import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField, ifAny, type Status, smallId, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { languageLabel, type NamedLanguage } from '../../naming/language-label.ts';
import { type ChangedStretch, changeView } from './change.ts';
import { checkView } from './check.ts';
import { conflictView } from './conflict.ts';
import { formId, stillForm, type TextFormData, textForm } from './form-view.ts';
import type { DescribedProblem } from './problem-report.ts';
import { type DescribedRemark, remarksView } from './reader-remarks.ts';
import { previewView, type SentencePart } from './sentence.ts';
import { listenButtons, type SoundOrWhy, soundView } from './sound.ts';

/** Who did something, and when. */
interface Signed {
  readonly who: string;
  readonly when: string;
}

/** Addresses of other texts in the ledger, each null if there is no such text. */
export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
  /** The next stale translation of this language. After the last text, the search continues from the first. */
  readonly nextStale: string | null;
}

export interface TextData extends Omit<TextFormData, 'isTranslation'> {
  readonly prompt: string;
  /** The address of the page with all languages. */
  readonly allLanguages: string;
  readonly mayEdit: boolean;
  readonly badge: Status;
  readonly isReviewed: boolean;
  readonly isStale: boolean;
  readonly isUnused: boolean;
  /**
   * Who saved the text last; null if it was never saved. `what` says how this revision came about; it is null for an
   * ordinary edit.
   */
  readonly saved: (Signed & { readonly what: string | null }) | null;
  /** Who sent the text back, and why; null if it was not sent back. */
  readonly sentBack: (Signed & { readonly comment: string }) | null;
  /** The address at which the text can be approved; null if there is nothing to approve. */
  readonly approvals: string | null;
  readonly neighbours: Neighbours;
  /** The corrections that were made when the text was saved, in words. */
  readonly tidied: readonly string[];
  /** Open problem reports about the text. */
  readonly problems: readonly DescribedProblem[];
  /** The source text of a translation; null for the source text itself. */
  readonly source: TextSource | null;
  /** The translations of this source text; empty if this text is itself a translation. */
  readonly others: readonly (NamedLanguage & { readonly href: string; readonly status: Status })[];
  readonly sound: SoundOrWhy | null;
  /** Open remarks of native readers about the text. */
  readonly remarks: readonly DescribedRemark[];
  /** The address at which the sound can be downloaded; null if no words are saved. */
  readonly soundFile: string | null;
}

interface TextSource {
  readonly tag: LanguageTag;
  readonly name: string;
  readonly sentences: readonly (readonly SentencePart[])[];
  /** Whether the source text has changed since the translation was made. */
  readonly isChanged: boolean;
  /** Whether the source text has changed since the page showed it. */
  readonly hasMoved: boolean;
  /** How the source text changed; null if it has not changed, or if the earlier source text is not known. */
  readonly change: readonly (readonly ChangedStretch[])[] | null;
}

export const textView: View<TextData> = (data, visit) => {
  const { t } = visit;
  const { address, tag, languageName, mayEdit, isStale, source, form, conflict, check, sound } = data;
  // After a refused reason, the form for the reason is shown again, even if the translation is no longer stale.
  const hasStillForm = mayEdit && (isStale || form.reason !== undefined);
  return html`${head(data, visit)}
${banners(data, visit)}
${
  conflict
    ? conflictView(tag, conflict, source?.hasMoved ?? false, visit)
    : form.isUntidy
      ? banner({ kind: 'error', text: t('text.not-saved'), isAnswer: true })
      : ''
}
${ifAny(data.problems, (problems) => problemsView(problems, visit))}
${remarksView(tag, data.remarks, mayEdit, visit)}
<div class="text-desk" data-editor>
<div class="text-source">
${source ? sourceView(source, visit) : othersView(data, visit)}
</div>
<section class="text-own" aria-labelledby="own-title">
<h2 id="own-title">${t('text.own-title', { language: languageName })}</h2>
${mayEdit ? textForm({ ...data, isTranslation: source !== null }, visit) : html`<p>${t('text.read-only')}</p>`}
</section>
<section class="text-check" aria-labelledby="check-title">
<h2 id="check-title">${t('text.check.title')}</h2>
${mayEdit ? html`<p class="quiet">${t('text.check.about')}</p>` : ''}
<p class="unseen" role="status" id="check-said"></p>
<div id="check"${mayEdit ? html` hx-post="${address}/check" hx-trigger="check" hx-include="#text" hx-sync="this:replace" data-failed="${t('text.check.failed')}"` : ''}>
${checkView({ tag, check }, visit)}
</div>
</section>
<section class="text-listen" aria-labelledby="listen-title">
<h2 id="listen-title">${t('text.listen.title')}</h2>
<p class="quiet">${t('text.listen.about')}</p>
${
  mayEdit
    ? html`<p class="listen">${listenButtons(address, formId, visit)}</p>`
    : html`<form class="listen" method="post" action="${address}/listen">
${csrfField(visit)}
${listenButtons(address, null, visit)}
</form>`
}
<p class="sound-wait" id="sound-wait">${t('text.listen.wait')}</p>
<div id="sound">
${sound ? soundView({ sound, isNew: false }, visit) : ''}
</div>
${data.soundFile ? html`<p><a class="link-target" href="${data.soundFile}" download>${t('sounds.wav')}</a></p>` : ''}
</section>
</div>
${hasStillForm ? stillForm(data, visit) : ''}`;
};

function head({ address, prompt, allLanguages, badge, isReviewed, saved, neighbours }: TextData, { t }: Visit): Html {
  const ways = [
    { name: 'previous', href: neighbours.previous },
    { name: 'next', href: neighbours.next },
    { name: 'next-stale', href: neighbours.nextStale },
  ] as const;
  return html`<div class="text-head">
<p>${status(badge)}
${isReviewed ? '' : status({ kind: 'plain', text: t('text.not-reviewed') })}
${smallId(prompt)}
</p>
<p class="quiet">${t('text.last-saved')}: ${saved ? t('text.saved', { ...saved }) : t('text.never')}${saved?.what ? t('text.saved-how', { what: saved.what }) : ''} <a class="link-target" href="${address}/history">${t('text.to-history')}</a></p>
<p><a class="link-target" href="${allLanguages}">${t('text.to-all-languages')}</a></p>
<nav class="text-ways" aria-label="${t('text.neighbours')}">
${ways.flatMap(({ name, href }) => (href ? [html`<a class="link-target" href="${href}">${t(`text.${name}`)}</a>\n`] : []))}
</nav>
</div>`;
}

/** Banners about the state of the text, and about what was corrected when it was saved. */
const banners = (
  { isUnused, sentBack, approvals, tidied }: TextData,
  { t }: Visit,
): Html => html`${isUnused ? html`<div class="banner banner-information"><p>${t('unused.of-text')} <a href="/console/texts/unused">${t('unused.title')}</a></p></div>` : ''}
${sentBack ? html`<div class="banner banner-warning"><p><strong>${t('text.sent-back', { ...sentBack })}</strong></p><p class="approval-comment">${sentBack.comment}</p><p>${t('text.sent-back-help')}</p></div>` : ''}
${approvals ? html`<p><a class="link-target" href="${approvals}">${t('text.to-approvals')}</a></p>` : ''}
${tidied.length > 0 ? banner({ kind: 'information', text: tidied.join(' ') }) : ''}`;

const problemsView = (
  problems: TextData['problems'],
  { t }: Visit,
): Html => html`<section class="text-problems" aria-labelledby="problems-title">
<h2 id="problems-title">${t('rehearsal.problems.on-text', { count: problems.length })}</h2>
<ul>
${problems.map(
  ({ comment, who, when, second, call }) =>
    html`<li>${comment} <span class="quiet">${t('rehearsal.problems.by', { who, when })}${second ? html` · ${second}` : ''}</span> <a class="link-target" href="${call}">${t('rehearsal.problems.call')}</a></li>`,
)}
</ul>
<p><a class="link-target" href="/console/rehearsal/problems">${t('rehearsal.problems.to-list')}</a></p>
</section>`;

function sourceView({ tag, name, sentences, isChanged, change }: TextSource, visit: Visit): Html {
  const { t } = visit;
  return html`<section aria-labelledby="source-title">
<h2 id="source-title">${t('text.source-title', { language: name })}</h2>
${sentences.length === 0 ? html`<p>${t('text.source-empty')}</p>` : previewView(tag, sentences)}
${
  isChanged
    ? html`<h3>${t('text.changed-title')}</h3>
${change ? html`<p>${t('text.changed-about')}</p>${changeView(tag, change, visit)}` : html`<p>${t('text.changed-unknown')}</p>`}`
    : ''
}
</section>`;
}

const othersView = ({ others }: TextData, { t }: Visit): Html => html`<section aria-labelledby="others-title">
<h2 id="others-title">${t('text.others-title')}</h2>
<p>${t('text.others-about')}</p>
<ul class="others">
${others.map((other) => html`<li><a class="link-target" href="${other.href}">${languageLabel(other)}</a> ${status(other.status)}</li>`)}
</ul>
</section>`;
