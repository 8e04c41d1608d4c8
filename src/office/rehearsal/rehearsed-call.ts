import type { LanguageTag } from '../../call/line.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';
import { nodeOf } from './call-map.ts';
import type { RehearsedTurn } from './rehearse.ts';
import type { Situation } from './situation.ts';

/** What a turn is expected to do, apart from the wording of its prompts. */
export interface ExpectedTurn {
  /** The position in the dialogue, as the `id` of a `MapNode`. */
  readonly screen: string;
  readonly language: LanguageTag | null;
  /** Prompts in order, each as `en again 9`: language, id, and the key that the prompt offers, if it offers one. */
  readonly said: readonly string[];
  /** `wait`, `dial <destination>` or `hang-up`. */
  readonly ending: string;
}

/** A call to save as a test. */
export interface NewRehearsedCall {
  readonly title: string;
  readonly situation: Situation;
  /** See `encodePath`. */
  readonly path: string;
  readonly expected: readonly ExpectedTurn[];
}

/** One revision of a test call. Revisions are only added, never changed. */
export interface RehearsedCall extends NewRehearsedCall {
  readonly number: number;
  /** 1 for the first revision of the call. */
  readonly revision: number;
  /** An archived call is no longer run, but is still stored. */
  readonly isArchived: boolean;
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A prompt that a turn is expected to say, and the key that it offers; null for a prompt that offers none. */
interface ExpectedSaying {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly key: string | null;
}

/** Reads an entry of `ExpectedTurn.said`. */
export function expectedSaying(entry: string): ExpectedSaying {
  const [language = '', prompt = '', key = null] = entry.split(' ');
  return { language, prompt, key };
}

/** Turns a rehearsed turn into the expectation for later runs. */
export const expectationOf = ({ state, said: { sayings }, ending }: RehearsedTurn): ExpectedTurn => ({
  screen: nodeOf(state).id,
  language: state.screen === 'choose-language' ? null : state.language,
  said: sayings.map(({ language, prompt, key }) => [language, prompt, ...(key === undefined ? [] : [key])].join(' ')),
  ending: ending.do === 'dial' ? `dial ${ending.destination}` : ending.do === 'hang-up' ? 'hang-up' : 'wait',
});
