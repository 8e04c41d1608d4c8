import type { Texts } from '../../frame/text.ts';

/** The member's own account. */
export const accountTexts = {
  nav: { ja: '自分のアカウント', en: 'My account' },
  about: {
    ja: 'パスワードの変更と、サインイン中の端末の確認をします。',
    en: 'Change your password and see where you are signed in.',
  },
  title: { ja: '自分のアカウント', en: 'My account' },
  'who-title': { ja: '登録内容', en: 'Who you are' },
  name: { ja: 'ユーザー名', en: 'User name' },
  display: { ja: '表示名', en: 'Display name' },
  role: { ja: '役割', en: 'Role' },
  'password-title': { ja: 'パスワードの変更', en: 'Change the password' },
  'password-about': {
    ja: '変更すると、ほかの端末ではサインアウトします。',
    en: 'Changing it signs you out on all other devices.',
  },
  current: { ja: '今のパスワード', en: 'Current password' },
  next: { ja: '新しいパスワード', en: 'New password' },
  again: { ja: '新しいパスワード(確認)', en: 'New password, once more' },
  rules: {
    ja: '{{shortest}}文字以上、{{longest}}文字以下にしてください。文章のような長いものも使えます。名前と同じものや、よくある言葉・並びのものは使えません。',
    en: 'Use {{shortest}} to {{longest}} characters. A long phrase is good. Your name, common words and rows of keys are not allowed.',
  },
  'again-help': { ja: '同じパスワードをもう一度入力してください。', en: 'Type the same password once more.' },
  'too-short': {
    ja: 'パスワードは{{shortest}}文字以上にしてください。',
    en: 'Use at least {{shortest}} characters for the password.',
  },
  'too-common': {
    ja: 'このパスワードはよくある言葉や並びなので、推測されます。関係のない言葉をいくつか並べるなど、別のものにしてください。',
    en: 'This password is a common word or pattern, and easy to guess. Choose another one, such as several unrelated words.',
  },
  'too-long': {
    ja: 'パスワードは{{longest}}文字以下にしてください。',
    en: 'Use at most {{longest}} characters for the password.',
  },
  'is-name': {
    ja: 'ユーザー名や表示名と同じパスワードは使えません。別のものにしてください。',
    en: 'The password must not be the user name or the name shown; choose another one.',
  },
  different: {
    ja: '二つの入力が違います。同じパスワードをもう一度入力してください。',
    en: 'The two passwords differ; type the same one twice.',
  },
  'wrong-password': {
    ja: '今のパスワードが違います。もう一度入力してください。',
    en: 'The current password is wrong; type it again.',
  },
  'change-password': { ja: 'パスワードを変更', en: 'Change the password' },
  'sessions-title': { ja: 'サインイン中の端末', en: 'Where you are signed in' },
  'sessions-about': {
    ja: '覚えのない端末があるときは、サインアウトさせてパスワードを変更してください。',
    en: 'If you do not know one of these devices, sign it out and change your password.',
  },
  browser: { ja: '端末', en: 'Device' },
  began: { ja: 'サインインした日時', en: 'Signed in' },
  used: { ja: '最後に使った日時', en: 'Last used' },
  'this-one': { ja: 'この端末', en: 'This device' },
  action: { ja: '操作', en: 'Action' },
  revoke: { ja: 'サインアウトさせる', en: 'Sign out' },
  'revoke-label': { ja: '{{browser}}({{used}})をサインアウトさせる', en: 'Sign out {{browser}} ({{used}})' },
  'revoke-others': { ja: 'ほかの端末をすべてサインアウトさせる', en: 'Sign out all other devices' },
  done: {
    password: { ja: 'パスワードを変更しました。', en: 'The password was changed.' },
    'now-too-short': {
      ja: 'サインインしました。今のパスワードは、あなたの役割には短すぎます。下の「パスワードの変更」で長いものにしてください。',
      en: 'You are signed in. Your password is too short for your role. Choose a longer one below, under “Change the password”.',
    },
    revoked: { ja: '端末をサインアウトさせました。', en: 'The device was signed out.' },
    'others-revoked': { ja: 'ほかの端末をすべてサインアウトさせました。', en: 'All other devices were signed out.' },
    gone: { ja: 'その端末はすでにサインアウトしています。', en: 'That device is signed out already.' },
  },
} as const satisfies Texts;
