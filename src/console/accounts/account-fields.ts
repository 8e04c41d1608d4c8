import { field, select } from '../../frame/fields.ts';
import type { Html } from '../../frame/html.ts';
import { oneOf } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import { longestTypedName } from '../../office/staff/account.ts';
import { roles } from '../../office/staff/role.ts';

/** Reads the field of `roleField`. A role that does not exist becomes an empty string. */
export const role = oneOf([...roles, ''], '');

/** The field for the name shown on screens. */
export const displayField = (t: Translate, value: string, error: string | undefined): Html =>
  field(t, {
    name: 'display',
    label: t('accounts.display'),
    value,
    help: t('accounts.display-help'),
    error,
    autocomplete: 'off',
    maxlength: longestTypedName.display,
  });

/** The choice of a role. */
export const roleField = (t: Translate, value: string, error: string | undefined): Html =>
  select(t, {
    name: 'role',
    label: t('accounts.role'),
    help: t('accounts.role-help'),
    error,
    required: true,
    options: roles.map((each) => ({ value: each, text: t(`roles.${each}`) })),
    value,
  });
