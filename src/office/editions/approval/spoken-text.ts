import type { LanguageTag } from '../../../call/line.ts';
import { contentKey } from '../../../common/canonical-json.ts';
import type { SpeechEngine } from '../../../speech/engine.ts';
import { type SpokenSentence, toSpoken } from '../../../speech/narration.ts';
import type { Draft } from '../../../words/draft.ts';
import { sampleMoment } from '../../../words/moment-facts.ts';
import { whisperPrompt } from '../../../words/prompt-ids.ts';
import { createWords, MissingPromptError, type Sentence } from '../../../words/words.ts';
import { keyOf, type TextPlace } from '../speak-text.ts';

/** Who speaks; another voice is another sound. */
export type TextVoice = Pick<SpeechEngine, 'id' | 'fingerprint'>;

/** All that callers hear of one text, at both speeds, as an edition would make it. */
export interface SpokenText {
  /** Over the words and all sounds: whatever changes what callers hear changes it. */
  readonly hash: string;
  readonly sentences: readonly string[];
  readonly normal: readonly SpokenSentence[];
  readonly slow: readonly SpokenSentence[];
}

/** Speaks the texts of one draft, with facts and keys in their places. */
export type TextSpeaker = (place: TextPlace) => SpokenText | null;

/**
 * Builds what all texts of a draft need once.
 * @returns a speaker that gives null for a text without words, or with a place into which nothing can be put
 */
export function createTextSpeaker(draft: Draft, engine: TextVoice): TextSpeaker {
  const { line } = draft;
  const words = createWords(draft);
  const voices = new Map(line.languages.map(({ tag, voices: each }) => [tag, each[engine.id]]));
  const voiceOf = (tag: LanguageTag): string => voices.get(tag) ?? '';
  const sentencesOf = (place: TextPlace): readonly Sentence[] => {
    const { language, prompt } = place;
    // Agents hear the caller's language, or nothing chosen; all of that is one text.
    if (prompt === whisperPrompt) {
      return language === line.sourceLanguage
        ? [null, ...line.languages.map(({ tag }) => tag)].flatMap(words.whisper)
        : [];
    }
    const key = keyOf(draft, place) ?? undefined;
    return words.sentences({ prompt, language, key, at: sampleMoment });
  };
  return (place) => {
    const sentences = draft.words.get(place.language)?.prompts[place.prompt] ?? [];
    if (sentences.length === 0 || !voices.has(place.language)) return null;
    try {
      const said = sentencesOf(place);
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
