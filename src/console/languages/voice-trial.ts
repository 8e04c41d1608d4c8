import { type Html, html } from '../../frame/html.ts';
import { banner } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { speakText } from '../../office/editions/speak-text.ts';
import { SpeechError } from '../../speech/engine.ts';
import { byName } from '../../words/by-name.ts';
import type { Draft } from '../../words/draft.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { TypedEntry } from '../line/entry-kind.ts';
import { plainText, spokenParts } from '../text/sentence.ts';
import { isLanguageTag } from './language-check.ts';
import { type TypedLanguage, toLanguage } from './language-form.ts';
import type { LanguageEntry } from './menu.ts';
import { voiceErrors } from './voice-check.ts';

type TrialParts = Pick<ConsoleParts, 'engine' | 'narrator' | 'report'>;

/** The prompt with the first words of a call. Every language needs a text for it. */
const prompt = 'greeting';

/**
 * Speaks the greeting with the voice of a form before the form is saved. If there is no greeting, speaks the language's
 * name.
 * @returns the words and the sound, or a banner that says why there is no sound
 */
export async function tryVoice(
  { engine, narrator, report }: TrialParts,
  { now, id, typed }: TypedEntry<LanguageEntry, TypedLanguage>,
  { t }: Visit,
): Promise<Html> {
  const problem = (text: string) => banner({ kind: 'error', text });
  if (!isLanguageTag(id)) return problem(t('languages.wrong.tag'));
  const [wrong] = Object.values((await voiceErrors(engine, typed, t)) ?? {});
  if (wrong) return problem(wrong);
  const greeting = now.find(id, prompt)?.sentences ?? [];
  const sentences = greeting.length > 0 ? greeting : [typed.name];
  const script = speakText(withLanguage(now.draft, toLanguage(id, typed), sentences), engine, { language: id, prompt });
  if (!script) return problem(t('languages.trial.no-words'));
  try {
    await narrator.ensure(script.narration);
  } catch (error) {
    if (!(error instanceof SpeechError)) throw error;
    report(error);
    return problem(t('languages.trial.failed'));
  }
  const said = script.sentences.map((sentence) => plainText(spokenParts(sentence))).join(' ');
  return html`<p>${t('languages.trial.said')} <span lang="${id}">${said}</span></p>
<audio class="sound" controls autoplay src="/audio/${script.narration.key}.wav" aria-label="${t('languages.trial.sound')}"></audio>`;
}

/** The draft with the language of the form. The words of the trial are the only text of this language. */
function withLanguage(draft: Draft, language: LanguageEntry, sentences: readonly string[]): Draft {
  const { tag } = language;
  const others = draft.line.languages.filter((each) => each.tag !== tag);
  const words = { reviewed: false, prompts: byName([[prompt, sentences]]) };
  return {
    ...draft,
    line: { ...draft.line, languages: [...others, language] },
    words: new Map([...draft.words, [tag, words]]),
  };
}
