import { actionPrompt, alsoPlacePrompt, disasterPrompts, kindPrompt, placePrompt } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { ApprovalSnapshot, Candidate } from '../../office/editions/approval/candidates.ts';
import { keyOf } from '../../office/editions/speak-text.ts';
import { formatFactValue } from '../../words/format-fact-value.ts';
import type { LineFile } from '../../words/line-file.ts';
import { momentFacts, sampleMoment } from '../../words/moment-facts.ts';
import { type Html, html, nothing, type View } from '../frame/html.ts';
import { csrfField, ifAny, refusedAlone, status } from '../frame/parts.ts';
import type { Visitor } from '../frame/visit.ts';
import { partsWith, previewView, type SentencePart, valuesIn } from '../text/sentence.ts';

/** A disaster text that waits for approval. */
interface DisasterText {
  readonly name: string;
  readonly sentences: readonly (readonly SentencePart[])[];
  /** Where it can be sent back to its author. */
  readonly href: string;
}

/** The page on which all disaster texts are approved. */
interface ApproveDisasterData {
  readonly problems: readonly string[];
  readonly languages: readonly {
    readonly tag: LanguageTag;
    readonly name: string;
    /** Everybody hears it before choosing a language. */
    readonly isFirst: boolean;
    /** How many of its texts can be approved now. */
    readonly waiting: number;
    /** All of them are approved as callers hear them. */
    readonly isReady: boolean;
    /** Those that are played next; empty for languages that are not chosen. */
    readonly texts: readonly DisasterText[];
  }[];
  /** What is played next. */
  readonly chosen: readonly LanguageTag[];
  /** Null if nothing is played. */
  readonly listening: {
    readonly number: number;
    /** The address of the sound. */
    readonly audio: string;
    readonly count: number;
    readonly seconds: number;
  } | null;
  /** The languages of the whole playlist. */
  readonly languagesAsked: readonly LanguageTag[];
  /** The listenings of the playlist that were heard to their end, and how many texts can be approved because of them. */
  readonly heard: { readonly numbers: readonly number[]; readonly count: number };
  readonly mayApprove: boolean;
}

/** Describes texts with what they are about, in the visitor's language. */
export function describeTexts(
  visitor: Visitor,
  { draft, live }: ApprovalSnapshot,
  candidates: readonly Candidate[],
): DisasterText[] {
  return candidates.map(({ language, prompt, origin }) => {
    const spoken = (origin === 'draft' ? draft : live).draft;
    // The time stands for that of any notice; the same one is heard.
    const example = momentFacts(sampleMoment).map(([name, value]) => [name, formatFactValue(language, value)] as const);
    const values = new Map([...valuesIn(spoken.line, language, keyOf(spoken, { language, prompt })), ...example]);
    const sentences = spoken.words.get(language)?.prompts[prompt] ?? [];
    return {
      name: nameOfPrompt(visitor, spoken.line, prompt),
      sentences: sentences.map(partsWith(values)),
      href: `/console/approvals/${language}#${origin === 'draft' ? '' : 'live-'}${prompt}`,
    };
  });
}

/** What a prompt of a notice is about. */
function nameOfPrompt({ t, language }: Visitor, { disaster }: Pick<LineFile, 'disaster'>, prompt: string): string {
  const always = Object.entries(disasterPrompts).find(([, each]) => each === prompt);
  if (always) return t(`disaster-approval.parts.${always[0] as keyof typeof disasterPrompts}`);
  const lists = [
    ['kind', disaster?.kinds, kindPrompt],
    ['place', disaster?.places, placePrompt],
    ['also-place', disaster?.places, alsoPlacePrompt],
    ['action', disaster?.actions, actionPrompt],
  ] as const;
  for (const [part, list = [], toPrompt] of lists) {
    const found = list.find(({ id }) => toPrompt(id) === prompt);
    if (found) return t(`disaster-approval.parts.${part}`, { name: found.name[language] });
  }
  return prompt;
}

export const approveDisasterView: View<ApproveDisasterData> = (data, visit) => {
  const { t } = visit;
  const { problems, languages, listening, heard, mayApprove } = data;
  return html`${refusedAlone(problems, [])}
${listening ? listeningView({ ...data, listening }, visit) : heard.count > 0 ? heardView(data, visit) : mayApprove ? nextView(data, visit) : nothing}
<table class="table">
<caption>${t('disaster-approval.caption')}</caption>
<thead><tr><th scope="col">${t('disaster-approval.language')}</th><th scope="col">${t('disaster-approval.state')}</th><th scope="col">${t('disaster-approval.listen-to')}</th></tr></thead>
<tbody>
${languages.map(
  ({ tag, name, isFirst, waiting, isReady }) => html`<tr>
<td data-label="${t('disaster-approval.language')}"><span lang="${tag}">${name}</span>${isFirst ? html` ${status({ kind: 'information', text: t('disaster-approval.first') })}` : ''}</td>
<td data-label="${t('disaster-approval.state')}">${status(isReady ? { kind: 'good', text: t('disaster-approval.ready') } : waiting > 0 ? { kind: 'warning', text: t('disaster-approval.waiting', { count: waiting }) } : { kind: 'warning', text: t('disaster-approval.not-whole') })}</td>
<td data-label="${t('disaster-approval.listen-to')}">${waiting > 0 ? html`<a class="link-target" href="/console/disaster/approve?language=${tag}" aria-label="${t('disaster-approval.choose-label', { language: name })}">${t('disaster-approval.choose')}</a>` : t('publish.nothing')}</td>
</tr>`,
)}
</tbody>
</table>
${languages.some(({ texts }) => texts.length > 0) ? html`<h2>${t('disaster-approval.texts')}</h2>` : ''}
${languages.map(({ tag, name, texts }) =>
  ifAny(
    texts,
    (some) => html`<details class="more"${listening || heard.count > 0 ? ' open' : ''}>
<summary><span lang="${tag}">${name}</span> ${t('disaster-approval.count', { count: some.length })}</summary>
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

/** What is played next, with the button that begins it. */
const nextView: View<ApproveDisasterData> = ({ languages, chosen }, visit) => {
  const { t } = visit;
  const next = languages.filter(({ tag }) => chosen.includes(tag));
  if (next.length === 0) return html`<p>${t('disaster-approval.nothing')}</p>`;
  const count = next.reduce((sum, { waiting }) => sum + waiting, 0);
  return html`<p>${t('disaster-approval.about')}</p>
<form class="form form-wide" method="post" action="/console/disaster/approve/listening">
${csrfField(visit)}
<input type="hidden" name="languages" value="${next.map(({ tag }) => tag).join(' ')}">
<p><b>${t('disaster-approval.next', { languages: next.map(({ name }) => name).join(t('disaster.comma')), count })}</b></p>
<p><button class="button" type="submit">${t('disaster-approval.listen')}</button></p>
</form>`;
};

/** The player, and the form that confirms that everything was heard; `approvals.js` sends it at the end of the sound. */
const listeningView: View<
  ApproveDisasterData & { readonly listening: NonNullable<ApproveDisasterData['listening']> }
> = (
  { listening: { number, audio, count, seconds }, languagesAsked, heard },
  visit,
) => html`<section class="approve-listening" aria-labelledby="listening-title">
<h2 id="listening-title">${visit.t('approvals.listening', { count, seconds })}</h2>
<form method="post" action="/console/disaster/approve/listened" data-listened>
${csrfField(visit)}
<input type="hidden" name="listening" value="${number}">
<input type="hidden" name="languages" value="${languagesAsked.join(' ')}">
${heardFields(heard.numbers)}
<audio class="sound" controls autoplay preload="auto" src="${audio}" aria-label="${visit.t('approvals.player')}">${visit.t('text.listen.unplayable')}</audio>
<p role="status" data-by-itself="${visit.t('approvals.by-itself')}" data-skipped="${visit.t('approvals.skipped')}"></p>
<p class="text-buttons"><button class="button button-quiet" type="submit">${visit.t('approvals.heard')}</button></p>
</form>
</section>`;

const heardFields = (numbers: readonly number[]): Html[] =>
  numbers.map((number) => html`<input type="hidden" name="heard" value="${number}">`);

/** The form that approves everything that was heard. */
const heardView: View<ApproveDisasterData> = (
  { heard: { numbers, count } },
  visit,
) => html`<form class="form form-wide" method="post" action="/console/disaster/approve">
${csrfField(visit)}
${heardFields(numbers)}
<p>${visit.t('disaster-approval.if-right')}</p>
<p><button class="button" type="submit">${visit.t('disaster-approval.approve', { count })}</button>
<a class="link-target" href="/console/disaster/approve">${visit.t('disaster-approval.not-now')}</a></p>
</form>`;
