import type { Texts } from '../../frame/text.ts';

/** All accounts, for administrators. */
export const accountsTexts = {
  nav: { ja: 'アカウント管理', en: 'Accounts' },
  about: {
    ja: '職員のアカウントを追加し、役割を決め、停止します。',
    en: 'Add accounts, give them roles and switch them off.',
  },
  title: { ja: 'アカウント管理', en: 'Accounts' },
  caption: { ja: 'アカウントの一覧', en: 'All accounts' },
  name: { ja: 'ユーザー名', en: 'User name' },
  display: { ja: '表示名', en: 'Display name' },
  role: { ja: '役割', en: 'Role' },
  status: { ja: '状態', en: 'Status' },
  action: { ja: '操作', en: 'Action' },
  on: { ja: '有効', en: 'On' },
  off: { ja: '停止中', en: 'Off' },
  waiting: { ja: 'パスワード未設定', en: 'No password yet' },
  change: { ja: '変更', en: 'Change' },
  'change-label': { ja: '{{name}}を変更', en: 'Change {{name}}' },
  add: { ja: 'アカウントを追加', en: 'Add an account' },
  'add-title': { ja: 'アカウントの追加', en: 'Add an account' },
  'add-submit': { ja: '追加してリンクを作る', en: 'Add it and make the link' },
  'name-help': {
    ja: '2文字以上40文字以下。文字、数字、「.」「-」「_」「@」が使えます。文字か数字で始めます。あとから変更できません。',
    en: '2 to 40 letters, digits, dots, hyphens, underscores or @, beginning with a letter or a digit. It cannot be changed later.',
  },
  'display-help': {
    ja: 'すべての画面で、ほかの人に見える名前です。操作の記録には、変わらないユーザー名も出ます。60文字以下。',
    en: 'The name that colleagues see on all pages. The audit also shows the user name, which never changes. 60 characters at most.',
  },
  'role-help': {
    ja: '閲覧者は見るだけです。編集者は、文を直し、公開し、災害のお知らせを入れたり切ったりできます。承認者は、そのほかに、人の文を承認できます。管理者は、そのほかに、アカウントを管理できます。災害の当番の人は、編集者にしてください。',
    en: 'Viewers only look. Editors change texts, publish, and switch the disaster notice on and off. Approvers can also approve the texts of others, and administrators manage accounts. Make the people on duty in a disaster editors.',
  },
  'bad-name': {
    ja: 'ユーザー名は2文字以上40文字以下で、文字か数字で始めてください。文字、数字、「.」「-」「_」「@」だけが使えます。',
    en: 'Use 2 to 40 letters, digits, dots, hyphens, underscores or @ for the user name, beginning with a letter or a digit.',
  },
  'bad-display': {
    ja: '表示名は1文字以上60文字以下で入力してください。',
    en: 'Use 1 to 60 characters for the name shown.',
  },
  'bad-role': { ja: '役割を一つ選んでください。', en: 'Choose one role.' },
  'name-taken': {
    ja: 'このユーザー名はすでに使われています。別のユーザー名にしてください。',
    en: 'There is an account of this name already; choose another user name.',
  },
  'last-administrator': {
    ja: '最後の管理者は、止めることも、役割を変えることもできません。先に別の管理者がパスワードを設定してください。',
    en: 'The last administrator with a password cannot be switched off or get another role. First let another administrator set a password.',
  },
  'not-allowed': { ja: 'アカウントを変更できるのは管理者だけです。', en: 'Only administrators may change accounts.' },
  'link-title': { ja: 'サインイン用リンク', en: 'Sign-in link' },
  'link-off-title': { ja: 'リンクを作れません', en: 'No link can be made' },
  'link-off': {
    ja: '停止中のアカウントにはリンクを作れません。先に有効にしてください。',
    en: 'No link can be made while the account is off; switch it on first.',
  },
  'link-about': {
    ja: '次のリンクを本人({{name}})に渡してください。リンクは一度だけ使え、{{until}}まで有効です。',
    en: 'Give this link to {{name}}; it works once, until {{until}}.',
  },
  'link-once': {
    ja: 'このリンクは、この画面でしか見られません。閉じる前に写してください。',
    en: 'The link is shown only on this page; copy it before you leave.',
  },
  link: { ja: 'リンク', en: 'Link' },
  'new-link': { ja: '新しいリンクを作る', en: 'Make a new link' },
  'new-link-about': {
    ja: 'パスワードを忘れた人や、まだ設定していない人に渡します。前に作ったリンクは使えなくなります。',
    en: 'Give it to a person who has forgotten their password or has none yet. Earlier links stop working.',
  },
  'account-title': { ja: '{{name}}のアカウント', en: 'Account of {{name}}' },
  'details-title': { ja: '登録内容', en: 'Details' },
  'role-submit': { ja: '役割を変更', en: 'Change the role' },
  'display-submit': { ja: '表示名を変更', en: 'Change the name shown' },
  'role-title': { ja: '役割', en: 'Role' },
  'display-title': { ja: '表示名', en: 'Name shown' },
  'switch-off-title': { ja: '停止', en: 'Switch off' },
  'switch-off-about': {
    ja: '停止すると、すぐにサインアウトし、サインインできなくなります。記録は残ります。',
    en: 'The person is signed out at once and cannot sign in any more; the records stay.',
  },
  'switch-off': { ja: 'アカウントを停止', en: 'Switch the account off' },
  'switch-on-title': { ja: '再開', en: 'Switch on' },
  'switch-on-about': {
    ja: '有効にすると、前のパスワードでサインインできます。',
    en: 'The person can sign in with the previous password.',
  },
  'switch-on': { ja: 'アカウントを有効にする', en: 'Switch the account on' },
  back: { ja: 'アカウントの一覧へ戻る', en: 'Back to all accounts' },
  done: {
    role: { ja: '役割を変更しました。', en: 'The role was changed.' },
    display: { ja: '表示名を変更しました。', en: 'The name shown was changed.' },
    off: { ja: 'アカウントを停止しました。', en: 'The account was switched off.' },
    on: { ja: 'アカウントを有効にしました。', en: 'The account was switched on.' },
  },
} as const satisfies Texts;
