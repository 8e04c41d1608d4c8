import type { Texts } from '../../frame/text.ts';

/** What staff call the texts that callers hear. */
export const namesTexts = {
  text: { ja: '{{prompt}}({{language}})', en: '{{prompt}} ({{language}})' },
  menu: { ja: 'メニュー:{{topic}}', en: 'Menu: {{topic}}' },
  part: { ja: '{{topic}}({{number}})', en: '{{topic}} ({{number}})' },
  'of-destination': {
    transfer: { ja: '{{destination}}へつなぐ前', en: 'Before connecting to {{destination}}' },
    number: { ja: '{{destination}}の電話番号の案内', en: 'Telling the number of {{destination}}' },
    hours: { ja: '{{destination}}の受付時間の案内', en: 'Telling the hours of {{destination}}' },
  },
  'of-choice': {
    kind: { ja: '災害:{{name}}', en: 'Disaster: {{name}}' },
    place: { ja: '災害の場所:{{name}}', en: 'Place of a disaster: {{name}}' },
    also: { ja: '災害の二つ目からの場所:{{name}}', en: 'Further place of a disaster: {{name}}' },
    action: { ja: '災害のときにすること:{{name}}', en: 'What to do in a disaster: {{name}}' },
    closure: { ja: '休みの理由:{{name}}', en: 'Why it is closed: {{name}}' },
  },
  /** What is filled in during a call. */
  places: {
    key: { ja: '押すキー', en: 'Key to press' },
    language: { ja: '選んだ言語', en: 'Chosen language' },
    noticeDay: { ja: 'お知らせの日', en: 'Day of the notice' },
    noticeTime: { ja: 'お知らせの時刻', en: 'Time of the notice' },
  },
  /** A value that has no name of its own, by what uses it or by what it says. */
  fact: {
    number: { ja: '{{destination}}の電話番号', en: 'Number of {{destination}}' },
    hours: { ja: '{{destination}}の受付時間', en: 'Hours of {{destination}}' },
    from: { ja: '{{destination}}の毎年の休みの始まり', en: 'First day of a yearly closure of {{destination}}' },
    to: { ja: '{{destination}}の毎年の休みの終わり', en: 'Last day of a yearly closure of {{destination}}' },
    plain: { ja: '{{type}} {{value}}', en: '{{type}} {{value}}' },
  },
  /** The texts that every line has, whatever its subject. */
  prompts: {
    greeting: { ja: '最初のあいさつ', en: 'First greeting' },
    'language-item': { ja: '言語の選び方', en: 'Choosing a language' },
    welcome: { ja: '言語を選んだあとのあいさつ', en: 'Welcome after choosing a language' },
    'welcome-outdated': { ja: '情報が古いかもしれないときの注意', en: 'Warning that the information may be old' },
    again: { ja: 'もう一度聞くキー', en: 'Key for hearing it again' },
    'back-to-topics': { ja: 'メニューに戻るキー', en: 'Key for going back to the menu' },
    'change-language': { ja: 'ことばを変えるキー', en: 'Key for changing the language' },
    person: { ja: '人と話すキー', en: 'Key for speaking to a person' },
    'number-to-call': { ja: '問い合わせの番号を聞くキー', en: 'Key for hearing the number to call' },
    slower: { ja: 'ゆっくり聞くキー', en: 'Key for slower speech' },
    'normal-speed': { ja: 'ふつうの速さで聞くキー', en: 'Key for normal speed' },
    'how-to-press': { ja: 'キーの押し方', en: 'How to press a key' },
    'more-follows': { ja: '続きがあるとき', en: 'When more follows' },
    'topic-outdated': { ja: '古いかもしれない内容の前', en: 'Before content that may be old' },
    'number-outdated': { ja: '古いかもしれない番号のあと', en: 'After a number that may be old' },
    'transfer-next': { ja: '別の番号にかけるとき', en: 'When another number is tried' },
    'reason-closed': { ja: 'つなげない理由:受付時間の外', en: 'Why not connected: outside the hours' },
    'reason-language': { ja: 'つなげない理由:ことば', en: 'Why not connected: the language' },
    'reason-no-transfer': { ja: 'つなげない理由:転送しない', en: 'Why not connected: no transfers' },
    'reason-not-connected': { ja: 'つなげない理由:つながらなかった', en: 'Why not connected: nobody was reached' },
    'reason-disaster': { ja: 'つなげない理由:災害', en: 'Why not connected: a disaster' },
    emergency: { ja: '緊急のときの番号', en: 'Numbers for an emergency' },
    limit: { ja: '電話が長くなったとき', en: 'When a call becomes long' },
    goodbye: { ja: '終わりのあいさつ', en: 'Farewell' },
    trouble: { ja: '案内ができないとき', en: 'When the line cannot be used' },
    whisper: { ja: '転送先の人への案内', en: 'For the person who takes the call' },
    'disaster-safety': { ja: '災害:身を守る案内', en: 'Disaster: how to be safe' },
    'disaster-time': { ja: '災害:お知らせの時刻', en: 'Disaster: time of the notice' },
    'disaster-more': { ja: '災害:くわしい情報', en: 'Disaster: where to learn more' },
    'disaster-topics': { ja: '災害:ふだんの説明を聞くキー', en: 'Disaster: key for the usual topics' },
  },
} as const satisfies Texts;
