/**
 * The same day some years later. 29 February becomes 28 February if that year is not a leap year.
 * @param date an ISO date
 * @throws RangeError if `date` is not a valid date
 */
export const yearsAfter = (date: string, years: number): string =>
  Temporal.PlainDate.from(date).add({ years }).toString();

/** The date one year after `date`, on which a value is due for review; empty if `date` is not a valid date. */
export function oneYearAfter(date: string): string {
  try {
    return yearsAfter(date, 1);
  } catch {
    return '';
  }
}
