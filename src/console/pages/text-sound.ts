import { checkText, draftOfText, type TextFinding } from '../../office/drafts/check-text.ts';
import { tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { speakText } from '../../office/editions/speak-text.ts';
import { SpeechError } from '../../speech/engine.ts';
import type { Narration } from '../../speech/narration.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { OpenText } from './open-text.ts';

type Speech = Pick<ConsoleParts, 'narrator' | 'engine' | 'report'>;

/** What somebody hears, or the key of the sentence why not. */
export type Sound =
  | { readonly audio: string; readonly isSlow: boolean }
  /** With what the checks say of the words, where that is why. */
  | { readonly why: string; readonly findings?: readonly TextFinding[] };

const audioOf = ({ key }: Narration): string => `/audio/${key}.wav`;

/** Makes the sound of a text as it is typed, the very file that callers would hear. */
export async function makeSound(
  { narrator, engine, report }: Speech,
  { now, language, prompt }: OpenText,
  typed: string,
  isSlow: boolean,
): Promise<Sound> {
  const { sentences, untidy } = tidySentences(typed);
  if (untidy.length > 0) return { why: 'text.listen.untidy' };
  if (sentences.length === 0) return { why: 'text.listen.nothing' };
  const place = { language, prompt };
  const script = speakText(draftOfText(now, { ...place, sentences }), engine, place, isSlow);
  if (!script) return { why: 'text.listen.place' };
  try {
    await narrator.ensure(script.narration);
  } catch (error) {
    if (!(error instanceof SpeechError)) throw error;
    // Words that break a rule, such as kanji without a reading, are no failure of ours.
    const findings = checkText(now, { ...place, sentences }).filter(({ level }) => level === 'error');
    if (findings.length > 0) return { why: 'text.listen.words', findings };
    report(error);
    return { why: 'text.listen.failed' };
  }
  return { audio: audioOf(script.narration), isSlow };
}

/** The sound of a text as it is saved, if it was made before. */
export function readySound(
  { narrator, engine }: Pick<Speech, 'narrator' | 'engine'>,
  { now, language, prompt, text }: OpenText,
): Sound | null {
  const place = { language, prompt };
  const draft = draftOfText(now, { ...place, sentences: text?.sentences ?? [] });
  const script = speakText(draft, engine, place);
  return script && narrator.ready.has(script.narration.key)
    ? { audio: audioOf(script.narration), isSlow: false }
    : null;
}
