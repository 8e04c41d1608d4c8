import type { LanguageTag } from '../../../call/line.ts';
import type { TextRef } from '../../../call/step.ts';
import { contentKey } from '../../../common/content-key.ts';
import type { SpeechEngine } from '../../../speech/engine.ts';
import { type SpokenSentence, toSpoken } from '../../../speech/narration.ts';
import type { Draft } from '../../../words/draft.ts';
import { sampleMoment } from '../../../words/moment-facts.ts';
import { whisperPrompt } from '../../../words/prompt-ids.ts';
import { createWords, MissingPromptError, type Sentence } from '../../../words/words.ts';
import { keyOf } from '../speak-text.ts';

/** The engine that speaks; a different engine or voice means different sounds. */
export type TextVoice = Pick<SpeechEngine, 'id' | 'fingerprint'>;

/** Everything that callers hear of one text, at both speeds, as in an edition. */
export interface SpokenText {
  /** Covers the words and all sounds, so it changes whenever what callers hear changes. */
  readonly hash: string;
  readonly sentences: readonly string[];
  readonly normal: readonly SpokenSentence[];
  readonly slow: readonly SpokenSentence[];
}

/** Finds the sentences that are spoken for a text of one draft, with facts and keys filled in. */
type TextSpeaker = (ref: TextRef) => SpokenText | null;

/**
 * Prepares once what all texts of a draft share.
 * @returns a function that finds the sentences of a text. It returns null in four cases: the text has no words, a
 * placeholder of the text has no value, the line does not have the language, or the text is the whisper in a language
 * other than the source language
 */
export function createTextSpeaker(draft: Draft, engine: TextVoice): TextSpeaker {
  const { line } = draft;
  const words = createWords(draft);
  const voices = new Map(line.languages.map(({ tag, voices: each }) => [tag, each[engine.id]]));
  const voiceOf = (tag: LanguageTag): string => voices.get(tag) ?? '';
  const sentencesOf = (ref: TextRef): readonly Sentence[] => {
    const { language, prompt } = ref;
    // The whisper has a variant for each language, and one for callers who chose none. All variants count as one text.
    if (prompt === whisperPrompt) {
      return language === line.sourceLanguage
        ? [null, ...line.languages.map(({ tag }) => tag)].flatMap(words.whisper)
        : [];
    }
    const key = keyOf(draft, ref) ?? undefined;
    return words.sentences({ prompt, language, key, at: sampleMoment });
  };
  return (ref) => {
    const sentences = draft.words.get(ref.language)?.prompts[ref.prompt] ?? [];
    if (sentences.length === 0 || !voices.has(ref.language)) return null;
    try {
      const said = sentencesOf(ref);
      if (said.length === 0) return null;
      const normal = said.map((each) => toSpoken(engine, voiceOf, 'normal', each));
      const slow = said.map((each) => toSpoken(engine, voiceOf, 'slow', each));
      const sounds = [...normal, ...slow].map(({ key }) => key);
      return { hash: contentKey({ sentences, sounds }), sentences, normal, slow };
    } catch (error) {
      if (error instanceof MissingPromptError) return null;
      throw error;
    }
  };
}
