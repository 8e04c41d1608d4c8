import { describe, expect, test } from '#jest';
import { parseSentence } from '../../src/words/sentence-template.ts';
import { bundledDraft } from '../support/bundled.ts';
import { wordLanguages } from './source-words.ts';

const { words, line } = bundledDraft();

/**
 * The displayed words of a prompt in a language, in lower case and without spaces. Placeholders appear with their
 * names.
 */
const said = (language: string, prompt: string): string =>
  (words.get(language)?.prompts[prompt] ?? [])
    .flatMap(parseSentence)
    .map((part) => (part.kind === 'placeholder' ? `{{${part.name}}}` : part.text))
    .join('')
    .replaceAll(/\s+/gu, '')
    .toLowerCase();
const bare = (text: string): string => text.replaceAll(/\s+/gu, '').toLowerCase();

/** One phrase for each language, in the order of `wordLanguages`. An empty phrase means that nothing is checked. */
type Phrases = readonly [string, string, string, string, string, string, string];

/** Phrases that prompts must contain, because callers were misled without them. */
const heard: readonly (readonly [why: string, prompt: string, phrases: Phrases])[] = [
  [
    'the ambulance is also for injuries',
    'emergency',
    ['けが', 'injury', '受伤', '受傷', '부상', 'heridos', 'ferimento'],
  ],
  ['the same in a disaster', 'disaster-safety', ['けが', 'injury', '受伤', '受傷', '부상', 'heridos', 'ferimento']],
  [
    'people must flee from a tsunami at once',
    'disaster-action.high-place',
    ['今すぐ', 'right now', '马上', '馬上', '지금 바로', 'ahora mismo', 'agora mesmo'],
  ],
  [
    'people must not go back too early',
    'disaster-action.do-not-return',
    ['戻らないで', 'not go back', '不要回去', '不要回去', '돌아가지', 'no regrese', 'não volte'],
  ],
  ['Arao is part of the region', 'disaster-place.tamana', ['荒尾', 'Arao', '荒尾', '荒尾', '아라오', 'Arao', 'Arao']],
  [
    'a second place is an additional one',
    'disaster-place-also.tamana',
    ['荒尾と玉名の地方も', 'also', '也', '也', '지방에서도', 'también', 'também'],
  ],
  [
    'not every building is safe',
    'disaster-action.stay-inside',
    ['安全', 'safe', '安全', '安全', '안전', 'edificio seguro', 'prédio seguro'],
  ],
  [
    'danger, whether something has happened or will happen',
    'disaster-safety',
    ['危ない', 'danger', '危险', '危險', '위험', 'peligro', 'perigo'],
  ],
  [
    'no person is promised where callers get only a number',
    'number-to-call',
    ['番号', 'number', '号码', '號碼', '번호', 'qué número', 'um número'],
  ],
  [
    'learners hear 「言わないで」 as "without saying"',
    'welcome',
    [
      '言わないでください。マイナンバーを押さないで',
      'do not say',
      '不要说',
      '不要說',
      '말하거나',
      'no diga',
      'não fale',
    ],
  ],
  [
    'what the notice is and for whom',
    'welcome',
    [
      '外国人',
      'foreign residents',
      '外国居民',
      '外國居民',
      '외국인',
      'residentes extranjeros',
      'residentes estrangeiros',
    ],
  ],
  ['the welcome names the month of the notice', 'welcome', many('{{noticeStart}}')],
  ['every outdated topic names the month of the notice', 'topic-outdated', many('{{noticeStart}}')],
  ['every outdated number names the month of the notice', 'number-outdated', many('{{noticeStart}}')],
  [
    'the present name of the card',
    'card.use',
    [
      '今の名前は、マイナンバーカードです',
      'My Number Card',
      'My Number卡',
      'My Number卡',
      '마이넘버카드',
      'tarjeta My Number',
      'cartão My Number',
    ],
  ],
  [
    'people get the certificate with the card',
    'card.use',
    ['このカードで', 'use the card to', '这张卡到', '這張卡到', '이 카드로', 'con la tarjeta', 'com o cartão'],
  ],
  [
    'the second number is answered in Japanese',
    'ask.others',
    ['日本語', 'Japanese', '日语', '日語', '일본어', 'japonés', 'japonês'],
  ],
  [
    'the call centre belongs to the Japanese state',
    'destination.call-centre.transfer',
    ['日本の国', 'national', '日本政府', '日本政府', '일본 정부', 'gobierno de japón', 'governo do japão'],
  ],
  [
    'two numbers were said, and callers took "that number" for the number of the police',
    'emergency',
    ['どちらか', 'one of these', '相应', '其中一個', '해당', 'esos dos números', 'um desses'],
  ],
  [
    'the same in a disaster',
    'disaster-safety',
    ['どちらか', 'one of these', '相应', '其中一個', '해당', 'esos dos números', 'um desses'],
  ],
  [
    'the prompt says what the number is for',
    'destination.call-centre.number',
    ['マイナンバー', 'My Number', '个人编号', '個人編號', '마이넘버', 'My Number', 'My Number'],
  ],
  ['Uto is part of the region', 'disaster-place.uki', ['宇土', 'Uto', '宇土', '宇土', '우토', 'Uto', 'Uto']],
  [
    'people go to a safe place before they watch television',
    'disaster-more',
    ['安全な所で', 'safe place', '安全的地方', '安全的地方', '안전한 곳', 'lugar seguro', 'lugar seguro'],
  ],
  [
    'the line is out of order, not the caller’s telephone',
    'trouble',
    ['電話案内', 'line', '服务', '服務', '', 'línea', 'linha'],
  ],
  ['callers from Taiwan wait for this name of their language', 'language-item', ['', '', '普通话', '國語', '', '', '']],
];

/** Phrases that prompts must not contain, because they were misunderstood. */
const unheard: readonly (readonly [why: string, prompt: string, phrases: Phrases])[] = [
  [
    '"say it again" sounds like a request to callers, who must not say their My Number',
    'destination.call-centre.number',
    ['', '', '再说', '再說', '', '', ''],
  ],
  ['the same in a topic', 'ask.call-centre', ['', '', '再说', '再說', '', '', '']],
  ['the same for the division', 'ask.others', ['', '', '再说', '再說', '', '', '']],
  [
    'the size of a typhoon may contradict the official bulletin',
    'disaster.typhoon',
    ['大きな', 'large', '大型', '大型', '큰', 'gran tifón', 'grande tufão'],
  ],
  ['learners hear 「言わないで、」 as "without saying"', 'welcome', ['言わないで、', '', '', '', '', '', '']],
  ['急病 sounds like 疾病, an illness of any kind', 'emergency', ['', '', '急病', '急病', '', '', '']],
  ['the same in a disaster', 'disaster-safety', ['', '', '急病', '急病', '', '', '']],
  ['지방도 also means a kind of road', 'disaster-place-also.uki', ['', '', '', '', '지방도', '', '']],
  [
    '"one number" sounds like key 1, which leads away from a warning',
    'how-to-press',
    ['', 'one number', '', '', '', '', ''],
  ],
  [
    '"the number of October" sounds like the October issue of a magazine',
    'number-outdated',
    ['', '', '', '', '', 'el número de', 'o número de'],
  ],
  ['"at this hour" is wrong on a holiday at noon', 'reason-closed', ['', '', '', '', '', 'esta hora', 'neste horário']],
];

function many(phrase: string): Phrases {
  return [phrase, phrase, phrase, phrase, phrase, phrase, phrase];
}

describe('Words that callers once misunderstood', () => {
  test.each(heard)('are now said clearly: %s (%s)', (_, prompt, phrases) => {
    const missing = wordLanguages.filter((tag, index) => !said(tag, prompt).includes(bare(phrases[index] ?? '')));
    expect(missing).toEqual([]);
  });

  test.each(unheard)('do not come back: %s (%s)', (_, prompt, phrases) => {
    const wrong = wordLanguages.filter(
      (tag, index) => phrases[index] && said(tag, prompt).includes(bare(phrases[index])),
    );
    expect(wrong).toEqual([]);
  });

  test('staff can choose "do not go back", and the name of a region shows that it includes Arao', () => {
    expect(line.disaster?.actions.map(({ id }) => id)).toContain('do-not-return');
    expect(line.disaster?.places.find(({ id }) => id === 'tamana')?.name.ja).toContain('荒尾');
  });

  test('every prompt has the same number of sentences in every language', () => {
    const source = words.get(line.sourceLanguage)?.prompts ?? {};
    const different = [...words].flatMap(([tag, { prompts }]) =>
      Object.entries(prompts)
        .filter(([prompt, sentences]) => source[prompt]?.length !== sentences.length)
        .map(([prompt]) => `${tag} ${prompt}`),
    );
    expect(different).toEqual([]);
  });
});
