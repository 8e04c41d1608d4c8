/** A time as ISO 8601 text in UTC, always 24 characters long, so that texts sort chronologically. */
export type MomentText = string;

/**
 * Formats milliseconds since the epoch.
 * @throws RangeError outside the years 0 to 9999, where the text would be longer
 */
export function toMomentText(moment: number): MomentText {
  const text = new Date(moment).toISOString();
  if (text.length !== 24) throw new RangeError(`The moment ${moment} is outside the years 0 to 9999.`);
  return text;
}

/** Parses a time into milliseconds since the epoch. */
export const fromMomentText = (text: MomentText): number => Date.parse(text);
