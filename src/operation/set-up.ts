import {
  differencesOf,
  type LineAddresses,
  leadsElsewhere,
  type SettingDifference,
  wantedSettings,
} from './number-settings.ts';
import type { NumberSettings, TwilioApi, TwilioNumber } from './twilio-api.ts';

/** The changes that are planned for one number. */
export interface PlannedChange {
  readonly number: TwilioNumber;
  /** All settings as they must be. */
  readonly wanted: NumberSettings;
  readonly differences: readonly SettingDifference[];
}

/** What the setup would change, or why nothing may be changed. */
type SetUpPlan =
  | { readonly kind: 'plan'; readonly changes: readonly PlannedChange[]; readonly right: readonly string[] }
  /** Numbers that are not in the account. */
  | { readonly kind: 'unknown-numbers'; readonly numbers: readonly string[] }
  /** Numbers that cannot be called. */
  | { readonly kind: 'no-voice'; readonly numbers: readonly string[] }
  /** Numbers that lead to another service and that nobody named. */
  | { readonly kind: 'leads-elsewhere'; readonly numbers: readonly TwilioNumber[] }
  | { readonly kind: 'no-numbers' };

/**
 * Compares the settings of the numbers with the settings that they must have. A number that leads to another service is
 * changed only if a person named it.
 * @param all the numbers of the account
 * @param named the numbers that a person named, in E.164 form; if empty, all numbers of the line are compared
 * @param own the numbers of the line, in E.164 form
 */
export function planSetUp(
  all: readonly TwilioNumber[],
  { named, own }: { readonly named: readonly string[]; readonly own: readonly string[] },
  addresses: LineAddresses,
): SetUpPlan {
  const asked = [...new Set(named.length > 0 ? named : own)];
  if (asked.length === 0) return { kind: 'no-numbers' };
  const unknown = asked.filter((number) => !all.some((each) => each.number === number));
  if (unknown.length > 0) return { kind: 'unknown-numbers', numbers: unknown };
  const numbers = all.filter((each) => asked.includes(each.number));
  const silent = numbers.filter(({ hasVoice }) => !hasVoice).map(({ number }) => number);
  if (silent.length > 0) return { kind: 'no-voice', numbers: silent };
  const foreign = numbers.filter((each) => !named.includes(each.number) && leadsElsewhere(each, addresses));
  if (foreign.length > 0) return { kind: 'leads-elsewhere', numbers: foreign };
  const planned = numbers.map((number) => {
    const wanted = wantedSettings(number.number, addresses);
    return { number, wanted, differences: differencesOf(number, wanted) };
  });
  return {
    kind: 'plan',
    changes: planned.filter(({ differences }) => differences.length > 0),
    right: planned.filter(({ differences }) => differences.length === 0).map(({ number }) => number.number),
  };
}

/**
 * Makes the changes, number by number. Only the settings that differ are sent. If the address or the method of the
 * fallback differs, both are sent.
 * @throws TwilioApiError at the first change that fails; the numbers before it have been changed
 */
export async function carryOut(api: Pick<TwilioApi, 'change'>, changes: readonly PlannedChange[]): Promise<void> {
  for (const { number, wanted, differences } of changes) {
    const settings: Partial<Record<keyof NumberSettings, string>> = {};
    for (const { name, expected } of differences) settings[name] = expected;
    // Twilio refuses the address of a fallback without its method, and the method without the address.
    if (wanted.voiceFallbackUrl && (settings.voiceFallbackUrl || settings.voiceFallbackMethod)) {
      settings.voiceFallbackUrl = wanted.voiceFallbackUrl;
      settings.voiceFallbackMethod = wanted.voiceFallbackMethod;
    }
    await api.change(number.sid, settings);
  }
}
