import { disasterPrompts, topicsKey } from '../../call/disaster.ts';
import { commandKeys } from '../../call/input.ts';
import { topicPrompt } from '../../call/say.ts';
import type { TextRef } from '../../call/step.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import type { SpokenSentence } from '../../speech/narration.ts';
import { lookup } from '../../words/by-name.ts';
import type { Draft } from '../../words/draft.ts';
import { momentPlaceholdersIn, namesMoment, sampleMoment } from '../../words/moment-facts.ts';
import { keyPromptsOf, whisperPrompt } from '../../words/prompt-ids.ts';
import { placeholdersIn } from '../../words/sentence-template.ts';
import { createEdition, type SpokenScript } from './edition.ts';

type Voice = Pick<SpeechEngine, 'id' | 'fingerprint'>;

/**
 * The script of one text, as callers would hear it.
 * @returns null if the text has no words, or a placeholder that has no value
 */
export function speakText(draft: Draft, engine: Voice, ref: TextRef, slow = false): SpokenScript | null {
  const sentences = sentencesOf(draft, ref);
  const canBeSpoken = isSpeakable(draft, ref);
  return sentences.length > 0 && sentences.every(canBeSpoken) ? scriptOf(draft, engine, ref, slow) : null;
}

/** The length of a text at normal speed, in seconds. */
interface TextSeconds {
  /**
   * The length of each sentence; null if the sentence cannot be spoken, or if the language's speech rate is unknown.
   */
  readonly sentences: readonly (number | null)[];
  /** The total including pauses; null if any sentence is null. */
  readonly all: number | null;
}

/** Predicts a text's length from its words alone. */
export function predictText(draft: Draft, engine: Voice, ref: TextRef): TextSeconds {
  const sentences = sentencesOf(draft, ref);
  const speakable = sentences.map(isSpeakable(draft, ref));
  const kept = sentences.filter((_, index) => speakable[index]);
  const parts = kept.length === 0 ? [] : scriptOf(withText(draft, ref, kept), engine, ref, false).narration.parts;
  const spoken = parts.filter((part): part is SpokenSentence => typeof part !== 'number');
  const predicted = spoken.map(({ request }) => predictSeconds(request));
  const before = (index: number) => speakable.slice(0, index).filter(Boolean).length;
  const each = speakable.map((can, index) => (can ? (predicted[before(index)] ?? null) : null));
  const pauses = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part / 1000 : 0), 0);
  const all = each.reduce((sum, one) => (sum === null || one === null ? null : sum + one), pauses as number | null);
  return { sentences: each, all };
}

/** The key that a prompt offers in a language; null for a prompt that offers none. */
export function keyOf({ line }: Pick<Draft, 'line'>, { language, prompt }: TextRef): string | null {
  const topic = line.topics.find(({ id }) => topicPrompt(id) === prompt);
  if (topic) return topic.key;
  if (!keyPromptsOf(line).has(prompt)) return null;
  if (prompt === 'language-item') return line.languages.find(({ tag }) => tag === language)?.key ?? null;
  const { again, slower, back, person } = commandKeys;
  const keys: Readonly<Record<string, string>> = lookup({
    again,
    slower,
    'normal-speed': slower,
    person,
    'number-to-call': person,
    [disasterPrompts.topics]: topicsKey,
  });
  return keys[prompt] ?? back;
}

const sentencesOf = ({ words }: Draft, { language, prompt }: TextRef): readonly string[] =>
  words.get(language)?.prompts[prompt] ?? [];

/** Returns a predicate that tells whether all placeholders of a sentence have values. */
export function isSpeakable(draft: Pick<Draft, 'line'>, ref: TextRef): (sentence: string) => boolean {
  const names = new Set(Object.keys(draft.line.facts));
  if (keyOf(draft, ref) !== null) names.add('key');
  if (ref.prompt === whisperPrompt) names.add('language');
  for (const name of momentPlaceholdersIn(ref.prompt)) names.add(name);
  return (sentence) => placeholdersIn(sentence).every((name) => names.has(name));
}

function withText(draft: Draft, { language, prompt }: TextRef, sentences: readonly string[]): Draft {
  const own = draft.words.get(language);
  if (!own) return draft;
  return { ...draft, words: new Map([[language, { ...own, prompts: { [prompt]: sentences } }]]) };
}

/**
 * The script of a text. Destinations are left out, because a text does not need them and in a draft they may refer to
 * facts that do not exist yet.
 */
function scriptOf(draft: Draft, engine: Voice, { language, prompt }: TextRef, slow: boolean): SpokenScript {
  const edition = createEdition({ ...draft, line: { ...draft.line, destinations: [] } }, engine);
  if (prompt === whisperPrompt) return edition.whisper(null);
  const key = keyOf(draft, { language, prompt });
  const at = namesMoment(prompt) ? sampleMoment : undefined;
  return edition.script([{ prompt, language, key: key ?? undefined, at }], slow);
}
