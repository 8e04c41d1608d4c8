/** The types of seconds.js, for the server and the tests, which are TypeScript without the browser's own types. */
export const targets: { readonly ownLanguage: number; readonly information: number };
export interface HeardSentence {
  readonly language: string;
  readonly isInformation: boolean;
  readonly at: number;
}
export function secondsToHear(
  heard: readonly HeardSentence[],
  language: string | null,
): { ownLanguage: number | null; information: number | null };
export function sentencesBegun(
  starts: readonly number[],
  after: number,
  position: number,
): { index: number; ago: number }[];
