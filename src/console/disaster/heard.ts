import { type DisasterNotice, disasterPrompts, noticeSayings, sayableNotice } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import { html, type View } from '../../frame/html.ts';
import { ifAny, type Status, status } from '../../frame/parts.ts';
import type { Visitor } from '../../frame/visit.ts';
import { announcersFirst } from '../../office/disaster/readiness.ts';
import type { OfficeEdition } from '../../office/editions/edition.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import { type SentencePart, sentenceView, spokenParts } from '../text/sentence.ts';

/** What callers of one language hear of a notice. */
export interface HeardIn {
  readonly tag: LanguageTag;
  readonly name: string;
  /** Whether this is an announcers' language, which every caller hears before choosing one. */
  readonly isFirst: boolean;
  readonly status: Status;
  /** Why these callers do not hear the whole notice in their language; null if they do. */
  readonly why: string | null;
  /** The exact words; empty if these callers hear the notice in other languages only. */
  readonly sentences: readonly (readonly SentencePart[])[];
  /** The address of the sound of these words; null if there are none. */
  readonly audio: string | null;
}

/**
 * What callers hear of a notice in every language, the announcers' languages first. As in calls, places and actions
 * without texts in the edition are left out. In an announcers' language whose texts are not approved, only the
 * safety text is heard.
 * @returns empty if callers do not hear the notice at all
 */
export function describeHeard(
  { t }: Visitor,
  edition: OfficeEdition,
  notice: DisasterNotice,
  narrator: Pick<SpeakingNarrator, 'register'>,
): HeardIn[] {
  const { file } = edition;
  const sayable = sayableNotice(edition.line, notice);
  if (!sayable) return [];
  const nameOf = (tag: LanguageTag) => file.languages.find((each) => each.tag === tag)?.name ?? tag;
  const named = (tags: readonly LanguageTag[]) => tags.map(nameOf).join(t('frame.comma'));
  const isApproved = (tag: LanguageTag) => notice.languages.includes(tag);
  const saidFirst = file.announcers.filter(isApproved);
  const why =
    saidFirst.length > 0
      ? t('disaster.not-approved', { languages: named(saidFirst) })
      : t('disaster.only-safety', { languages: named(file.announcers) });
  return announcersFirst(file).map((tag): HeardIn => {
    const about = { tag, name: nameOf(tag), isFirst: file.announcers.includes(tag) };
    if (!about.isFirst && !isApproved(tag)) {
      const other = {
        kind: 'warning' as const,
        text: t('disaster.in-others', { languages: named(saidFirst.length > 0 ? saidFirst : file.announcers) }),
      };
      return { ...about, status: other, why, sentences: [], audio: null };
    }
    const safety = { prompt: disasterPrompts.safety, language: tag };
    const script = edition.script(isApproved(tag) ? [safety, ...noticeSayings(sayable, tag)] : [safety]);
    // From now on a browser can request the sound.
    narrator.register(script.narration);
    const heard = { sentences: script.sentences.map(spokenParts), audio: `/audio/${script.narration.key}.wav` };
    return isApproved(tag)
      ? { ...about, ...heard, status: { kind: 'good', text: t('disaster.own') }, why: null }
      : { ...about, ...heard, status: { kind: 'warning', text: t('disaster.safety-alone') }, why };
  });
}

const languageView: View<HeardIn> = (
  { tag, name, status: now, why, sentences, audio },
  { t },
) => html`<section class="disaster-language">
<h3><span lang="${tag}">${name}</span> ${status(now)}</h3>
${why === null ? '' : html`<p class="quiet">${why}</p>`}
${ifAny(
  sentences,
  (some) => html`<div lang="${tag}">
${some.map((parts) => html`<p>${sentenceView(parts)}</p>`)}
</div>`,
)}
${audio === null ? '' : html`<audio class="sound" controls preload="none" src="${audio}" aria-label="${t('disaster.listen', { language: name })}">${t('text.listen.unplayable')}</audio>`}
</section>`;

/** What is heard in the announcers' languages. */
export const heardFirstView: View<readonly HeardIn[]> = (heard, visit) =>
  html`<div class="disaster-heard">
${heard.filter(({ isFirst }) => isFirst).map((each) => languageView(each, visit))}
</div>`;

/** What is heard in the other languages, folded. */
export const heardInOthersView: View<readonly HeardIn[]> = (heard, visit) =>
  ifAny(
    heard.filter(({ isFirst }) => !isFirst),
    (others) => html`<details class="more">
<summary>${visit.t('disaster.others', { count: others.length })}</summary>
<div class="disaster-heard">
${others.map((each) => languageView(each, visit))}
</div>
</details>`,
  );
