/** Requests in one minute, styles and scripts not counted. */
export interface VisitLimits {
  /** From one address, which an office may share; for those who have never signed in there. */
  readonly stranger: number;
  /** From one browser in which somebody has signed in before, wherever it is. */
  readonly known: number;
}

/** Many times what people ask for. */
export const visitsPerMinute: VisitLimits = { stranger: 240, known: 1200 };
