import type { Texts } from '../../frame/text.ts';

/** The check that calls the draft on every path. */
export const crawlTexts = {
  nav: { ja: '全経路の自動点検', en: 'Language check' },
  about: {
    ja: '下書きのすべての道筋に自動で電話をかけて、ことば・声・キーが合っているかを調べます。',
    en: 'Automatically calls the draft on every path and checks languages, voices and keys.',
  },
  title: { ja: '全経路の自動点検', en: 'Language check' },
  what: {
    ja: '下書きに、すべてのことば、すべてのキー、無言、押し間違い、受付時間の中と外、話し中とつながらないとき、災害のときの電話を自動でかけます。聞こえた文のことばと声、キーの案内とその動きを確かめます。かけてきた人の電話には影響しません。',
    en: 'The draft is called automatically in every language, with every key, without a key, with wrong keys, inside and outside opening hours, when the other end is busy or does not answer, and in a disaster. The check looks at the language and voice of every sentence that is heard, and at whether keys do what callers are told. Calls of residents are not affected.',
  },
  'not-whole': {
    ja: '下書きにまだない文があるため、電話をかけられません。先に文をそろえてください。',
    en: 'Some texts of the draft are missing, so it cannot be called yet. Please write them first.',
  },
  'to-publish': { ja: '足りない文を見る', en: 'See which texts are missing' },
  'start-button': { ja: '点検を始める', en: 'Start the check' },
  running: { ja: '点検しています(これまでに{{turns}}回の応答)。', en: 'Checking ({{turns}} answers so far).' },
  broken: {
    ja: '点検が途中で止まりました。もう一度始めて、また止まるときは、下の「くわしく」の内容を技術担当者に知らせてください。',
    en: 'The check stopped. Start it again; if it stops again, tell the technician what is below “Details”.',
  },
  good: {
    ja: '問題は見つかりませんでした({{when}}、{{turns}}回の応答)。',
    en: 'Nothing wrong was found ({{when}}, {{turns}} answers).',
  },
  wrong: {
    ja: '{{count}}件の問題が見つかりました({{when}}、{{turns}}回の応答)。',
    en: 'Problems found: {{count}} ({{when}}, {{turns}} answers).',
  },
  findings: { ja: '見つかった問題', en: 'What is wrong' },
  heard: { ja: 'ことばごとに聞こえたもの', en: 'What was heard in each language' },
  language: { ja: 'ことば', en: 'Language' },
  turns: { ja: '応答の数', en: 'Answers' },
  sentences: { ja: '文の数', en: 'Sentences' },
  length: { ja: '文の長さの合計', en: 'Length of all sentences' },
  longest: { ja: 'いちばん長い応答', en: 'Longest answer' },
  minutes: { ja: '{{minutes}}分', en: '{{minutes}} min' },
  seconds: { ja: '{{seconds}}秒', en: '{{seconds}} s' },
  'no-language': { ja: 'ことばを選ぶ前', en: 'before a language is chosen' },
  way: { ja: '聞こえるまでの操作:{{keys}}({{when}})', en: 'How to hear it: {{keys}} ({{when}})' },
  'to-text': { ja: '文を開く', en: 'Open the text' },
  start: { ja: '電話をかけたとき', en: 'call the line' },
  'own-number': { ja: '{{language}}専用の番号', en: 'the telephone number for {{language}}' },
  circumstance: {
    open: { ja: '受付時間の中', en: 'in opening hours' },
    closed: { ja: '受付時間の外', en: 'outside opening hours' },
    closure: { ja: '日を決めた休みの間', en: 'during a closure on certain days' },
    disaster: { ja: '災害のお知らせの間', en: 'while a disaster notice is on' },
  },
  step: {
    silence: { ja: '無言', en: 'no key' },
    answered: { ja: '相手が出た', en: 'somebody answers' },
    busy: { ja: '話し中', en: 'busy' },
    'no-answer': { ja: '相手が出ない', en: 'nobody answers' },
    failed: { ja: 'つながらない', en: 'not connected' },
  },
  problem: {
    broken: {
      ja: '応答がありませんでした({{language}})。技術担当者に連絡してください。',
      en: 'There was no answer, or no valid one ({{language}}); tell the technician.',
    },
    silent: {
      ja: '案内が聞こえないか、予定にない音が流れました({{language}})。',
      en: 'Nothing is heard, or a sound that does not belong there ({{language}}).',
    },
    'wrong-language': {
      ja: '「{{language}}」を選んだ人に、別のことばの文が聞こえます:{{detail}}',
      en: 'Somebody who chose {{language}} hears another language: {{detail}}',
    },
    'wrong-voice': {
      ja: '別のことばの声で読んでいます:{{detail}}',
      en: 'It is read by the voice of another language: {{detail}}',
    },
    'no-key-offered': {
      ja: 'キーを待っているのに、押せるキーの案内がありません({{language}})。',
      en: 'The line waits for a key, but offers none ({{language}}).',
    },
    'key-disagrees': {
      ja: '案内したキー{{key}}を押しても、案内どおりになりません({{language}}):{{detail}}',
      en: 'Key {{key}} does not do what callers are told ({{language}}): {{detail}}',
    },
  },
  column: {
    language: { ja: 'ことば', en: 'Language' },
    prompt: { ja: '文の名前', en: 'Prompt' },
    text: { ja: '文', en: 'Sentence' },
    voice: { ja: '声', en: 'Voice' },
    speed: { ja: '速さ', en: 'Speed' },
    length: { ja: '長さ(秒)', en: 'Length (s)' },
    measured: { ja: '長さの求め方', en: 'Length is' },
  },
  speed: {
    normal: { ja: 'ふつう', en: 'normal' },
    slow: { ja: 'ゆっくり', en: 'slower' },
  },
  measured: { ja: '音声を測った', en: 'measured' },
  predicted: { ja: '文から予測した', en: 'predicted from the words' },
  download: { ja: '聞こえた文の一覧(CSV)', en: 'List of every sentence heard (CSV)' },
  summary: { ja: '全経路の自動点検', en: 'Language check' },
  'summary-link': { ja: '点検の結果を見る', en: 'See the result' },
} as const satisfies Texts;
