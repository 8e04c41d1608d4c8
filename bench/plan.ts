/** How much is measured: numbers, and times in milliseconds. */
export interface Plan {
  /** Number of rounds of every closed loop. In a round, each rung is measured once. */
  readonly rounds: number;
  /** The duration of one rung in one round. */
  readonly round: number;
  /**
   * Number of answers before the first round. They give V8 time to compile the hot code, for which it needs thousands
   * of requests.
   */
  readonly warmUp: number;
  readonly connections: number;
  /** How often the bundled languages are repeated, to measure the cost of more languages. */
  readonly repeats: readonly number[];
  /** Number of rounds at a fixed arrival rate, and the duration of one. */
  readonly rateRounds: number;
  readonly rateRound: number;
  /** Requests per second: the rate of the peak hour if all of Japan's foreign residents called on one day. */
  readonly rate: number;
  /** How long new calls keep arriving, and how long a caller waits after each answer. */
  readonly calls: number;
  readonly pause: number;
  /** Number of starts of each kind: first and later. */
  readonly starts: number;
  /** Number of key presses whose sound is fetched, in all and per second. */
  readonly presses: number;
  readonly pressRate: number;
  /** Number of publications in a simulated day, and how long the office is idle before and after it. */
  readonly dayRounds: number;
  readonly dayRest: number;
  /**
   * The size of the large office: the prompts that are added to those of a small line, and the languages in all. A line
   * has at most nine languages.
   */
  readonly office: { readonly prompts: number; readonly languages: number };
}

/** The full plan, which takes about four minutes. */
export const fullPlan: Plan = {
  rounds: 7,
  round: 1000,
  warmUp: 25_000,
  connections: 32,
  repeats: [1, 2, 4],
  rateRounds: 9,
  rateRound: 3000,
  rate: 1700,
  calls: 12_000,
  pause: 200,
  starts: 5,
  presses: 500,
  pressRate: 25,
  dayRounds: 50,
  dayRest: 150_000,
  // As many texts as 200 prompts in 14 languages.
  office: { prompts: 311, languages: 9 },
};

/** A short plan, which takes less than forty seconds on an idle machine if the sounds exist. */
export const quickPlan: Plan = {
  ...fullPlan,
  rounds: 3,
  round: 250,
  warmUp: 6000,
  rateRounds: 2,
  rateRound: 500,
  calls: 1200,
  pause: 100,
  starts: 1,
  presses: 75,
  dayRounds: 5,
};
