import type { Check } from './check.ts';
import { settingIdOf, settingNames } from './number-settings.ts';

const ofNumbers = new Set<string>(settingNames.map(settingIdOf));

/**
 * Whether a program can fix what a check found. It can fix the settings of a number that does not lead to another
 * service, and the fallback if `deploysFallback` is true. The answer is also true if the edition has no text for a
 * fallback, although the program can then only report this.
 * @param deploysFallback whether the fallback is put into the account's Assets
 */
export const isMendable = ({ id, state, isForeign = false }: Check, deploysFallback: boolean): boolean =>
  state !== 'ok' && !isForeign && (ofNumbers.has(id) || (id === 'fallback' && deploysFallback));
