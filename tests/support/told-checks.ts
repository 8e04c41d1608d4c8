import { expect } from '#jest';
import type { Check } from '../../src/operation/check.ts';
import type { Doctor } from './doctor.ts';

/** What a check says about one mistake. In `expected` and `found`, `PUBLIC` stands for the public address. */
export interface Told extends Pick<Check, 'id' | 'state' | 'expected' | 'found' | 'isForeign' | 'mendedBy'> {
  readonly about: string;
  /** The whole sentence, or its beginning. */
  readonly mend: string | RegExp;
}

/** The English part of a check. `Doctor.checks` has already verified the form of all checks, in both languages. */
const inEnglish = ({ about, mend, ...others }: Check): Told => ({ ...others, about: about.en, mend: mend?.en ?? '' });

/** Expects that the doctor finds exactly one mistake, and reports it as `told` says. */
export async function expectTold(
  doctor: Doctor,
  told: Told,
  parts: Parameters<Doctor['wrong']>[0] = {},
): Promise<void> {
  const filled = (text: string | undefined) => text?.replace('PUBLIC', doctor.publicUrl);
  const { expected, found, mend } = told;
  expect((await doctor.wrong(parts)).map(inEnglish)).toEqual([
    {
      ...told,
      ...(expected !== undefined && { expected: filled(expected) }),
      ...(found !== undefined && { found: filled(found) }),
      mend: typeof mend === 'string' ? mend : expect.stringMatching(mend),
    },
  ]);
}
