import type { Texts } from '../../frame/text.ts';

/** The destinations to which calls are put through. */
export const destinationsTexts = {
  nav: { ja: '転送先', en: 'Destinations' },
  about: {
    ja: '転送先の番号、話せる言語、受付時間を直します。',
    en: 'Correct numbers to dial, languages spoken there and opening hours.',
  },
  title: { ja: '転送先', en: 'Destinations' },
  intro: {
    ja: 'キー0を押した人を、ここにある転送先につなぎます。つなげないときは、番号を読み上げます。',
    en: 'Callers who press 0 are put through to one of these destinations. If that is not possible, they hear its number.',
  },
  production: {
    ja: '本番では、つながることを試していない番号と、受付時間が分からない転送先には転送しません。番号を読み上げます。',
    en: 'In production, the line does not dial untried numbers, or destinations without opening hours. It says the number instead.',
  },
  said: { ja: '読み上げる番号', en: 'Number that is said' },
  'said-help': {
    ja: '「番号・日付・時間」にある電話番号から選びます。',
    en: 'One of the telephone numbers under “Numbers, dates and hours”.',
  },
  dialled: { ja: '転送する番号', en: 'Numbers that are dialled' },
  hours: { ja: '受付時間', en: 'Opening hours' },
  'hours-help': {
    ja: '「番号・日付・時間」にある受付時間から選びます。分からないときは「不明」のままにします。',
    en: 'One of the opening hours under “Numbers, dates and hours”; leave it “unknown” if nobody knows them.',
  },
  languages: { ja: '話せる言語', en: 'Languages spoken there' },
  'languages-help': {
    ja: '選んでいない言語の人には転送しません。',
    en: 'Callers in other languages are not put through.',
  },
  unknown: { ja: '不明', en: 'Unknown' },
  choose: { ja: '選んでください', en: 'Choose one' },
  change: { ja: '変更', en: 'Change' },
  'change-label': { ja: '{{name}}を変更', en: 'Change {{name}}' },
  add: { ja: '転送先を追加', en: 'Add a destination' },
  'new-about': {
    ja: '追加したあと、転送先の案内文(転送の前、番号、受付時間)を「案内の文」で書いてください。',
    en: 'After adding the destination, write its texts (before the transfer, number, hours) under “Texts”.',
  },
  id: { ja: '転送先のID', en: 'Id of the destination' },
  'id-help': {
    ja: '空のままにすると、自動で付きます。英小文字、数字、ハイフンで書きます。あとから変更できません。',
    en: 'If you leave this empty, the id is made from the name. Use small letters, digits and hyphens. The id cannot be changed later.',
  },
  'name-ja': { ja: '名前(日本語)', en: 'Name in Japanese' },
  'name-en': { ja: '名前(英語)', en: 'Name in English' },
  dial: { ja: '{{number}}番目の番号', en: 'Telephone number {{number}}' },
  'dial-number': { ja: '電話番号', en: 'Telephone number' },
  'dial-help': {
    ja: '例:03-0000-0000。保存すると「+81」で始まる形になります。',
    en: 'Such as 03-0000-0000; it is kept in the form that begins with +81.',
  },
  'dial-up': { ja: '{{number}}番目の番号を上へ', en: 'Move telephone number {{number}} up' },
  'dial-down': { ja: '{{number}}番目の番号を下へ', en: 'Move telephone number {{number}} down' },
  'dial-remove': { ja: '{{number}}番目の番号を削除', en: 'Remove telephone number {{number}}' },
  'add-dial': { ja: '番号を追加', en: 'Add a number' },
  'most-dials': { ja: '番号は{{count}}件までです。', en: 'There can be at most {{count}} numbers.' },
  source: { ja: '出典', en: 'Source' },
  'source-help': { ja: 'この番号をどこで確かめたかを書きます。', en: 'Where you found this telephone number.' },
  'tried-on': { ja: '試した日', en: 'Tried on' },
  'tried-help': {
    ja: 'この電話案内から転送して、人が出た日です。まだのときは空にします。',
    en: 'The day on which a person answered a call that this line put through; leave it empty until then.',
  },
  when: { ja: '受付時間と休み', en: 'Hours and closures' },
  holidays: { ja: '日本の祝日は休み', en: 'Closed on Japan’s public holidays' },
  closure: { ja: '毎年の休み{{number}}', en: 'Yearly closure {{number}}' },
  from: { ja: 'この日から', en: 'From this day' },
  to: { ja: 'この日まで', en: 'To this day' },
  'closure-remove': { ja: '毎年の休み{{number}}を削除', en: 'Remove closure {{number}}' },
  'add-closure': { ja: '毎年の休みを追加', en: 'Add a yearly closure' },
  'most-closures': { ja: '毎年の休みは{{count}}件までです。', en: 'There can be at most {{count}} yearly closures.' },
  open: { ja: '今は受付中です', en: 'Open now' },
  'closed-until': { ja: '今は受付時間外です。次の受付は{{when}}からです', en: 'Closed now; next open {{when}}' },
  never: { ja: '今の設定では、受け付ける日がありません', en: 'Never open with the current settings' },
  'hours-unknown': { ja: '受付時間が分かりません', en: 'Opening hours unknown' },
  'no-hours': {
    ja: '受付時間が分からないため、本番では転送しません。受付時間を確かめて選んでください。',
    en: 'In production, nobody is put through to this destination, because its opening hours are not known. Find them out and choose them.',
  },
  'no-dials': {
    ja: '転送する番号がないため、転送しません。番号を読み上げます。',
    en: 'There is no telephone number to dial, so nobody is put through. Callers hear the number that is said.',
  },
  untried: {
    ja: '{{number}}は、まだ試していないため、本番では転送しません。人につながった日を「試した日」に入れてください。',
    en: 'In production, {{number}} is not dialled until somebody has been reached there. Then enter the day of that call as “Tried on”.',
  },
  remove: { ja: 'この転送先を削除', en: 'Remove this destination' },
  'remove-label': { ja: '{{name}}を削除', en: 'Remove {{name}}' },
  'remove-title': { ja: '転送先「{{name}}」の削除', en: 'Remove the destination “{{name}}”' },
  'remove-lost': { ja: '電話で使えなくなるもの', en: 'What callers lose' },
  'remove-about': {
    ja: 'この転送先にはつながらなくなり、その番号と受付時間の案内も流れなくなります。公開するまで、電話では変わりません。',
    en: 'Callers are no longer put through to this destination and no longer hear its number and hours. For callers, nothing changes until the draft is published.',
  },
  'remove-kept': { ja: '残るもの', en: 'What is kept' },
  'remove-texts': {
    ja: '文{{count}}件(すべての言語)は「案内の文」の「使っていない文」に残り、転送先をもとに戻すと、また使えます。番号と受付時間は「番号・日付・時間」に残ります。',
    en: 'Its texts in all languages ({{count}}) are kept under “Texts not in use”, from where the destination can be brought back. Its number and hours stay under “Numbers, dates and hours”.',
  },
  'remove-last': {
    ja: '最後の転送先なので、まだ削除できません。先に別の転送先を追加し、言語の転送先をそちらに変えてください。',
    en: 'This is the last destination and cannot be removed yet. First add another one, and choose it for the languages.',
  },
  'used-by': { ja: '言語「{{name}}」の転送先を変える', en: 'Give the language “{{name}}” another destination' },
  'used-by-default': { ja: '言語を選ぶ前の転送先を変える', en: 'Change the destination before a language is chosen' },
  'to-removal': { ja: '削除する前の説明を見る', en: 'See what removing it means' },
  'still-used': {
    ja: 'この転送先は使われているので、まだ削除できません。先に、次のところで別の転送先を選んでください。',
    en: 'This destination is used and cannot be removed yet. First choose another destination in the places that use it.',
  },
  'missing-title': { ja: 'その転送先はありません', en: 'There is no such destination' },
  missing: {
    ja: 'この転送先はありません。ほかの人が削除したかもしれません。一覧から選び直してください。',
    en: 'There is no such destination. Somebody may have removed it. Choose another one from the list.',
  },
  done: {
    saved: {
      ja: '保存しました。電話の転送先は、公開するまで変わりません。',
      en: 'Saved. Calls are put through as before until the draft is published.',
    },
    tidied: {
      ja: '保存しました。番号を「+81」で始まる形に直しました。番号を確かめてください。',
      en: 'Saved. A number was put into the form that begins with +81. Please check it.',
    },
    'but-past': {
      ja: '保存しました。ただし、今入れた休みか臨時の受付に、もう過ぎた日があります。年と月が正しいか確かめてください。',
      en: 'Saved. But a date that you have just added or changed is already over. Check its year and month.',
    },
    'but-far': {
      ja: '保存しました。ただし、今入れた休みか臨時の受付に、2年より先の日があります。年が正しいか確かめてください。',
      en: 'Saved. But a date that you have just added or changed is more than two years ahead. Check its year.',
    },
    'but-past-far': {
      ja: '保存しました。ただし、今入れた休みか臨時の受付に、もう過ぎた日と、2年より先の日があります。年が正しいか確かめてください。',
      en: 'Saved. But of the dates that you have just added or changed, one is already over and one is more than two years ahead. Check their years.',
    },
    removed: {
      ja: '転送先を削除しました。文は「案内の文」の「使っていない文」に残っています。',
      en: 'The destination was removed. Its texts are kept under “Texts not in use”.',
    },
    back: {
      ja: '転送先をもとに戻しました。言語の設定で、転送先として選んでください。',
      en: 'The destination is back; choose it in the settings of the languages.',
    },
  },
  wrong: {
    id: {
      ja: 'IDは英小文字で始め、英小文字、数字、ハイフンだけで書いてください。「new」は使えません。',
      en: 'Begin the id with a small letter. Use only small letters, digits and hyphens. The id “new” is not allowed.',
    },
    taken: {
      ja: 'このIDはすでに使われています。別のIDにしてください。',
      en: 'A destination with this id already exists; choose another id.',
    },
    ja: { ja: '日本語の名前を書いてください。', en: 'Write its name in Japanese.' },
    en: { ja: '英語の名前を書いてください。', en: 'Write its name in English.' },
    number: { ja: '読み上げる番号を選んでください。', en: 'Choose the number that is said.' },
    languages: { ja: '話せる言語を一つ以上選んでください。', en: 'Choose at least one language that is spoken there.' },
    hours: { ja: '受付時間を選び直してください。', en: 'Choose the opening hours again.' },
    'no-number': { ja: '電話番号を書いてください。', en: 'Write a telephone number.' },
    dials: {
      ja: '番号が多すぎます。{{count}}件までにしてください。',
      en: 'There are too many numbers; keep at most {{count}}.',
    },
    closures: {
      ja: '毎年の休みが多すぎます。{{count}}件までにしてください。',
      en: 'There are too many closures; keep at most {{count}}.',
    },
    twice: {
      ja: '同じ番号が上にあります。どちらかを削除してください。',
      en: 'The same number is already above; remove one of them.',
    },
    source: { ja: '番号の出典を書いてください。', en: 'Write where you found the telephone number.' },
    'tried-on': {
      ja: '試した日を「2027-04-01」のように書いてください。',
      en: 'Write the day on which the number was tried, in the form 2027-04-01.',
    },
    'tried-later': {
      ja: '試した日が先の日付です。今日までの日にしてください。',
      en: 'The day on which the number was tried has not come yet; choose today or an earlier day.',
    },
    swapped: {
      ja: '毎年、半年より長く休みになります。先に休みの始まりを、後に終わりを選んでください。',
      en: 'This closure would last more than half of every year. Are the first and the last day swapped?',
    },
    day: { ja: '休みの月日を選んでください。', en: 'Choose a day of the year.' },
    refused: {
      'not-e164': {
        ja: '電話番号として読み取れません。「03-0000-0000」のように、市外局番から書いてください。',
        en: 'This cannot be read as a telephone number; write it with its area code, such as 03-0000-0000.',
      },
      'not-japan': {
        ja: '日本の電話番号ではありません。日本の番号を書いてください。',
        en: 'This is not a telephone number in Japan; use a Japanese number.',
      },
      emergency: {
        ja: '緊急の番号(110、118、119)には転送できません。電話を切ってかけ直すよう、文で案内してください。',
        en: 'No call can be put through to an emergency number (110, 118, 119); tell callers to hang up and dial it.',
      },
      premium: {
        ja: '情報料のかかる番号(0990、0180)には転送できません。通常の番号を書いてください。',
        en: 'No call can be put through to a premium number (0990, 0180); use an ordinary number.',
      },
      short: {
        ja: '番号が短すぎます。短縮番号には転送できません。市外局番からの番号を書いてください。',
        en: 'This number is too short. Short codes cannot be dialled. Use the full number with its area code.',
      },
    },
  },
} as const satisfies Texts;
