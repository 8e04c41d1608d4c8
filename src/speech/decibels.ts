/** The amplitude ratio of a level in dB: -20 → 0.1. */
export function amplitudeOf(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** The level in dB of a power ratio: 0.01 → -20; no power is -Infinity. */
export function decibelsOfPower(power: number): number {
  return 10 * Math.log10(power);
}
