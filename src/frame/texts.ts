import { signInTexts } from './sign-in-texts.ts';
import type { Texts } from './text.ts';

/** The frame of every page, and error pages. */
const frameTexts = {
  product: { ja: '言伝', en: 'Kotozute' },
  'product-about': { ja: '電話音声案内の管理', en: 'Telephone guidance desk' },
  skip: { ja: '本文へ移動', en: 'Skip to the main content' },
  /** Between the items of a list in a sentence. */
  comma: { ja: '、', en: ', ' },
  menu: { ja: 'メニュー', en: 'Menu' },
  'public-pages': { ja: '住民向けの公開ページ', en: 'Public pages for residents' },
  'phone-page': { ja: 'ブラウザーの電話', en: 'Telephone in the browser' },
  privacy: { ja: '個人情報の取扱い', en: 'Privacy' },
  accessibility: { ja: 'アクセシビリティ', en: 'Accessibility' },
  'main-menu': { ja: 'メインメニュー', en: 'Main menu' },
  'menu-groups': {
    words: { ja: 'ことば', en: 'Words' },
    line: { ja: '案内の内容', en: 'What the line offers' },
    publish: { ja: '試す・公開する', en: 'Try and publish' },
    disaster: { ja: '災害', en: 'Disaster' },
    records: { ja: '記録・管理', en: 'Records and accounts' },
  },
  'banners-folded': { ja: '大事なお知らせ {{count}}件', en: '{{count}} things to know' },
  overview: { ja: '概要', en: 'Overview' },
  trail: { ja: '現在の位置', en: 'You are here' },
  'other-language': { ja: 'English', en: '日本語' },
  'signed-in-as': { ja: '{{name}}({{role}})', en: '{{name}} ({{role}})' },
  'sign-out': { ja: 'サインアウト', en: 'Sign out' },
  required: { ja: '必須', en: 'Required' },
  copy: { ja: 'コピー', en: 'Copy' },
  'copy-by-hand': { ja: 'Ctrl+Cで写してください', en: 'Press Ctrl+C to copy' },
  copied: { ja: 'コピーしました。', en: 'Copied.' },
  'to-overview': { ja: '概要へ', en: 'To the overview' },
  back: { ja: '前の画面へ戻る', en: 'Back to the previous page' },
  'csrf-title': { ja: '送信できませんでした', en: 'This could not be sent' },
  csrf: {
    ja: 'この画面は古くなっているため送信を受け付けませんでした。前の画面を開き直して、もう一度送信してください。',
    en: 'This page was too old, so the form was not accepted. Open the previous page again and send the form once more.',
  },
  'not-allowed-title': { ja: '権限がありません', en: 'This is not allowed' },
  'not-allowed': {
    ja: 'あなたの役割ではこの操作はできません。必要なときは管理者に相談してください。',
    en: 'Your role does not allow this; ask an administrator if you need it.',
  },
  'session-over': {
    ja: 'サインインの有効期限が切れました。入力した内容は画面に残っています。保存のボタンを押すとサインインの画面に進みます。',
    en: 'Your session has ended. What you typed is still on this page. When you save it, you will be asked to sign in.',
  },
  'session-over-title': { ja: 'サインインの有効期限が切れました', en: 'Your session has ended' },
  'missing-title': { ja: '見つかりません', en: 'Not found' },
  missing: {
    ja: 'このアドレスには何もありません。メニューから選び直してください。',
    en: 'There is nothing at this address; choose from the menu.',
  },
  'closed-title': { ja: '管理画面は使えません', en: 'The console cannot be used' },
  closed: {
    ja: 'データベースを開けないため、今は管理画面を使えません。電話の案内は続いています。技術担当者に知らせてください。開けるようになると、1、2分で自動で戻ります。ディスクに書けるときは、災害のお知らせを、技術担当者がコマンドで流せます。',
    en: 'The database cannot be opened, so the console cannot be used now. Calls are still answered. Tell the technician. Once the database can be opened, the console comes back by itself within a minute or two. If the disk can be written, the technician can switch on the disaster notice with a command.',
  },
  'unreadable-title': { ja: '読み取れません', en: 'This cannot be read' },
  unreadable: {
    ja: '送信された内容を読み取れませんでした。前の画面へ戻って、もう一度送信してください。',
    en: 'What was sent could not be read; go back to the previous page and send it again.',
  },
  'too-long-title': { ja: '長すぎます', en: 'Too long' },
  'too-long': {
    ja: '送信された内容が長すぎるため保存していません。前の画面へ戻り、短くしてから送信してください。',
    en: 'What was sent is too long and was not saved. Go back to the previous page, shorten it and send it again.',
  },
  'field-too-long': {
    ja: '長すぎます。{{count}}文字までにしてください。',
    en: 'That is too long; write at most {{count}} characters.',
  },
  'too-many-title': { ja: 'しばらく待ってください', en: 'Please wait a moment' },
  'too-many': {
    ja: '短い間に操作が続いたため、受け付けませんでした。1分ほど待って、もう一度試してください。',
    en: 'There were too many requests in a short time. Wait about a minute and try again.',
  },
  'database-busy-title': { ja: 'いま保存できません', en: 'This cannot be saved now' },
  'database-busy': {
    ja: 'ほかの処理がデータベースを使っているため、何も変更していません。少し待って、もう一度試してください。',
    en: 'Something else is using the database, so nothing was changed; wait a little and try again.',
  },
  'database-full-title': { ja: '保存する場所がありません', en: 'There is no room to save this' },
  'database-full': {
    ja: 'サーバーのディスクがいっぱいのため、何も変更していません。技術担当者に連絡してください。',
    en: 'The disk of the server is full, so nothing was changed. Tell the technician.',
  },
  'database-unusable-title': { ja: 'データベースを使えません', en: 'The database cannot be used' },
  'database-unusable': {
    ja: 'データベースを読み書きできないため、何も変更していません。電話の案内は続いています。下の「くわしく」の内容を、技術担当者に知らせてください。災害のお知らせは、技術担当者がコマンドで流せます。',
    en: 'The database cannot be read or written, so nothing was changed. Calls are still answered. Tell the technician what “Details” below says. The technician can also switch on the disaster notice with a command.',
  },
  'folder-title': { ja: '文のフォルダーを読めません', en: 'The folder with the texts cannot be read' },
  folder: {
    ja: 'まだ文を一度も保存していないため、フォルダー「prompts」の文を使いますが、いまは読めません。電話は最後の版を流し続けています。技術担当者に連絡してください。',
    en: 'No text has been saved here yet, so the texts come from the prompts folder. That folder cannot be read now. Callers still hear the last edition. Tell the technician.',
  },
  'broken-title': { ja: '問題が起きました', en: 'Something went wrong' },
  broken: {
    ja: 'システム側で問題が起きました。もう一度試し、続くときは技術担当者に連絡してください。',
    en: 'Something went wrong on our side. Try again. If it happens again, tell the technician.',
  },
  'past-review': {
    ja: '今流れている内容の見直し期限({{date}})が過ぎています。番号や日付を確かめて、確認日と見直し期限を直してください。電話では「今は違うかもしれません」と案内しています。',
    en: 'The review date of what callers hear, {{date}}, has passed. Check the numbers and dates, then update the day of the check and the review date. Meanwhile, the line says that its content may be out of date.',
  },
  'database-lost': {
    ja: 'データベースが失われたか、別のものに替わっています。電話では、公開中だった版が流れ続けています。ここにあるのは、最初の文だけです。技術担当者に、バックアップを戻せるか聞いてください。戻せないときは、文を確かめて公開してください。',
    en: 'The database was lost, or replaced by another one. Callers still hear the edition that was live, but only the original texts are here. Ask the technician whether a backup can be restored. If not, check the texts and publish.',
  },
  'restored-backup': {
    ja: '第{{newest}}版までのバックアップに戻しました。そのあと(第{{heard}}版まで)に変えたり公開したりした内容は、ここにも電話にもありません。もう一度変えて、公開してください。',
    en: 'A backup with the editions up to {{newest}} was restored. Everything changed or published after that backup, up to edition {{heard}}, is lost here and on the telephone. Make those changes again, and publish.',
  },
  more: { ja: 'くわしく', en: 'Details' },
  /** Who did something without an account. */
  by: {
    unknown: { ja: '不明', en: 'Unknown' },
    'command-line': { ja: 'コマンドライン', en: 'Command line' },
    'first-start': { ja: '初回起動', en: 'First start' },
    'set-end': { ja: '決めてあった終わりの時刻', en: 'the end that was set' },
    schedule: { ja: '公開の予定', en: 'the scheduled publication' },
    'prompts-folder': { ja: '文のフォルダー', en: 'Prompts folder' },
    'native-reader': { ja: '確認を頼まれた人(リンク)', en: 'native reader (link)' },
  },
} as const satisfies Texts;

/** The names of the roles. */
export const rolesTexts = {
  viewer: { ja: '閲覧者', en: 'viewer' },
  editor: { ja: '編集者', en: 'editor' },
  approver: { ja: '承認者', en: 'approver' },
  administrator: { ja: '管理者', en: 'administrator' },
} as const satisfies Texts;

/** A form that was not processed and is shown again, such as after the session had ended. */
const keptTexts = {
  title: { ja: '入力した内容は残っています', en: 'Your unsaved text is still here' },
  'at-sign-in': {
    ja: 'サインインの有効期限が切れました。入力した内容は残っています。サインインすると続けて送信できます。',
    en: 'Your session has ended. What you typed is still here. After you sign in, you can send it.',
  },
  text: {
    ja: '入力した内容はまだ保存していません。下のボタンを押すと送信します。',
    en: 'What you typed has not been saved yet; the button below sends it.',
  },
  send: { ja: 'この内容を送信する', en: 'Send this text' },
  'send-again': { ja: 'この内容をもう一度送信する', en: 'Send this again' },
  copy: { ja: '必要なところを写してから、前の画面へ戻ってください。', en: 'Copy what you need before you go back.' },
  remembered: {
    ja: '入力した内容はこの端末に残っています。前の画面へ戻ると、もう一度表示されます。',
    en: 'What you typed is kept in this browser. It appears again when you go back to the previous page.',
  },
  restored: {
    ja: '前に入力した内容を欄に戻しました。まだ保存されていないかもしれません。確かめてから、もう一度送信してください。',
    en: 'What you typed before is in the form again. It may not have been saved. Check it, then send it again.',
  },
  look: { ja: '入力した内容を見る', en: 'Show what you typed' },
  leave: { ja: '送信しないで概要へ戻る', en: 'Do not send it and go to the overview' },
} as const satisfies Texts;

/** The texts of the frame itself. The names in this object are the first parts of their keys. */
export const ownTexts = { frame: frameTexts, kept: keptTexts, roles: rolesTexts, 'sign-in': signInTexts } as const;
