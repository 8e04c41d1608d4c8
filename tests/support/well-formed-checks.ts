import { expect } from '#jest';
import type { Check } from '../../src/operation/check.ts';

/** The checks whose `about` says all that there is to say, so that nothing was found and nothing expected. */
const withoutValues = ['doctor', 'edition', 'fallback-deploy', 'kept-numbers', 'not-connected', 'refused'];

/** A Japanese text, and one that is not. The name of a language can be in any script. */
const [japanese, english] = [/[ぁ-んァ-ヶ一-龠]/, /^[A-Z+][ -~’“”–]{3,}/];
/** A sentence that says what to do. */
const advice = {
  ja: expect.stringMatching(/^(?=.*[ぁ-んァ-ヶ]).{20,}$/),
  en: expect.stringMatching(/^(?!.*[ぁ-んァ-ヶ]).{20,}$/),
};

/** An advice that names the office's own console, and nothing that only a technician can use. */
const isForStaff = (advice: string): boolean =>
  /\bin the console\b|\bunder “/.test(advice) && !/npm |[A-Z]{3,}_[A-Z]|\.(?:json|db|env)\b|Twilio/.test(advice);

/** What holds for every check: whatever is not right says what is there or should be there, how to mend it, in both languages, and whether staff can. */
export function expectWellFormed(checks: readonly Check[]): void {
  expect(checks.length).toBeGreaterThan(0);
  for (const { id, state, about, expected, found, mend, mendedBy } of checks) {
    expect(id).toMatch(/^[a-z-]{1,60}$/);
    expect({ id, about }).toEqual({
      id,
      about: { ja: expect.stringMatching(japanese), en: expect.stringMatching(english) },
    });
    expect({ id, state, mend }).toEqual({ id, state, mend: state === 'ok' ? undefined : advice });
    if (state === 'ok' || state === 'skip') continue;
    expect({ id, mend, mendedBy }).toEqual({ id, mend, mendedBy: isForStaff(mend?.en ?? '') ? 'staff' : undefined });
    if (!withoutValues.includes(id))
      expect({ id, value: found ?? expected }).toEqual({ id, value: expect.any(String) });
    if (expected !== undefined) expect({ id, found }).not.toEqual({ id, found: expected });
  }
}
