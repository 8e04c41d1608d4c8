import type { Conditions, Input } from '../input.ts';
import type { Line } from '../line.ts';
import { findPerson } from '../person.ts';
import { listeners, saying } from '../say.ts';
import type { Turn } from '../step.ts';
import { dialOrGiveUp, type Transfer } from '../turns/ask-for-person.ts';
import { goodbye } from '../turns/end-call.ts';

/**
 * Answers the end of an attempt to connect the caller. Unless somebody answered, the next telephone number is dialled.
 * After the last number, the caller hears what is said instead of a transfer.
 */
export function transfer(line: Line, conditions: Conditions, state: Transfer, input: Input): Turn {
  if (input.kind === 'dial-ended' && input.outcome === 'answered') return goodbye(line, state.language, state.call);
  const person = findPerson(line, conditions, state.language);
  const numbers = 'reason' in person ? [] : person.numbers;
  const sayings = listeners(line, state.language).map((tag) => saying(tag, 'transfer-next'));
  return dialOrGiveUp(line, conditions, { ...state, attempt: state.attempt + 1 }, numbers, sayings);
}
