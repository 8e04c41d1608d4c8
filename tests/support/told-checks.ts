import { expect } from '#jest';
import type { Check } from '../../src/operation/check.ts';
import type { Doctor } from './doctor.ts';

/** What the check tells of one mistake. In values, `PUBLIC` stands for the public address. */
export interface Told extends Pick<Check, 'id' | 'state' | 'expected' | 'found' | 'isForeign' | 'mendedBy'> {
  readonly about: string;
  /** The whole sentence, or its beginning. */
  readonly mend: string | RegExp;
}

/** What the check says in English. `checks()` has already looked at what holds for every check, in both languages. */
const inEnglish = ({ about, mend, ...others }: Check): Told => ({ ...others, about: about.en, mend: mend?.en ?? '' });

/** Expects that a line has one mistake, and that it is told in this way. */
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
