import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { type Phrases, phrasesIn, wholeWords } from './phrases.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

/** Words about a page or a screen. "The following" is allowed, because callers understand it too. */
const visual: Phrases = lookup({
  en: wholeWords(
    'click(?:ed|ing|s)?|tap(?:ped|ping)?|scroll(?:ed|ing)?|screen|below|(?:as|see|the) above|mentioned above|link|left-hand|right-hand',
  ),
  es: wholeWords('clics?|pinch[ea]|pantalla|abajo|más arriba|enlaces?|desplácese'),
  pt: wholeWords('cliques?|clica[r]?|tela|abaixo|links?|acima|role a página'),
  zh: /点击|點擊|點選|点选|屏幕|螢幕|画面|畫面|如下|下方|上述|右侧|右側|左侧|左側|链接|鏈接|連結/gu,
  ko: /클릭|화면|아래(?:의|를|에|와)|위의 (?:내용|그림)|오른쪽의|왼쪽의|링크|스크롤/gu,
  ja: /クリック|タップ|スクロール|リンク|画面|下記|上記|右の|左の|以下の/gu,
});

/** T-13: words about something visible. Callers cannot see anything. */
export function visualWords(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const found = phrasesIn(sentence, visual);
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'T-13', 'error', {
        ja: `${words.ja}は目で見る人のための言葉です。電話では何も見えません。聞くだけで分かる言い方にしてください。`,
        en: `${words.en} refers to something visible, but callers see nothing; use words that work by ear.`,
      }),
    ];
  });
}
