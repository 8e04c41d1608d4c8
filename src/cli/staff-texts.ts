import type { Bilingual } from '../common/bilingual.ts';
import { accountsTexts } from '../console/accounts/texts.ts';
import { rolesTexts } from '../frame/texts.ts';
import type { AddAccountResult } from '../office/staff/desk/add-account.ts';
import type { ChangeAccountResult } from '../office/staff/desk/change-account.ts';
import type { MakeLinkResult } from '../office/staff/desk/make-link.ts';
import { type Role, roles } from '../office/staff/role.ts';

/* What `npm run staff` says, in the words of the console. */

/** A role with its name on the screens. */
const named = (role: Role): string => `${role}(${rolesTexts[role].ja})`;

const allRoles: Bilingual = { ja: roles.map(named).join('、'), en: roles.join(', ') };

/** How the command is used. */
export const help: Bilingual = {
  en: `Use: npm run staff -- <command>
  list        lists all accounts
  add <name> --role <role> --display <text>
              adds an account; the roles are ${allRoles.en}
  link <name> prints a link for setting a password; it works once, for 24 hours
  off <name>  switches an account off: the person is signed out and cannot sign in any more
  on <name>   switches an account on again`,
  ja: `使い方: npm run staff -- <コマンド>
  list               アカウントを一覧します
  add <ユーザー名> --role <役割> --display <表示名>
                     アカウントを追加します。役割: ${allRoles.ja}
  link <ユーザー名>  パスワードを設定するリンクを表示します。リンクは24時間以内に一度だけ使えます
  off <ユーザー名>   アカウントを停止します。その人はすぐにサインアウトし、サインインできなくなります
  on <ユーザー名>    アカウントを有効に戻します`,
};

/** The header of the list of accounts. */
export const columns = {
  en: ['name', 'role', 'on or off', 'password', 'display'],
  ja: ['ユーザー名', '役割', '状態', 'パスワード', '表示名'],
} as const;

/** What the list says about an account. */
export const states = {
  en: { role: (role: Role) => role, on: 'on', off: 'off', hasPassword: 'has a password', needsLink: 'needs a link' },
  ja: { role: named, on: '有効', off: '停止中', hasPassword: '設定済み', needsLink: '未設定' },
} as const;

/** Why an account was not added. */
export const notAdded: Readonly<Record<Exclude<AddAccountResult['kind'], 'added'>, Bilingual>> = {
  'not-allowed': { ja: 'この操作をする権限がありません。', en: 'This is not allowed.' },
  'bad-name': accountsTexts['bad-name'],
  'bad-display': {
    ja: '表示名は1文字以上60文字以下で、1行にしてください。',
    en: 'Choose a display text of 1 to 60 characters in one line.',
  },
  'name-taken': {
    ja: 'このユーザー名はすでに使われています。別のユーザー名にしてください。',
    en: 'There is already an account of this name; choose another name.',
  },
};

export const texts = {
  noCommand: (command: string, commands: readonly string[]): Bilingual => ({
    ja: `「${command}」というコマンドはありません。${commands.join('、')} のどれかを書いてください。`,
    en: `"${command}" is not one of ${commands.join(', ')}.`,
  }),
  onlyForAdd: {
    ja: '--role と --display は、add だけに付けられます。',
    en: '--role and --display are only for "add".',
  },
  noName: (command: string): Bilingual => ({
    ja: `ユーザー名を書いてください: npm run staff -- ${command} <ユーザー名>`,
    en: `Name the account: npm run staff -- ${command} <name>`,
  }),
  noAccount: (name: string): Bilingual => ({
    ja: `「${name}」というアカウントはありません。npm run staff -- list で一覧できます。`,
    en: `There is no account "${name}"; "npm run staff -- list" lists all of them.`,
  }),
  nobody: {
    ja: 'アカウントはまだありません。npm run staff -- add で追加できます。',
    en: 'There is no account yet; "npm run staff -- add" adds one.',
  },
  noRole: {
    ja: `--role で役割を付けてください: ${allRoles.ja}`,
    en: `Add the role with --role: ${allRoles.en}.`,
  },
  noDisplay: {
    ja: '画面に出る名前を付けてください: --display "…"',
    en: 'Add the name that is shown on screens: --display "…"',
  },
  added: ({ name, role }: { readonly name: string; readonly role: Role }): Bilingual => ({
    ja: `「${name}」(${rolesTexts[role].ja})を追加しました。サインイン用リンクは npm run staff -- link ${name} で作れます。`,
    en: `Added ${name} (${role}); "npm run staff -- link ${name}" makes the link for signing in.`,
  }),
  switchedOn: (name: string): Bilingual => ({
    ja: `「${name}」を有効にしました。`,
    en: `${name} is switched on.`,
  }),
  switchedOff: (name: string): Bilingual => ({
    ja: `「${name}」を停止しました。`,
    en: `${name} is switched off.`,
  }),
} as const;

/** Why a link was not made, or an account not switched. */
export const notDone: Readonly<
  Record<Exclude<(MakeLinkResult | ChangeAccountResult)['kind'], 'made' | 'changed'>, (name: string) => Bilingual>
> = {
  'not-allowed': () => notAdded['not-allowed'],
  'unknown-account': texts.noAccount,
  'bad-display': () => notAdded['bad-display'],
  'account-off': (name) => ({
    ja: `「${name}」は停止中です。npm run staff -- on ${name} で有効にできます。`,
    en: `${name} is switched off; "npm run staff -- on ${name}" switches it on.`,
  }),
  'last-administrator': (name) => ({
    ja: `「${name}」は、パスワードを設定した最後の管理者なので、停止できません。先に、別の管理者がパスワードを設定してください。`,
    en: `${name} cannot be switched off, because this is the last administrator with a password; another administrator must set a password first.`,
  }),
};
