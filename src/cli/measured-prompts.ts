import type { LanguageTag } from '../call/line.ts';
import type { OfficeEdition } from '../office/editions/edition.ts';
import { everySaying } from '../office/editions/every-saying.ts';
import { joinNarration } from '../sound/join-narration.ts';
import { readMuLawWav } from '../sound/wav.ts';
import type { Speed } from '../speech/engine.ts';
import { checkEdges } from '../speech/measure/check-edges.ts';
import { checkSentence } from '../speech/measure/check-sentence.ts';
import { measureSentence, type SentenceMeasure } from '../speech/measure/measure-sentence.ts';
import type { SoundFinding } from '../speech/measure/sound-finding.ts';
import type { SpokenNarration, SpokenSentence } from '../speech/narration.ts';
import type { SentenceStudio } from '../speech/sentence-studio.ts';

/** The edition that is measured, and the studio that makes its sounds. */
export interface EditionToMeasure {
  readonly edition: OfficeEdition;
  readonly studio: SentenceStudio;
}

/** The measurements of one prompt in one language, as callers or agents hear it. */
interface MeasuredPrompt {
  readonly prompt: string;
  readonly sentences: readonly { readonly spoken: SpokenSentence; readonly measure: SentenceMeasure }[];
  /** The findings about this prompt. Findings about a whole language, or about all languages, are not among them. */
  readonly findings: readonly SoundFinding[];
}

/**
 * Measures every prompt of a language. If it is the source language and the speed is normal, the whispers are measured
 * too. Missing sounds are created.
 * @throws SpeechError if a sentence cannot be spoken, and MissingPromptError if a prompt has no words
 */
export async function* measuredPrompts(
  { edition, studio }: EditionToMeasure,
  language: LanguageTag,
  speed: Speed,
): AsyncGenerator<MeasuredPrompt> {
  const sayings = everySaying(edition.file, language).map((saying) => ({
    prompt: saying.prompt,
    narration: edition.script([saying], speed === 'slow').narration,
  }));
  // Agents hear the whispers in the source language, at the normal speed only.
  const isSource = language === edition.file.sourceLanguage && speed === 'normal';
  const whispers = [null, ...edition.line.languages.map(({ tag }) => tag)].map((tag) => ({
    prompt: 'whisper',
    narration: edition.whisper(tag).narration,
  }));
  for (const { prompt, narration } of [...sayings, ...(isSource ? whispers : [])]) {
    yield await measurePrompt(studio, language, prompt, narration);
  }
}

async function measurePrompt(
  studio: SentenceStudio,
  language: LanguageTag,
  prompt: string,
  { lead, parts }: SpokenNarration,
): Promise<MeasuredPrompt> {
  const sounds = new Map<SpokenSentence, Uint8Array>();
  for (const part of parts) if (typeof part !== 'number') sounds.set(part, await studio.codes(part));
  const sentences = [...sounds].map(([spoken, codes], index) => ({
    spoken,
    measure: measureSentence({ spoken, codes, index }),
  }));
  const narration = joinNarration(
    parts.map((part) => (typeof part === 'number' ? { pause: part } : { codes: sounds.get(part) ?? new Uint8Array() })),
    lead,
  );
  return {
    prompt,
    sentences,
    findings: [
      ...sentences.flatMap(({ measure }) => checkSentence(measure)),
      ...checkEdges({ language, prompt }, readMuLawWav(narration), lead),
    ],
  };
}
