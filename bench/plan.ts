/** How much is measured; everything is limited in number or time. Times are in milliseconds. */
export interface Plan {
  /** Rounds of every closed loop; within a round, all rungs are measured once. */
  readonly rounds: number;
  /** The duration of one rung in one round. */
  readonly round: number;
  /** Answers before the first round, so that V8 has compiled the hot code, which takes thousands of requests. */
  readonly warmUp: number;
  readonly connections: number;
  /** How often the bundled languages are repeated, to see what more languages cost. */
  readonly repeats: readonly number[];
  /** Rounds at a fixed arrival rate, and how long one lasts. */
  readonly rateRounds: number;
  readonly rateRound: number;
  /** Requests per second in the peak hour, if all of Japan's foreign residents called on one day. */
  readonly rate: number;
  /** How long whole calls keep arriving, and how long a caller waits before pressing. */
  readonly calls: number;
  readonly pause: number;
  /** Starts of each kind: first and later. */
  readonly starts: number;
  /** Key presses for which the sound is fetched, and their number per second. */
  readonly presses: number;
  readonly pressRate: number;
  /** Publications in a simulated day, and how long the office is idle before and afterwards. */
  readonly dayRounds: number;
  readonly dayRest: number;
}

/** About five minutes. */
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
};

/** Under forty seconds on a quiet machine, once the sounds exist. */
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
  dayRest: 150_000,
};
