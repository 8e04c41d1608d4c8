import type { LanguageTag, Line } from '../../call/line.ts';
import type { Sentence } from '../../words/words.ts';
import type { NarrationSound } from './narration-sound.ts';
import type { RehearsedTurn } from './rehearse.ts';

/** The longest that callers should have to wait, in seconds since the call was answered. */
export const targets = { language: 22, information: 45 } as const;

/** Seconds between having heard which key it is and having pressed it. */
export const timeToPress = 0.5;

/** How long a rehearsed call took, in seconds since it was answered. */
export interface CallClock {
  /** When each turn began. */
  readonly turns: readonly number[];
  /** Until everything of the last turn has been heard. */
  readonly seconds: number;
  /** Until the first sentence in the caller's own language has been heard; null before that. */
  readonly language: number | null;
  /** Until the information itself begins; null before that. */
  readonly information: number | null;
  /** Whether every sound was there to be measured. */
  readonly isMeasured: boolean;
}

/**
 * Adds a call up as a caller would live it who presses every key half a second after having heard which one it is. Silence
 * costs the whole wait; what ringing costs, nobody knows.
 * @param sounds of the turns, in their order
 */
export function clockOf(
  { topics }: Line,
  turns: readonly RehearsedTurn[],
  sounds: readonly NarrationSound[],
): CallClock {
  const explaining = new Set(topics.flatMap(({ parts }) => parts));
  const own = languageOf(turns);
  const began: number[] = [];
  let now = 0;
  let language: number | null = null;
  let information: number | null = null;
  for (const [index, turn] of turns.entries()) {
    const sound = sounds[index] ?? { seconds: 0, sentences: [] };
    const next = turns[index + 1];
    const heard = next ? heardBefore(turn, sound, next) : sound.seconds;
    began.push(now);
    for (const [place, { language: tag, prompt }] of turn.script.sentences.entries()) {
      const { from, to } = sound.sentences[place] ?? { from: 0, to: 0 };
      if (tag !== own || from >= heard) continue;
      language ??= now + Math.min(to, heard);
      if (explaining.has(prompt)) information ??= now + from;
    }
    now += heard + (next ? waitBefore(turn, next) : 0);
  }
  return { turns: began, seconds: now, language, information, isMeasured: sounds.every((each) => each.isMeasured) };
}

/** The caller's language, known from then on even when he goes back to the menu; null as long as none was chosen. */
export function languageOf(turns: readonly RehearsedTurn[]): LanguageTag | null {
  const chosen = turns.map(({ state }) => (state.screen === 'choose-language' ? null : state.language));
  return chosen.findLast((language) => language !== null) ?? null;
}

/** Seconds of a turn that were heard before the next input: up to the sentence that offers the key, or all of it. */
function heardBefore(
  { script }: RehearsedTurn,
  sound: Pick<NarrationSound, 'seconds' | 'sentences'>,
  next: RehearsedTurn,
) {
  if (next.input.kind !== 'key') return sound.seconds;
  const { key } = next.input;
  const offer = script.sentences.findIndex((sentence) => offers(sentence, key));
  return sound.sentences[offer]?.to ?? sound.seconds;
}

const offers = ({ segments }: Sentence, key: string): boolean =>
  segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'key' && segment.value.key === key);

function waitBefore({ ending }: RehearsedTurn, { input }: RehearsedTurn): number {
  if (input.kind === 'key') return timeToPress;
  return input.kind === 'silence' && ending.do === 'wait-for-key' ? ending.seconds : 0;
}
