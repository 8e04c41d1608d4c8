import { expect } from '#jest';
import type { Check } from '../../src/operation/check.ts';

/** The checks whose `about` says everything. They need no `found` and no `expected`. */
const withoutValues = ['doctor', 'edition', 'fallback-deploy', 'kept-numbers', 'not-connected', 'refused'];

/**
 * The patterns of a Japanese and of an English text. The English pattern checks only the beginning, because the name of
 * a language can be in any script.
 */
const [japanese, english] = [/[ぁ-んァ-ヶ一-龠]/, /^[A-Z+][ -~’“”–]{3,}/];
/** The patterns of advice that is long enough to say what to do. */
const advice = {
  ja: expect.stringMatching(/^(?=.*[ぁ-んァ-ヶ]).{20,}$/),
  en: expect.stringMatching(/^(?!.*[ぁ-んァ-ヶ]).{20,}$/),
};

/** Whether advice names the office's own console, and nothing that only a technician can use. */
const isForStaff = (advice: string): boolean =>
  /\bin the console\b|\bunder “/.test(advice) && !/npm |[A-Z]{3,}_[A-Z]|\.(?:json|db|env)\b|Twilio/.test(advice);

/**
 * Expects what is true of every check. Its name is in both languages. If it is not `ok`, it also says in both languages
 * how to mend the mistake. If it failed or warns, it says what was found or expected, and whether staff can mend it.
 */
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
