import type { LanguageTag } from '../../call/line.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';
import { nodeOf } from './call-map.ts';
import type { RehearsedTurn } from './rehearse.ts';
import type { Situation } from './situation.ts';

/** What a turn is expected to be, whatever its words are. */
export interface ExpectedTurn {
  /** The place in the dialogue, as the map names it. */
  readonly screen: string;
  readonly language: LanguageTag | null;
  /** Prompts in their order, each as `en again 9`: language, id, and the key it offers. */
  readonly said: readonly string[];
  /** `wait`, `dial <destination>` or `hang-up`. */
  readonly ending: string;
}

/** A call that was kept as a test. */
export interface NewRehearsedCall {
  readonly title: string;
  readonly situation: Situation;
  /** See `encodePath`. */
  readonly path: string;
  readonly expected: readonly ExpectedTurn[];
}

/** One revision of it. Revisions are added and never changed. */
export interface RehearsedCall extends NewRehearsedCall {
  readonly number: number;
  /** 1 for the first. */
  readonly revision: number;
  /** Put aside: it is run no more, and kept all the same. */
  readonly isArchived: boolean;
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Writes a turn down as it should be again. */
export const expectationOf = ({ state, said: { sayings }, ending }: RehearsedTurn): ExpectedTurn => ({
  screen: nodeOf(state).id,
  language: state.screen === 'choose-language' ? null : state.language,
  said: sayings.map(({ language, prompt, key }) => [language, prompt, ...(key === undefined ? [] : [key])].join(' ')),
  ending: ending.do === 'dial' ? `dial ${ending.destination}` : ending.do === 'hang-up' ? 'hang-up' : 'wait',
});
