import { describe, expect, test } from '#jest';
import { parseSentence } from '../../src/words/sentence-template.ts';
import { bundledDraft } from '../support/bundled.ts';
import { wordLanguages } from './source-words.ts';

const { words, line } = bundledDraft();

/** All that a prompt says in a language, as displayed, with the names of placeholders. */
const said = (language: string, prompt: string): string =>
  (words.get(language)?.prompts[prompt] ?? [])
    .flatMap(parseSentence)
    .map((part) => (part.kind === 'placeholder' ? `{{${part.name}}}` : part.text))
    .join('')
    .replaceAll(/\s+/gu, '')
    .toLowerCase();
const bare = (text: string): string => text.replaceAll(/\s+/gu, '').toLowerCase();

/** One phrase for each language in the order of `wordLanguages`; empty where nothing is checked. */
type Phrases = readonly [string, string, string, string, string, string, string];

/** What must be said, because callers were misled without it. */
const heard: readonly (readonly [why: string, prompt: string, phrases: Phrases])[] = [
  ['injuries are for the ambulance', 'emergency', ['けが', 'injury', '受伤', '受傷', '부상', 'heridos', 'ferimento']],
  ['the same in a disaster', 'disaster-safety', ['けが', 'injury', '受伤', '受傷', '부상', 'heridos', 'ferimento']],
  [
    'from a tsunami people flee at once',
    'disaster-action.high-place',
    ['今すぐ', 'right now', '马上', '馬上', '지금 바로', 'ahora mismo', 'agora mesmo'],
  ],
  [
    'people went back too early',
    'disaster-action.do-not-return',
    ['戻らないで', 'not go back', '不要回去', '不要回去', '돌아가지', 'no regrese', 'não volte'],
  ],
  ['Arao is part of the region', 'disaster-place.tamana', ['荒尾', 'Arao', '荒尾', '荒尾', '아라오', 'Arao', 'Arao']],
  [
    'a second place comes on top',
    'disaster-place-also.tamana',
    ['荒尾と玉名の地方も', 'also', '也', '也', '지방에서도', 'también', 'também'],
  ],
  [
    'not any building is safe',
    'disaster-action.stay-inside',
    ['安全', 'safe', '安全', '安全', '안전', 'edificio seguro', 'prédio seguro'],
  ],
  [
    'danger, whatever has happened or is to come',
    'disaster-safety',
    ['危ない', 'danger', '危险', '危險', '위험', 'peligro', 'perigo'],
  ],
  [
    'where only a number can be had, no person is promised',
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
  ['the welcome says of when it is', 'welcome', many('{{noticeStart}}')],
  ['every topic says of when it is', 'topic-outdated', many('{{noticeStart}}')],
  ['every number says of when it is', 'number-outdated', many('{{noticeStart}}')],
  [
    'the name of today',
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
    'the certificate is had with the card',
    'card.use',
    ['このカードで', 'use the card to', '这张卡到', '這張卡到', '이 카드로', 'con la tarjeta', 'com o cartão'],
  ],
  [
    'the second number is answered in Japanese',
    'ask.others',
    ['日本語', 'Japanese', '日语', '日語', '일본어', 'japonés', 'japonês'],
  ],
  [
    'whose country it is',
    'destination.call-centre.transfer',
    ['日本の国', 'national', '日本政府', '日本政府', '일본 정부', 'gobierno de japón', 'governo do japão'],
  ],
  [
    'two numbers were said: "that number" was the police’s',
    'emergency',
    ['どちらか', 'one of these', '相应', '其中一個', '해당', 'esos dos números', 'um desses'],
  ],
  [
    'the same in a disaster',
    'disaster-safety',
    ['どちらか', 'one of these', '相应', '其中一個', '해당', 'esos dos números', 'um desses'],
  ],
  [
    'a number says what it is for',
    'destination.call-centre.number',
    ['マイナンバー', 'My Number', '个人编号', '個人編號', '마이넘버', 'My Number', 'My Number'],
  ],
  ['Uto is part of the region', 'disaster-place.uki', ['宇土', 'Uto', '宇土', '宇土', '우토', 'Uto', 'Uto']],
  [
    'nobody watches television before fleeing',
    'disaster-more',
    ['安全な所で', 'safe place', '安全的地方', '安全的地方', '안전한 곳', 'lugar seguro', 'lugar seguro'],
  ],
  [
    'the line is out of order, not the caller’s telephone',
    'trouble',
    ['電話案内', 'line', '服务', '服務', '', 'línea', 'linha'],
  ],
  ['callers on Taiwan wait for this name', 'language-item', ['', '', '普通话', '國語', '', '', '']],
];

/** What must not be said, because it was misunderstood. */
const unheard: readonly (readonly [why: string, prompt: string, phrases: Phrases])[] = [
  ['"say it again", on a line that forbids it', 'destination.call-centre.number', ['', '', '再说', '再說', '', '', '']],
  ['the same in a topic', 'ask.call-centre', ['', '', '再说', '再說', '', '', '']],
  ['the same for the division', 'ask.others', ['', '', '再说', '再說', '', '', '']],
  [
    'a class of size, which may contradict the bulletin',
    'disaster.typhoon',
    ['大きな', 'large', '大型', '大型', '큰', 'gran tifón', 'grande tufão'],
  ],
  ['「言わないで、」', 'welcome', ['言わないで、', '', '', '', '', '', '']],
  ['an illness of any kind: 急病 sounds like 疾病', 'emergency', ['', '', '急病', '急病', '', '', '']],
  ['the same in a disaster', 'disaster-safety', ['', '', '急病', '急病', '', '', '']],
  ['지방도 is also a road', 'disaster-place-also.uki', ['', '', '', '', '지방도', '', '']],
  ['key 1 leads away from a warning', 'how-to-press', ['', 'one number', '', '', '', '', '']],
  ['the October issue of a magazine', 'number-outdated', ['', '', '', '', '', 'el número de', 'o número de']],
  ['also heard on a holiday at noon', 'reason-closed', ['', '', '', '', '', 'esta hora', 'neste horário']],
];

function many(phrase: string): Phrases {
  return [phrase, phrase, phrase, phrase, phrase, phrase, phrase];
}

describe('Words that were once misheard', () => {
  test.each(heard)('say it: %s (%s)', (_, prompt, phrases) => {
    const missing = wordLanguages.filter((tag, index) => !said(tag, prompt).includes(bare(phrases[index] ?? '')));
    expect(missing).toEqual([]);
  });

  test.each(unheard)('do not say it: %s (%s)', (_, prompt, phrases) => {
    const wrong = wordLanguages.filter(
      (tag, index) => phrases[index] && said(tag, prompt).includes(bare(phrases[index])),
    );
    expect(wrong).toEqual([]);
  });

  test('staff can tell people not to go back, and see which region is meant', () => {
    expect(line.disaster?.actions.map(({ id }) => id)).toContain('do-not-return');
    expect(line.disaster?.places.find(({ id }) => id === 'tamana')?.name.ja).toContain('荒尾');
  });

  test('every prompt has as many sentences in one language as in another', () => {
    const source = words.get(line.sourceLanguage)?.prompts ?? {};
    const different = [...words].flatMap(([tag, { prompts }]) =>
      Object.entries(prompts)
        .filter(([prompt, sentences]) => source[prompt]?.length !== sentences.length)
        .map(([prompt]) => `${tag} ${prompt}`),
    );
    expect(different).toEqual([]);
  });
});
