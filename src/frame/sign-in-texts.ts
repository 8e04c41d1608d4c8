import type { Texts } from './text.ts';

/** The pages for signing in with a password or with a link. */
export const signInTexts = {
  title: { ja: 'サインイン', en: 'Sign in' },
  name: { ja: 'ユーザー名', en: 'User name' },
  password: { ja: 'パスワード', en: 'Password' },
  submit: { ja: 'サインイン', en: 'Sign in' },
  forgotten: {
    ja: 'ユーザー名やパスワードが分からないときは、管理者に新しいサインイン用リンクを依頼してください。',
    en: 'If you do not know your user name or password, ask an administrator for a new sign-in link.',
  },
  refused: {
    ja: 'ユーザー名またはパスワードが違います。もう一度入力してください。',
    en: 'The user name or the password is wrong; type them again.',
  },
  throttled: {
    ja: '試した回数が多すぎます。あと{{seconds}}秒待って、もう一度試してください。',
    en: 'There were too many attempts; wait {{seconds}} s and try again.',
  },
  'link-title': { ja: 'パスワードの設定', en: 'Choose a password' },
  'link-about': {
    ja: '「{{name}}」のパスワードを決めてください。設定するとサインインします。',
    en: 'Choose the password for “{{name}}”. You are then signed in.',
  },
  'link-first': {
    ja: 'あなたが最初の管理者です。名前とパスワードを決めてください。設定するとサインインします。',
    en: 'You are the first administrator. Choose your user name, your display name and a password. You are then signed in.',
  },
  'link-submit': { ja: '設定してサインイン', en: 'Set it and sign in' },
  'unknown-link-title': { ja: 'リンクを使えません', en: 'This link does not work' },
  'unknown-link': {
    ja: 'このリンクは正しくありません。アドレスが途中で切れていないか確認してください。',
    en: 'This link is invalid. Check whether the end of the address is missing.',
  },
  'used-link-title': { ja: 'リンクは使用済みです', en: 'This link has been used' },
  'used-link': {
    ja: 'このリンクはすでに使われました。パスワードでサインインするか、管理者に新しいリンクを依頼してください。',
    en: 'This link has been used already; sign in with your password, or ask an administrator for a new link.',
  },
  'old-link-title': { ja: 'このリンクは使えません', en: 'This link is no longer valid' },
  'old-link': {
    ja: 'このリンクは期限が切れたか、新しいリンクに替わりました。管理者に新しいリンクを依頼してください。まだ管理者がいないときは、サービスを起動し直すと、画面(端末)に新しいリンクが出ます。',
    en: 'This link has expired or was replaced by a newer one. Ask an administrator for a new link. If there is no administrator yet, restart the service: its terminal then shows a new link.',
  },
  'account-off-title': { ja: 'アカウントは停止中です', en: 'This account is switched off' },
  'account-off': {
    ja: 'このアカウントは停止されています。管理者に相談してください。',
    en: 'This account is switched off; ask an administrator.',
  },
  'to-sign-in': { ja: 'サインインの画面へ', en: 'To the sign-in page' },
} as const satisfies Texts;
