import type { LanguageTag } from '../../call/line.ts';
import { html, nothing, type View } from '../../frame/html.ts';
import { csrfField, foldedList, ifAny, refusedAlone, status } from '../../frame/parts.ts';
import type { Names } from '../../naming/names.ts';
import type { ApprovalSnapshot, Candidate } from '../../office/editions/approval/candidates.ts';
import { listeningView, type Playing } from '../approvals/listening-view.ts';
import { partsWithExamples, previewView, type SentencePart } from '../text/sentence.ts';

/** A disaster text that waits for approval. */
interface DisasterText {
  readonly name: string;
  readonly sentences: readonly (readonly SentencePart[])[];
  /** The address at which the text can be sent back to its author. */
  readonly href: string;
}

/** The page on which all disaster texts are approved. */
interface ApproveDisasterData {
  readonly problems: readonly string[];
  readonly details: readonly string[];
  readonly languages: readonly {
    readonly tag: LanguageTag;
    readonly name: string;
    /** Whether this is an announcers' language, which every caller hears before choosing one. */
    readonly isFirst: boolean;
    /** How many disaster texts of this language wait for approval, including those that the visitor wrote. */
    readonly waiting: number;
    /** Whether all live disaster texts of this language are approved. */
    readonly isReady: boolean;
    /** The waiting texts, including those that the visitor wrote; empty for languages that are not chosen. */
    readonly texts: readonly DisasterText[];
  }[];
  /** The languages whose texts are played next. */
  readonly chosen: readonly LanguageTag[];
  /** Whether only the texts of the notice that is on are played. */
  readonly isOfNotice: boolean;
  /** The address of the playlist. */
  readonly address: string;
  /** The listening that is being played; null if there is none. */
  readonly playing: Playing | null;
  /** How many texts were heard to their end and can be approved; 0 until the whole playlist was heard. */
  readonly heard: number;
  /**
   * How many waiting texts of the chosen languages the visitor may hear and approve, including those already heard. It
   * is 0 if the visitor may not approve texts.
   */
  readonly toHear: number;
  readonly mayApprove: boolean;
}

/** Describes waiting texts, with the names that staff use. */
export function describeTexts(
  names: Names,
  { draft, live }: ApprovalSnapshot,
  candidates: readonly Candidate[],
): DisasterText[] {
  return candidates.map(({ language, prompt, origin }) => {
    const spoken = (origin === 'draft' ? draft : live).draft;
    const sentences = spoken.words.get(language)?.prompts[prompt] ?? [];
    return {
      name: names.prompt(prompt),
      sentences: sentences.map(partsWithExamples(spoken, { language, prompt })),
      href: `/console/approvals/${language}#${origin === 'draft' ? '' : 'live-'}${prompt}`,
    };
  });
}

export const approveDisasterView: View<ApproveDisasterData> = (data, visit) => {
  const { t } = visit;
  const { problems, languages, address, playing, heard, mayApprove } = data;
  return html`${refusedAlone(problems, [], foldedList(t, data.details))}
${playing ? html`<div data-player>${listeningView(visit, address, playing)}</div>` : heard > 0 ? heardView(data, visit) : mayApprove ? nextView(data, visit) : nothing}
<table class="table">
<caption>${t('disaster-approval.caption')}</caption>
<thead><tr><th scope="col">${t('disaster-approval.language')}</th><th scope="col">${t('disaster-approval.state')}</th><th scope="col">${t('disaster-approval.listen-to')}</th></tr></thead>
<tbody>
${languages.map(
  ({ tag, name, isFirst, waiting, isReady }) => html`<tr>
<td data-label="${t('disaster-approval.language')}"><div>${name}${isFirst ? html` ${status({ kind: 'information', text: t('disaster-approval.first') })}` : ''}</div></td>
<td data-label="${t('disaster-approval.state')}">${status(isReady ? { kind: 'good', text: t('disaster-approval.ready') } : waiting > 0 ? { kind: 'warning', text: t('disaster-approval.waiting', { count: waiting }) } : { kind: 'warning', text: t('disaster-approval.not-whole') })}</td>
<td data-label="${t('disaster-approval.listen-to')}">${waiting > 0 ? html`<a class="link-target" href="/console/disaster/approve/${tag}" aria-label="${t('disaster-approval.choose-label', { language: name })}">${t('disaster-approval.choose')}</a>` : t('publish.nothing')}</td>
</tr>`,
)}
</tbody>
</table>
${languages.some(({ texts }) => texts.length > 0) ? html`<h2>${t('disaster-approval.texts')}</h2>` : ''}
${languages.map(({ tag, name, texts }) =>
  ifAny(
    texts,
    (some) => html`<details class="more"${playing || heard > 0 ? ' open' : ''}>
<summary>${name} ${t('disaster-approval.count', { count: some.length })}</summary>
${some.map(
  ({ name: about, sentences, href }) => html`<section class="disaster-text">
<h3>${about} <a class="link-target" href="${href}">${t('disaster-approval.send-back')}</a></h3>
${previewView(tag, sentences)}
</section>`,
)}
</details>`,
  ),
)}`;
};

/** The chosen languages, the number `toHear` of their texts, and the button that begins the listening. */
const nextView: View<ApproveDisasterData> = ({ languages, chosen, isOfNotice, address, toHear }, visit) => {
  const { t } = visit;
  const next = languages.filter(({ tag }) => chosen.includes(tag));
  if (next.length === 0) return html`<p>${t('disaster-approval.nothing')}</p>`;
  return html`<p>${t(isOfNotice ? 'disaster-approval.about-notice' : 'disaster-approval.about')}</p>
<form class="form form-wide" method="post" action="${address}/listening">
${csrfField(visit)}
<p><b>${t('disaster-approval.next', { languages: next.map(({ name }) => name).join(t('frame.comma')), count: toHear })}</b></p>
<p><button class="button" type="submit">${t('disaster-approval.listen')}</button></p>
</form>`;
};

/** The form that approves everything that was heard. */
const heardView: View<ApproveDisasterData> = (
  { address, heard },
  visit,
) => html`<form class="form form-wide" method="post" action="${address}/approve">
${csrfField(visit)}
<p>${visit.t('disaster-approval.if-right')}</p>
<p><button class="button" type="submit">${visit.t('disaster-approval.approve', { count: heard })}</button>
<a class="link-target" href="/console/disaster/approve">${visit.t('disaster-approval.not-now')}</a></p>
</form>`;
