/** A label of the page, in both Japanese and English. @typedef {{ ja: string, en: string }} Label */

/** @satisfies {Record<string, Label>} */
export const labels = {
  what: {
    ja: 'この電話案内を、このページで、あなたのことばで聞けます。お金はかかりません。',
    en: 'Hear this telephone guidance here, in your language, free of charge.',
  },
  call: { ja: '案内を聞く', en: 'Listen' },
  callAgain: { ja: '最初から聞く', en: 'Start again' },
  hangUp: { ja: '切る', en: 'Hang up' },
  again: { ja: 'もう一度', en: 'Again' },
  slower: { ja: 'ゆっくり', en: 'Slower' },
  back: { ja: '戻る', en: 'Back' },
  person: { ja: '人と話す', en: 'A person' },
  personNumber: { ja: '電話番号を聞く', en: 'Number to call' },
  personEmergency: { ja: '緊急の番号', en: 'Emergency numbers' },
  personUnknown: { ja: '人または番号', en: 'Person or number' },
  words: { ja: '聞こえることば', en: 'What the line says' },
  empty: { ja: '電話の声が、ここに文字で出ます。', en: 'The words of the call appear here.' },
  copyLink: { ja: 'リンクをコピー', en: 'Copy the link' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  copyByHand: { ja: 'このリンクをコピーしてください', en: 'Please copy this link' },
  unknownLanguage: {
    ja: 'リンクのことばは、この電話にありません。電話で、番号を押して選んでください。',
    en: 'This line does not speak the language of the link. Press a key in the call to choose another one.',
  },
  noLanguages: {
    ja: 'ことばを読みこめませんでした。電話で、番号を押して選んでください。',
    en: 'The languages could not be loaded. Press a key in the call to choose one.',
  },
  late: { ja: '目標より遅い', en: 'late' },
  idle: { ja: '緑のボタンを押してください', en: 'Press the green button' },
  connecting: { ja: 'つないでいます', en: 'Connecting' },
  speaking: { ja: '案内中', en: 'Speaking' },
  waiting: { ja: 'キーを押してください', en: 'Press a key' },
  dialling: { ja: '転送', en: 'Transfer' },
  dialGoOn: { ja: '案内を続ける', en: 'Go on with the guidance' },
  ended: { ja: '通話が終わりました', en: 'The call has ended' },
  trouble: { ja: '中断しました', en: 'Interrupted' },
  pressed: { ja: '{key}を押しました', en: 'You pressed {key}' },
  silence: { ja: '何も押しませんでした', en: 'Silence' },
  answered: { ja: '応答がありました', en: 'Answered' },
  busy: { ja: '話し中でした', en: 'Busy' },
  'no-answer': { ja: '出ませんでした', en: 'No answer' },
  failed: { ja: 'つながりませんでした', en: 'Failed' },
  noNetwork: { ja: '通信できませんでした。', en: 'The line could not be reached.' },
  noSound: {
    ja: '音が出ません。文字を読んでください。',
    en: 'No sound. Please read the words.',
  },
  playBlocked: { ja: 'ボタンを押すと、音が出ます。', en: 'Your browser waits for a touch before it plays sound.' },
  disaster: { ja: '災害のお知らせ', en: 'Disaster information' },
  lineNumber: { ja: 'この番号に電話できます', en: 'Call this number' },
  read: { ja: '案内を文字で全部読む', en: 'Read the whole guidance' },
  byKey: { ja: '電話の中で、番号を押して選ぶ', en: 'Choose in the call, with a number' },
  pauseClock: { ja: '時計を止める', en: 'Pause the clock' },
  left: { ja: 'あと{seconds}秒', en: '{seconds} s' },
  demonstration: { ja: 'デモ音声', en: 'Demonstration voice' },
  retry: { ja: 'もう一度試す', en: 'Try again' },
  unblock: { ja: '音を出す', en: 'Tap to hear' },
  listening: { ja: '聞き方', en: 'Listening' },
  telephoneQuality: { ja: '電話の音質', en: 'Telephone quality' },
  useKeyboard: { ja: 'キーボードの数字・*・# を使う', en: 'Use the keyboard’s digits, * and #' },
  callsNobody: {
    ja: 'このページからは、だれにも電話しません。お金もかかりません。',
    en: 'This page calls nobody, and it costs nothing.',
  },
  tooMany: {
    ja: 'ここからの通話が多すぎます。1分ほど待って、もう一度試してください。',
    en: 'Too many calls came from here. Please wait a minute and try again.',
  },
  contact: { ja: '問い合わせ', en: 'Contact' },
  privacy: { ja: '個人情報の取扱い', en: 'Privacy' },
  accessibility: { ja: 'アクセシビリティ', en: 'Accessibility' },
  screenTitle: { ja: '音声案内', en: 'Voice guidance' },
  dialTitle: { ja: '本番では、ここで人につながります', en: 'On a real call, you would now be connected to a person' },
  dialAbout: {
    ja: 'このページからは人につなげません。人と話したいときは、この番号に電話してください。',
    en: 'This page cannot put you through. To talk to a person, call this number.',
  },
  often: { ja: 'よく使う操作', en: 'Often used' },
  keypad: { ja: 'キーパッド', en: 'Keypad' },
  callTime: { ja: '通話時間', en: 'Call time' },
  timeLeft: { ja: '入力待ちの残り時間', en: 'Time left to press a key' },
  languages: { ja: 'ことば', en: 'Languages' },
  now: { ja: '今', en: 'Now' },
  weekday: { ja: '平日10時', en: 'Weekday' },
  night: { ja: '夜', en: 'Night' },
  sunday: { ja: '日曜', en: 'Sunday' },
  'new-years-eve': { ja: '大晦日', en: 'New Year’s Eve' },
};

/**
 * A label as two elements, one for each language. Each is marked with its language for screen readers.
 * @param {Label} label
 * @returns {[ja: HTMLElement, en: HTMLElement]}
 */
export function bilingual(label) {
  return [inLanguage('ja', label.ja), inLanguage('en', label.en)];
}

/**
 * An element with words in one language. It is marked with the language, so that the browser uses the right font.
 * @param {string} language a BCP 47 tag
 * @param {string} text
 */
export function inLanguage(language, text) {
  const words = document.createElement('span');
  words.lang = language;
  words.textContent = text;
  return words;
}

/** @type {Map<string, string>} */
const names = new Map();

/**
 * Sets the names that the line has for its languages, so that the page uses the same ones.
 * @param {readonly { tag: string, name: string }[]} languages
 */
export function nameLanguages(languages) {
  for (const { tag, name } of languages) names.set(tag, name);
}

/**
 * The native name of a language: 한국어 for `ko`.
 * @param {string} tag a BCP 47 tag
 */
export function ownName(tag) {
  return inLanguage(tag, names.get(tag) ?? new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag);
}
