import { commandKeys } from '../../call/command-keys.ts';
import { disasterPrompts, topicsKey } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import { topicPrompt } from '../../call/say.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import type { SpokenSentence } from '../../speech/narration.ts';
import { lookup } from '../../words/by-name.ts';
import type { Draft } from '../../words/draft.ts';
import { momentPlaces, sampleMoment } from '../../words/moment-facts.ts';
import { keyPromptsOf, whisperPrompt } from '../../words/prompt-ids.ts';
import { placesIn } from '../../words/sentence-template.ts';
import { createEdition, type Script } from './edition.ts';

/** One text of a draft. */
export interface TextPlace {
  readonly language: LanguageTag;
  readonly prompt: string;
}

type Voice = Pick<SpeechEngine, 'id' | 'fingerprint'>;

/**
 * What callers would hear of one text.
 * @returns null when there are no words, or a place in them into which nothing can be put
 */
export function speakText(draft: Draft, engine: Voice, place: TextPlace, slow = false): Script | null {
  const sentences = sentencesAt(draft, place);
  const canBeSpoken = isSpeakable(draft, place);
  return sentences.length > 0 && sentences.every(canBeSpoken) ? scriptOf(draft, engine, place, slow) : null;
}

/** How long a text takes at the normal speed, in seconds. */
export interface TextSeconds {
  /** By sentence; null where it cannot be spoken, or the language's rate is not known. */
  readonly sentences: readonly (number | null)[];
  /** With the pauses between sentences; null when one of them is. */
  readonly all: number | null;
}

/** Predicts it from the words alone. */
export function predictText(draft: Draft, engine: Voice, place: TextPlace): TextSeconds {
  const sentences = sentencesAt(draft, place);
  const speakable = sentences.map(isSpeakable(draft, place));
  const kept = sentences.filter((_, index) => speakable[index]);
  const parts = kept.length === 0 ? [] : scriptOf(withText(draft, place, kept), engine, place, false).narration.parts;
  const spoken = parts.filter((part): part is SpokenSentence => typeof part !== 'number');
  const predicted = spoken.map(({ request }) => predictSeconds(request));
  const before = (index: number) => speakable.slice(0, index).filter(Boolean).length;
  const each = speakable.map((can, index) => (can ? (predicted[before(index)] ?? null) : null));
  const pauses = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part / 1000 : 0), 0);
  const all = each.reduce((sum, one) => (sum === null || one === null ? null : sum + one), pauses as number | null);
  return { sentences: each, all };
}

/** The digit that a prompt offers in a language; null for a prompt that offers none. */
export function keyOf({ line }: Pick<Draft, 'line'>, { language, prompt }: TextPlace): string | null {
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

const sentencesAt = ({ words }: Draft, { language, prompt }: TextPlace): readonly string[] =>
  words.get(language)?.prompts[prompt] ?? [];

/** Tells for each sentence whether something can be put into all of its places. */
function isSpeakable(draft: Draft, place: TextPlace): (sentence: string) => boolean {
  const names = new Set(Object.keys(draft.line.facts));
  if (keyOf(draft, place) !== null) names.add('key');
  if (place.prompt === whisperPrompt) names.add('language');
  if (place.prompt === disasterPrompts.time) for (const name of momentPlaces) names.add(name);
  return (sentence) => placesIn(sentence).every((name) => names.has(name));
}

function withText(draft: Draft, { language, prompt }: TextPlace, sentences: readonly string[]): Draft {
  const own = draft.words.get(language);
  if (!own) return draft;
  return { ...draft, words: new Map([[language, { ...own, prompts: { [prompt]: sentences } }]]) };
}

/** The dialogue is no part of it, so it may be half done: destinations may name facts that are not there yet. */
function scriptOf(draft: Draft, engine: Voice, { language, prompt }: TextPlace, slow: boolean): Script {
  const edition = createEdition({ ...draft, line: { ...draft.line, destinations: [] } }, engine);
  if (prompt === whisperPrompt) return edition.whisper(null);
  const key = keyOf(draft, { language, prompt });
  const at = prompt === disasterPrompts.time ? sampleMoment : undefined;
  return edition.script([{ prompt, language, key: key ?? undefined, at }], slow);
}
