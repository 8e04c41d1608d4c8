import type { LanguageTag, Line } from '../../call/line.ts';
import type { Sentence } from '../../words/words.ts';
import type { NarrationSound } from './narration-sound.ts';
import type { RehearsedTurn } from './rehearse.ts';

/** Target times in seconds since the call was answered, for the times of the same name in `CallClock`. */
export const targets = { language: 22, information: 45 } as const;

/** Seconds from hearing which key to press until the caller presses it. */
export const timeToPress = 0.5;

/** How long a rehearsed call took, in seconds since it was answered. */
export interface CallClock {
  /** When each turn began. */
  readonly turns: readonly number[];
  /** Seconds until the last turn has been heard to its end. */
  readonly seconds: number;
  /** Seconds until the first sentence in the caller's own language has been heard; null if there is none yet. */
  readonly language: number | null;
  /** Seconds until the information itself begins, which is the explanation of a topic; null if it was not reached. */
  readonly information: number | null;
  /** Whether every sound existed and was measured. */
  readonly isMeasured: boolean;
}

/**
 * Adds up the times of a call for a caller who presses each key half a second after it is announced. A silence takes
 * the whole time that the line waits for a key. The ringing time of a transfer is unknown and counts as zero.
 * @param sounds the sounds of the turns, in order
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
    for (const [position, { language: tag, prompt }] of turn.script.sentences.entries()) {
      const { from, to } = sound.sentences[position] ?? { from: 0, to: 0 };
      if (tag !== own || from >= heard) continue;
      language ??= now + Math.min(to, heard);
      if (explaining.has(prompt)) information ??= now + from;
    }
    now += heard + (next ? waitBefore(turn, next) : 0);
  }
  return { turns: began, seconds: now, language, information, isMeasured: sounds.every((each) => each.isMeasured) };
}

/**
 * The language that the caller chose last, even if they have returned to the language menu; null if none was chosen.
 */
export function languageOf(turns: readonly RehearsedTurn[]): LanguageTag | null {
  const chosen = turns.map(({ state }) => (state.screen === 'choose-language' ? null : state.language));
  return chosen.findLast((language) => language !== null) ?? null;
}

/**
 * Seconds of a turn that the caller hears before the next input: up to the end of the sentence that offers the pressed
 * key. If no key is pressed, or no sentence offers it, the caller hears the whole turn.
 */
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
