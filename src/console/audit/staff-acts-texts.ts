import type { Text } from '../../frame/text.ts';
import type { AuditAct } from '../../office/staff/audit-entry.ts';

/** What the audit says about accounts and signing in. */
export const staffActsTexts = {
  'account-added': {
    ja: 'アカウント「{{name}}」を{{role}}として追加しました。',
    en: 'Added the account “{{name}}” as {{role}}.',
  },
  'account-switched-off': {
    ja: 'アカウント「{{account}}」を停止しました。',
    en: 'Switched the account “{{account}}” off.',
  },
  'account-switched-on': {
    ja: 'アカウント「{{account}}」を有効にしました。',
    en: 'Switched the account “{{account}}” on.',
  },
  'display-changed': {
    ja: 'アカウント「{{account}}」の表示名を「{{display}}」に変更しました。',
    en: 'Changed the name shown for “{{account}}” to “{{display}}”.',
  },
  'link-made': { ja: '「{{for}}」のサインイン用リンクを作りました。', en: 'Made a sign-in link for “{{for}}”.' },
  'link-used': {
    ja: 'リンクを使ってパスワードを設定し、サインインしました({{browser}})。',
    en: 'Set a password by link and signed in ({{browser}}).',
  },
  'others-signed-out': {
    ja: 'ほかの端末{{count}}台をサインアウトさせました。',
    en: 'Signed out other devices: {{count}}.',
  },
  'password-changed': { ja: 'パスワードを変更しました。', en: 'Changed the password.' },
  'password-refused': {
    ja: 'パスワードを変更するとき、今のパスワードを間違えました。',
    en: 'Tried to change the password, but typed a wrong current password.',
  },
  'role-changed': {
    ja: 'アカウント「{{account}}」の役割を{{role}}に変更しました。',
    en: 'Changed the role of “{{account}}” to {{role}}.',
  },
  'session-revoked': { ja: '端末({{browser}})をサインアウトさせました。', en: 'Signed out a device ({{browser}}).' },
  'sign-in-refused': { ja: 'サインインできませんでした。', en: 'Could not sign in.' },
  'signed-in': { ja: 'サインインしました({{browser}})。', en: 'Signed in ({{browser}}).' },
  'signed-out': { ja: 'サインアウトしました。', en: 'Signed out.' },
} as const satisfies Readonly<Record<AuditAct, Text>>;
