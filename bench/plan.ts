/** How much is measured: everything is bounded in count or in time. Times in milliseconds. */
export interface Plan {
  /** Rounds of every closed loop; the rungs take turns within a round. */
  readonly rounds: number;
  /** One rung in one round. */
  readonly round: number;
  /** Answers before the first round, so that V8 has compiled what is hot: that takes thousands, whatever the clock says. */
  readonly warmUp: number;
  readonly connections: number;
  /** How many times the bundled languages, to see what more of them cost. */
  readonly repeats: readonly number[];
  /** Rounds of a fixed arrival rate, and how long one lasts. */
  readonly rateRounds: number;
  readonly rateRound: number;
  /** Requests a second in the peak hour, if all of Japan's foreign residents called on one day. */
  readonly rate: number;
  /** How long whole calls keep arriving, and what a caller waits before pressing. */
  readonly calls: number;
  readonly pause: number;
  /** Cold starts of either kind. */
  readonly starts: number;
  /** Key presses whose sound is waited for, and how many there are in a second. */
  readonly presses: number;
  readonly pressRate: number;
  /** Publications of a day in the office, and how long it rests before and afterwards. */
  readonly dayRounds: number;
  readonly dayRest: number;
}

/** About four minutes. */
export const fullPlan: Plan = {
  rounds: 7,
  round: 1000,
  warmUp: 25_000,
  connections: 32,
  repeats: [1, 2, 4],
  rateRounds: 5,
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

/** Under forty seconds on a quiet machine, once the sounds are there. */
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
