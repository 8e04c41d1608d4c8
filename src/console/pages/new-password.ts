import {
  type PasswordOwner,
  passwordLength,
  shortestFor,
  type WeakPassword,
} from '../../office/staff/password-rules.ts';
import type { Translate } from '../texts/texts.ts';

/** The names of the two fields in which somebody chooses a password; see `views/parts/new-password.eta`. */
export const newPasswordFields = { once: 'new-password', again: 'new-password-again' } as const;

type Owner = Pick<PasswordOwner, 'role'>;

const lengthFor = ({ role }: Owner) => ({ shortest: shortestFor(role), longest: passwordLength.longest });

/** The rules, for the help of the field. */
export const showRules = (t: Translate, owner: Owner): string => t('account.rules', lengthFor(owner));

/** Why a password is not taken. */
export const showWeakness = (t: Translate, why: WeakPassword, owner: Owner): string =>
  t(`account.${why}`, lengthFor(owner));
