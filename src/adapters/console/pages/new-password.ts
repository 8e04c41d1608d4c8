import { passwordLength, type WeakPassword } from '../../../staff/password-rules.ts';
import type { Translate } from '../texts/texts.ts';

/** The names of the two fields in which somebody chooses a password; see `views/parts/new-password.eta`. */
export const newPasswordFields = { once: 'new-password', again: 'new-password-again' } as const;

/** The rules, for the help of the field. */
export const showRules = (t: Translate): string => t('account.rules', passwordLength);

/** Why a password is not taken. */
export const showWeakness = (t: Translate, why: WeakPassword): string => t(`account.${why}`, passwordLength);
