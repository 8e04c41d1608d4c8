/** The labels of the page, always in both Japanese and English. @typedef {{ ja: string, en: string }} Label */

/** @satisfies {Record<string, Label>} */
export const labels = {
  what: {
    ja: '県の電話案内を、このページで、あなたのことばで聞けます。お金はかかりません。',
    en: 'Hear the prefecture’s telephone guidance here, in your language, free of charge.',
  },
  call: { ja: 'かける', en: 'Call' },
  callAgain: { ja: 'もう一度', en: 'Call again' },
  hangUp: { ja: '切る', en: 'Hang up' },
  again: { ja: 'もう一度', en: 'Again' },
  slower: { ja: 'ゆっくり', en: 'Slower' },
  back: { ja: '戻る', en: 'Back' },
  person: { ja: '人と話す', en: 'A person' },
  words: { ja: '聞こえることば', en: 'What the line says' },
  empty: { ja: '電話の声が、ここに文字で出ます。', en: 'The words of the call appear here.' },
  copyLink: { ja: 'リンクをコピー', en: 'Copy the link' },
  copied: { ja: 'コピーしました', en: 'Copied' },
  copyByHand: { ja: 'このリンクをコピーしてください', en: 'Please copy this link' },
  unknownLanguage: {
    ja: 'リンクのことばは、この電話にありません。電話で、番号を押して選んでください。',
    en: 'This line does not speak the language of the link; choose one by key in the call.',
  },
  noLanguages: {
    ja: 'ことばを読みこめませんでした。電話で、番号を押して選んでください。',
    en: 'The languages could not be loaded; choose one by key in the call.',
  },
  late: { ja: '目標より遅い', en: 'late' },
  idle: { ja: '緑のボタンでかけます', en: 'Press the green button' },
  connecting: { ja: 'つないでいます', en: 'Connecting' },
  speaking: { ja: '案内中', en: 'Speaking' },
  waiting: { ja: 'キーを押してください', en: 'Press a key' },
  dialling: { ja: '転送', en: 'Transfer' },
  ended: { ja: '通話が終わりました', en: 'The call has ended' },
  trouble: { ja: '中断しました', en: 'Interrupted' },
  pressed: { ja: 'を押しました', en: 'pressed' },
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
  now: { ja: '今', en: 'Now' },
  weekday: { ja: '平日10時', en: 'Weekday' },
  night: { ja: '夜', en: 'Night' },
  sunday: { ja: '日曜', en: 'Sunday' },
  'new-years-eve': { ja: '大晦日', en: 'New Year’s Eve' },
};

/**
 * The two languages of a label as elements with their language marked for screen readers.
 * @param {Label} label
 * @returns {[ja: HTMLElement, en: HTMLElement]}
 */
export function bilingual(label) {
  return [inLanguage('ja', label.ja), inLanguage('en', label.en)];
}

/**
 * Words in one language, in its own script and font.
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
 * Sets the line's own names of its languages, so that its menu and the page agree.
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
