import { ExplainedError } from '../../common/explained-error.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, ifAny } from '../../frame/parts.ts';
import type { PlainKey } from '../../frame/translate.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import { describeFinding } from '../../naming/describe-finding.ts';
import { namesIn } from '../../naming/names.ts';
import { checkText, draftOfText } from '../../office/drafts/check-text.ts';
import { tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { speakText } from '../../office/editions/speak-text.ts';
import type { SpokenNarration } from '../../speech/narration.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { OpenText } from './open-text.ts';

type Speech = Pick<ConsoleParts, 'narrator' | 'engine' | 'report'>;

/** The address of a text's sound, or the key of the console text that says why there is no sound. */
export type SoundOrWhy =
  | { readonly audio: string; readonly isSlow: boolean }
  /** `findings` are the errors in the words, if they are the reason. */
  | { readonly why: Extract<PlainKey, `text.listen.${string}`>; readonly findings?: readonly string[] };

const audioOf = ({ key }: SpokenNarration): string => `/audio/${key}.wav`;

/** The HTTP status of an answer about a sound: 503 if making it failed, 422 if the text is the reason, else 200. */
export const statusOfSound = (sound: SoundOrWhy): number =>
  'why' in sound ? (sound.why === 'text.listen.failed' ? 503 : 422) : 200;

/** The address at which the sound of a saved text can be downloaded. */
export const soundFileOf = (language: string, prompt: string): string =>
  `/console/sounds/${language}/${encodeURIComponent(prompt)}.wav`;

/** Makes the sound of typed words, as callers would hear them. The words need not be saved. */
export async function makeSound(
  { narrator, engine, report }: Speech,
  { now, language, prompt }: OpenText,
  typed: string,
  isSlow: boolean,
  visitor: Pick<Visitor, 't' | 'language'>,
): Promise<SoundOrWhy> {
  const { sentences, untidy } = tidySentences(typed);
  if (untidy.length > 0) return { why: 'text.listen.untidy' };
  if (sentences.length === 0) return { why: 'text.listen.nothing' };
  const place = { language, prompt };
  const script = speakText(draftOfText(now, { ...place, sentences }), engine, place, isSlow);
  if (!script) return { why: 'text.listen.place' };
  try {
    await narrator.ensure(script.narration);
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    // Words that break a rule, such as kanji without a reading, are not a failure of the service.
    const findings = checkText(now, { ...place, sentences }).filter(({ level }) => level === 'error');
    const names = namesIn(visitor, now);
    const said = findings.map((finding) => describeFinding(visitor, names, now.line.file, finding));
    if (findings.length > 0) return { why: 'text.listen.words', findings: said };
    report(error);
    return { why: 'text.listen.failed' };
  }
  return { audio: audioOf(script.narration), isSlow };
}

/** The sound of the saved text; null if the sound has not been made yet, or if the text cannot be spoken. */
export function readySound(
  { narrator, engine }: Pick<Speech, 'narrator' | 'engine'>,
  { now, language, prompt, text }: OpenText,
): SoundOrWhy | null {
  const place = { language, prompt };
  const draft = draftOfText(now, { ...place, sentences: text?.sentences ?? [] });
  const script = speakText(draft, engine, place);
  return script && narrator.ready.has(script.narration.key)
    ? { audio: audioOf(script.narration), isSlow: false }
    : null;
}

/**
 * The sound, or why there is no sound. This part is also sent without the page around it. If `isNew` is set, the sound
 * plays automatically.
 */
export const soundView: View<{ readonly sound: SoundOrWhy; readonly isNew: boolean }> = ({ sound, isNew }, visit) => {
  const { t } = visit;
  if ('why' in sound) {
    return html`${banner({ kind: 'error', text: t(sound.why) })}
${ifAny(
  sound.findings ?? [],
  (findings) => html`<ul class="findings">
${findings.map((finding) => html`<li class="finding finding-error">${finding}</li>`)}
</ul>`,
)}`;
  }
  const name = t(sound.isSlow ? 'text.listen.is-slow' : 'text.listen.is-normal');
  return html`<p class="sound-name">${name}</p>
<audio class="sound" controls preload="metadata" src="${sound.audio}" aria-label="${name}"${isNew ? ' autoplay' : ''} data-sound>${t('text.listen.unplayable')}</audio>
<p class="quiet" data-measured="${t('text.listen.measured', { seconds: '{n}' })}"></p>`;
};

/** The speeds at which a text can be heard. */
export const speeds = ['normal', 'slow'] as const;

/**
 * Buttons that make the sound.
 * @param form the id of the form with the typed text; null if the buttons are inside a form of their own
 */
export const listenButtons = (address: string, form: string | null, { t }: Visit): Html =>
  html`${speeds.map(
    (speed) =>
      html`<button class="button button-quiet" type="submit" name="speed" value="${speed}"${form === null ? '' : html` form="${form}" formaction="${address}/listen"`} hx-post="${address}/listen" hx-target="#sound" hx-sync="#sound:drop" hx-indicator="#sound-wait">${t(`text.listen.${speed}`)}</button>
`,
  )}`;
