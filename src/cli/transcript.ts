import type { Input } from '../call/input.ts';
import type { Saying, Step, Turn } from '../call/step.ts';
import type { OfficeEdition } from '../office/editions/edition.ts';
import type { Segment } from '../words/segment.ts';

/** One turn in a form that people and tests can read. */
export interface WrittenTurn {
  readonly input: Input;
  /**
   * The language, prompt, key and words of each saying. Facts are written as their names, because their values may
   * change while the words stay the same.
   */
  readonly heard: readonly string[];
  /** What the line does next: waits, dials or hangs up. */
  readonly ending: string;
  /** The state of the call. It lacks the id of the edition, because this id changes with every change of the words. */
  readonly state: Readonly<Record<string, unknown>>;
}

export function writeTurn(edition: OfficeEdition, input: Input, { state, steps }: Turn): WrittenTurn {
  const { call, screen, ...rest } = state;
  const where = { screen, callMisses: call.misses, slow: call.slow, heard: call.heard, ...rest };
  const [first, last] = steps;
  const sayings = first?.do === 'say' ? first.sayings : [];
  return {
    input,
    heard: sayings.map((saying) => writeSaying(edition, saying)),
    ending: writeEnding(last),
    state: where,
  };
}

function writeEnding(step: Step | undefined): string {
  if (step?.do === 'wait-for-key') return `wait ${step.seconds} s`;
  return step?.do === 'dial' ? `dial ${step.destination}` : 'hang up';
}

function writeSaying(edition: OfficeEdition, saying: Saying): string {
  const { sentences } = edition.script([saying]);
  const words = sentences.map(({ segments }) => segments.map(byName).join('')).join(' ');
  return `${saying.language} ${saying.prompt}${saying.key === undefined ? '' : ` [${saying.key}]`}: ${words}`;
}

const byName = (segment: Segment): string => (segment.kind === 'fact' ? `{{${segment.name}}}` : segment.text);
