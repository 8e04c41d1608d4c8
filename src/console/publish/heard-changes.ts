import { html, type View } from '../../frame/html.ts';
import type { Names } from '../../naming/names.ts';
import { createTextSpeaker } from '../../office/editions/approval/spoken-text.ts';
import { draftOf } from '../../office/editions/edition-content.ts';
import type { EditionRecord } from '../../office/editions/edition-records.ts';
import { toNarration } from '../../speech/narration.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import { sourceFirst } from '../../words/source-first.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { hearAddress } from '../rehearsal/open-rehearsal.ts';
import { type SentencePart, sentenceView, spokenParts } from '../text/sentence.ts';

/**
 * Maximum number of changes that are shown. Staff do not listen to more after publishing. The change sheet of the
 * edition has all changes.
 */
const mostShown = 60;

/** A text that is new in the live edition, or whose sound has changed since the edition before. */
interface HeardChange {
  readonly prompt: string;
  readonly language: string;
  /** What staff call the prompt, the language, and the prompt in this language. */
  readonly names: { readonly prompt: string; readonly language: string; readonly text: string };
  readonly sentences: readonly (readonly SentencePart[])[];
  /** The address of the text's sound. */
  readonly audio: string;
}

/** The texts whose sound has changed from the edition before to the live edition. */
export interface ChangesHeard {
  readonly shown: readonly HeardChange[];
  /** How many texts sound different, including those that are not shown. */
  readonly count: number;
}

/**
 * Finds the texts whose sound has changed since the edition that was live before. Texts that are new count too. The
 * result describes at most `mostShown` of them. The texts of a prompt follow each other, beginning with the source
 * text.
 * @param live the live edition
 * @returns null if there was no edition before, or if it is not stored
 */
export async function lastChangesHeard(
  { approvals, editions, narrator }: Pick<ConsoleParts, 'approvals' | 'editions' | 'narrator'>,
  names: Names,
  live: EditionRecord,
): Promise<ChangesHeard | null> {
  const [, earlier] = await editions.publications(2);
  const before = earlier ? await editions.find(earlier.edition) : null;
  if (!before) return null;
  const old = await approvals.hashesOf(before);
  const now = await approvals.hashesOf(live);
  const { line } = live;
  const languages = sourceFirst(line.languages, line.sourceLanguage, ({ tag }) => tag);
  const changed = requiredPromptsIn(line, line.sourceLanguage).flatMap((prompt) =>
    languages.flatMap(({ tag }) => {
      const ref = { language: tag, prompt };
      const hash = now.find(ref);
      return hash === null || hash === old.find(ref) ? [] : [ref];
    }),
  );
  const speak = createTextSpeaker(draftOf(live), live.engine);
  const shown = changed.slice(0, mostShown).flatMap((ref) => {
    const spoken = speak(ref);
    if (!spoken) return [];
    const narration = toNarration(spoken.normal);
    // The browser can request only registered narrations.
    narrator.register(narration);
    const sentences = spoken.normal.map(({ sentence }) => spokenParts(sentence));
    const { prompt, language } = ref;
    const called = { prompt: names.prompt(prompt), language: names.language(language), text: names.text(ref) };
    return [{ ...ref, names: called, sentences, audio: `/audio/${narration.key}.wav` }];
  });
  return { shown, count: changed.length };
}

/** What has changed for callers: each text with its sound, and a link to a rehearsal call in which it is heard. */
export const heardChangesView: View<ChangesHeard> = (
  { shown, count },
  { t },
) => html`<section aria-labelledby="heard-title">
<h2 id="heard-title">${t('publish.heard.title', { count })}</h2>
${count > shown.length ? html`<p>${t('publish.heard.some', { count: shown.length })}</p>` : ''}
<p class="listen" data-scripted hidden><button class="button" type="button" data-play-all>${t('publish.heard.play')}</button> <button class="button button-quiet" type="button" data-play-none>${t('rehearsal.changes.stop')}</button> <span role="status" data-playing="${t('rehearsal.changes.playing', { prompt: '{prompt}' })}"></span></p>
<table class="table rehearsal-changes">
<caption>${t('publish.heard.caption')}</caption>
<thead><tr><th scope="col">${t('publish.heard.text')}</th><th scope="col">${t('publish.heard.words')}</th><th scope="col">${t('publish.heard.listen')}</th></tr></thead>
<tbody>
${shown.map(
  ({ prompt, language, names, sentences, audio }) => html`<tr data-prompt="${names.text}">
<td data-label="${t('publish.heard.text')}"><div>${names.prompt}<br>${names.language}</div></td>
<td data-label="${t('publish.heard.words')}"><div lang="${language}">${sentences.map((parts) => html`<p>${sentenceView(parts)}</p>`)}</div></td>
<td data-label="${t('publish.heard.listen')}"><div><audio class="sound" controls preload="none" src="${audio}" data-side="after" aria-label="${t('publish.heard.sound', { text: names.text })}"></audio>
<p><a class="link-target" href="${hearAddress('live', language, prompt)}">${t('rehearsal.hear.link')}<span class="unseen"> ${names.text}</span></a></p></div></td>
</tr>`,
)}
</tbody>
</table>
</section>`;
