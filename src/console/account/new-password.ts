import type { Request } from 'express';
import { field } from '../../frame/fields.ts';
import { type Html, html } from '../../frame/html.ts';
import { readForm, secret } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import {
  type PasswordOwner,
  passwordLength,
  shortestFor,
  type WeakPassword,
} from '../../office/staff/password-rules.ts';
import { longestTyped } from '../../office/staff/passwords.ts';

type Owner = Pick<PasswordOwner, 'role'>;

/** What is wrong with a new password: a sentence for each of its two fields. */
export interface NewPasswordErrors {
  readonly once?: string;
  readonly again?: string;
}

/** A new password as it was typed, and what is wrong with the two fields. */
interface ReadNewPassword {
  readonly password: string;
  readonly errors: NewPasswordErrors;
  readonly isGood: boolean;
}

const lengthFor = ({ role }: Owner) => ({ shortest: shortestFor(role), longest: passwordLength.longest });

/** The sentence that says why a password is not accepted. */
export const describeWeakness = (t: Translate, why: WeakPassword, owner: Owner): string =>
  t(`account.${why}`, lengthFor(owner));

/** Reads the two fields of `newPasswordFields`, which must contain the same password. */
export function readNewPassword(request: Request, t: Translate, owner: Owner): ReadNewPassword {
  const limit = secret(longestTyped);
  const { typed, errors } = readForm(request, t, { 'new-password': limit, 'new-password-again': limit });
  const password = typed['new-password'];
  const refused = (wrong: NewPasswordErrors) => ({ password, errors: wrong, isGood: false });
  if (errors['new-password'] !== undefined) return refused({ once: describeWeakness(t, 'too-long', owner) });
  if (password !== typed['new-password-again']) return refused({ again: t('account.different') });
  return { password, errors: {}, isGood: true };
}

/** Two fields in which the owner of an account chooses a password, with the rules for it. */
export const newPasswordFields = (
  t: Translate,
  owner: Owner,
  errors: NewPasswordErrors,
): Html => html`${field(t, { name: 'new-password', type: 'password', label: t('account.next'), help: t('account.rules', lengthFor(owner)), error: errors.once, autocomplete: 'new-password', maxlength: longestTyped })}
${field(t, { name: 'new-password-again', type: 'password', label: t('account.again'), help: t('account.again-help'), error: errors.again, autocomplete: 'new-password', maxlength: longestTyped })}`;
