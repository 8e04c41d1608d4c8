import { type DisasterNotice, disasterPrompts, noticeSayings, sayableNotice } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { Edition } from '../../office/editions/edition.ts';
import { html, type View } from '../frame/html.ts';
import { status } from '../frame/parts.ts';
import { type SentencePart, sentenceView, spokenParts } from '../text/sentence.ts';

/** What callers of one language hear of a notice. */
export interface HeardIn {
  readonly tag: LanguageTag;
  readonly name: string;
  /** Whether the notice's texts are approved in this language; if not, callers hear it in the announcers' languages. */
  readonly isApproved: boolean;
  readonly sentences: readonly (readonly SentencePart[])[];
}

/**
 * The sentences of a notice in every language, and whether callers hear them in it. Like calls, it leaves out what the edition
 * has no texts for.
 * @returns empty if callers do not hear the notice at all
 */
export function describeHeard(edition: Edition, notice: DisasterNotice): HeardIn[] {
  const sayable = sayableNotice(edition.line, notice);
  if (!sayable) return [];
  return edition.file.languages.map(({ tag, name }) => {
    const safety = { prompt: disasterPrompts.safety, language: tag };
    const { sentences } = edition.script([safety, ...noticeSayings(sayable, tag)]);
    return { tag, name, isApproved: notice.languages.includes(tag), sentences: sentences.map(spokenParts) };
  });
}

export const heardView: View<readonly HeardIn[]> = (heard, { t }) => html`<div class="disaster-heard">
${heard.map(
  ({ tag, name, isApproved, sentences }) => html`<section class="disaster-language">
<h3><span lang="${tag}">${name}</span> ${status(isApproved ? { kind: 'good', text: t('disaster.own') } : { kind: 'warning', text: t('disaster.announcers') })}</h3>
${
  isApproved
    ? html`<div lang="${tag}">
${sentences.map((parts) => html`<p>${sentenceView(parts)}</p>`)}
</div>`
    : html`<p class="quiet">${t('disaster.not-approved')}</p>`
}
</section>`,
)}
</div>`;
