import type { Texts } from '../../frame/text.ts';

/** What the page of a text says about corrections, about the results of the checks, and about the sound. */
export const checkTexts = {
  tidied: {
    'full-width-digits': { ja: '全角の数字を半角にしました。', en: 'Full-width digits became ordinary ones.' },
    'full-width-letters': { ja: '全角の英字を半角にしました。', en: 'Full-width letters became ordinary ones.' },
    'half-width-kana': { ja: '半角のカタカナを全角にしました。', en: 'Half-width kana became full-width ones.' },
    spaces: { ja: '余分な空白をまとめました。', en: 'Superfluous spaces were taken out.' },
    composed: {
      ja: '分かれていた文字と記号を一つの文字にしました。',
      en: 'Letters and their accents became one character each.',
    },
  },
  untidy: {
    emoji: { ja: '絵文字は読み上げられません。消してください。', en: 'An emoji cannot be read out. Take it out.' },
    'direction-mark': {
      ja: '目に見えない「文字の向き」の記号があります。その部分を消して、打ち直してください。',
      en: 'There is an invisible mark for the direction of writing. Delete that part and type it again.',
    },
    'control-character': {
      ja: '目に見えない制御文字があります。その部分を消して、打ち直してください。',
      en: 'There is an invisible control character. Delete that part and type it again.',
    },
    'too-long': {
      ja: '長すぎる文があります。1文は{{characters}}文字までです。文を分けてください。',
      en: 'A sentence is too long: at most {{characters}} characters. Divide it.',
    },
    'too-many': {
      ja: '文が多すぎます。{{sentences}}文までです。減らしてください。',
      en: 'There are too many sentences: at most {{sentences}}. Take some out.',
    },
  },
  check: {
    title: { ja: '見え方と確認', en: 'How it looks, and checks' },
    about: { ja: '入力が止まると、確認し直します。', en: 'Checked again whenever you stop typing.' },
    clean: { ja: '指摘はありません。', en: 'No problems found.' },
    found: {
      ja: '公開できない点が{{errors}}件、注意する点が{{warnings}}件あります。',
      en: 'Blocking publication: {{errors}}. Warnings: {{warnings}}.',
    },
    error: { ja: '公開できません', en: 'Blocks publication' },
    warning: { ja: '注意', en: 'Warning' },
    unsaveable: { ja: '保存できません', en: 'Cannot be saved' },
    accepted: { ja: '理由あり', en: 'Has a reason' },
    because: { ja: '理由:{{reason}}', en: 'Reason: {{reason}}' },
    empty: { ja: '文がありません。', en: 'There are no words.' },
    second: { ja: '約{{seconds}}秒', en: 'about {{seconds}} s' },
    seconds: { ja: '全部で約{{seconds}}秒(予測)', en: 'About {{seconds}} seconds in all (predicted)' },
    suggestions: { ja: '読みの候補', en: 'Suggested readings' },
    'suggestions-about': {
      ja: '読みのない漢字です。ほかの文で使っている読みから候補を出しました。正しいか確かめてから入れてください。',
      en: 'These kanji have no reading. The suggestions come from readings in other texts. Make sure that they are right before you take them over.',
    },
    'suggested-from': { ja: '「{{from}}」の読み', en: 'as in “{{from}}”' },
    'take-over': { ja: '{{suggestion}} を入れる', en: 'Put in {{suggestion}}' },
    failed: {
      ja: '確認できませんでした。入力した文は残っています。通信を確かめてください。',
      en: 'The text could not be checked. What you typed is still there. See whether the network works.',
    },
  },
  listen: {
    title: { ja: '聞く', en: 'Listen' },
    about: {
      ja: '電話と同じ音で、いま入力している文を聞けます。',
      en: 'Hear what you have typed, as it sounds on the telephone.',
    },
    normal: { ja: 'ふつうの速さで聞く', en: 'Listen at normal speed' },
    slow: { ja: 'ゆっくり聞く', en: 'Listen slowly' },
    wait: { ja: '音声を作っています…', en: 'Making the sound…' },
    'is-normal': { ja: 'ふつうの速さ', en: 'Normal speed' },
    'is-slow': { ja: 'ゆっくり', en: 'Slower' },
    measured: { ja: '実際の長さ:{{seconds}}秒', en: 'Real length: {{seconds}} seconds' },
    unplayable: { ja: 'この端末では音声を再生できません。', en: 'This browser cannot play the sound.' },
    nothing: { ja: '文がないので、音声はありません。', en: 'There are no words, so there is no sound.' },
    place: {
      ja: '入れる値のない場所があるので、音声を作れません。指摘を見て直してください。',
      en: 'There is a place for which there is no value, so no sound can be made. See the findings.',
    },
    untidy: {
      ja: '保存できない文字や長さがあるので、音声を作れません。指摘を見て直してください。',
      en: 'There are characters or lengths that cannot be saved, so no sound can be made. See the findings.',
    },
    words: {
      ja: 'この文は、このままでは読み上げられません。次のところを直すと聞けます。',
      en: 'The voice cannot speak this text as it is. Mend the following, then listen again.',
    },
    failed: {
      ja: '音声を作れませんでした。少し待って、もう一度押してください。続くときは技術担当者に連絡してください。',
      en: 'The sound could not be made. Wait a moment and try again; if it goes on, tell the technician.',
    },
  },
} as const satisfies Texts;
