import type { LineFile } from '../src/words/line-file.ts';
import type { CallScript } from './play-call.ts';
import { lineNumber } from './webhook.ts';

/**
 * Three series of inputs after the choice of a language. Each has nine key presses or silences (empty strings),
 * including keys that do nothing. Calls through the language menu leave out the last input.
 */
const visits: readonly (readonly string[])[] = [
  ['1', '', '9', '7', '2', '7', '3', '#', '7'],
  ['6', '1', '9', '#', '8', '7', '0', '9', '7'],
  ['', '1', '1', '*', '3', '8', '6', '9', '2'],
];

/** Calls that choose their language in the menu: ten webhooks each. */
export const callsThroughMenu = ({ languages }: LineFile): CallScript[] =>
  languages.flatMap(({ key }) => visits.map((visit) => ({ to: lineNumber, presses: [key, ...visit.slice(0, -1)] })));

/**
 * Calls on each language's own telephone number: ten webhooks each, none of them in the language menu. A language
 * without its own number is called on the line's general number, and such a call starts in the language menu.
 */
export const callsOnOwnNumbers = ({ languages }: LineFile): CallScript[] =>
  languages.flatMap(({ ownNumbers: [to = lineNumber] }) => visits.map((presses) => ({ to, presses })));
