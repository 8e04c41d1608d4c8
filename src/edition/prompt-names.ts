import type { Bilingual } from '../common/bilingual.ts';

/**
 * What staff and operators call the texts that do not depend on the subject of a line. Not every line has all of them.
 */
export const promptNames = {
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
  'out-of-order': { ja: 'サーバーが動いていないとき', en: 'While the server does not answer' },
  'opens-again': { ja: '次にいつ電話できるか(休みの日)', en: 'When to call again, on a closed day' },
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
} as const satisfies Readonly<Record<string, Bilingual>>;
