import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { checkDraft } from '../../../src/words/check-draft.ts';
import { type Draft, readDraft } from '../../../src/words/draft.ts';
import type { Finding } from '../../../src/words/finding.ts';
import type { LineFile } from '../../../src/words/line-file.ts';
import { rules } from '../../../src/words/rules/registry.ts';

const folder = join(import.meta.dirname, '../../../prompts');
const bundled = readDraft(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
);

type Mutation = (draft: Draft) => Draft;

/** Rewrites one prompt of one language. If `change` returns undefined, the prompt is removed. */
const rewrite =
  (
    language: string,
    prompt: string,
    change: (sentences: readonly string[]) => readonly string[] | undefined,
  ): Mutation =>
  (draft) => {
    const written = draft.words.get(language);
    if (!written) throw new RangeError(`The bundled prompts have no "${language}".`);
    const { [prompt]: sentences = [], ...others } = written.prompts;
    const changed = change(sentences);
    const prompts = changed ? { ...written.prompts, [prompt]: changed } : others;
    return { ...draft, words: new Map(draft.words).set(language, { ...written, prompts }) };
  };

const append = (language: string, prompt: string, ...added: readonly string[]): Mutation =>
  rewrite(language, prompt, (sentences) => [...sentences, ...added]);
const add = (language: string, sentence: string): Mutation => append(language, 'goodbye', sentence);

const joinFirstThree = ([first = '', second = '', third = '', ...rest]: readonly string[]): readonly string[] => [
  [first, second, third]
    .map((sentence) => sentence.replace(/\.$/, ''))
    .join(' and ')
    .concat('.'),
  ...rest,
];

const changeLine =
  (change: (line: LineFile) => Partial<LineFile>): Mutation =>
  (draft) => ({ ...draft, line: { ...draft.line, ...change(draft.line) } });

const speak = (tag: string, change: Partial<LineFile['languages'][number]['voices']>): Mutation =>
  changeLine(({ languages }) => ({
    languages: languages.map((each) => (each.tag === tag ? { ...each, voices: { ...each.voices, ...change } } : each)),
  }));

const dial = (number: string, triedOn?: string): Mutation =>
  changeLine(({ destinations: [first, ...rest] }) => ({
    destinations: first ? [{ ...first, dials: [...first.dials, { number, source: 'made up', triedOn }] }, ...rest] : [],
  }));

const checked = (fact: LineFile['facts'][string] | undefined, checkedOn: string, reviewBy: string) => {
  if (!fact) throw new RangeError('The bundled prompts have no such fact.');
  return { ...fact, checkedOn, reviewBy };
};

const openAlso = (stretch: { readonly days: number[]; readonly opens: string; readonly closes: string }): Mutation =>
  changeLine(({ facts }) => {
    const hours = facts.callCentreHours;
    if (hours?.type !== 'hours') throw new RangeError('The bundled prompts have no such hours.');
    return { facts: { ...facts, callCentreHours: { ...hours, value: [...hours.value, stretch] } } };
  });

const sayAnother: Mutation = changeLine(({ destinations }) => ({
  destinations: destinations.map((each) => ({
    ...each,
    dials: each.dials.map((dialled) => ({ ...dialled, number: `${dialled.number.slice(0, -1)}0` })),
  })),
}));

const swapClosures: Mutation = changeLine(({ destinations }) => ({
  destinations: destinations.map((each) => ({
    ...each,
    closed: each.closed && {
      ...each.closed,
      eachYear: each.closed.eachYear.map(({ from, to }) => ({ from: to, to: from })),
    },
  })),
}));

const dateTwice: Mutation = changeLine(({ destinations }) => ({
  destinations: destinations.map((each) => ({
    ...each,
    dates: [
      { kind: 'closed' as const, from: '2999-12-01', to: '2999-12-03' },
      { kind: 'open' as const, from: '2999-12-02', begins: '09:00', ends: '12:00' },
    ],
  })),
}));

const withoutNumber: Mutation = (draft) => {
  const [destination] = draft.line.destinations;
  const place = `{{${destination?.number}}}`;
  const prompt = `destination.${destination?.id}.number`;
  const drop = (sentences: readonly string[]) => sentences.filter((sentence) => !sentence.includes(place));
  return [...draft.words.keys()].reduce((changed, language) => rewrite(language, prompt, drop)(changed), draft);
};

const copyFromSpanish: Mutation = (draft) =>
  rewrite('pt', 'reason-language', () => draft.words.get('es')?.prompts['reason-language'])(draft);

/** Makes the source and all translations say a number only once. */
const sayOnce: Mutation = (draft) =>
  [...draft.words.keys()].reduce(
    (changed, language) => rewrite(language, 'destination.division.number', (all) => all.slice(0, -1))(changed),
    draft,
  );

const sixTopics: Mutation = (draft) => {
  const menu = 'topic.more.menu';
  const withTopic = changeLine(({ topics }) => ({
    topics: [...topics, { id: 'more', key: '6', parts: ['keep.card'] }],
  }))(draft);
  return [...draft.words].reduce((changed, [language, { prompts }]) => {
    const [sentence = ''] = prompts['topic.flyers.menu'] ?? [];
    return rewrite(language, menu, () => [sentence])(changed);
  }, withTopic);
};

const mutations: readonly (readonly [rule: string, what: string, mutation: Mutation])[] = [
  ['M-19', 'a prompt is missing', rewrite('ko', 'goodbye', () => undefined)],
  ['M-20', 'nobody uses a prompt', rewrite('pt', 'farewell', () => ['Até logo.'])],
  ['T-17', 'a translation says one fact more', add('es', '{{noticeStart}}.')],
  ['T-17', 'a translation says one fact less', rewrite('en', 'ask.call-centre', (sentences) => sentences.slice(0, -1))],
  ['T-17', 'a placeholder has no fact', add('en', '{{noSuchFact}}.')],
  ['T-17', 'the fallback names no number', rewrite('ko', 'out-of-order', (sentences) => sentences.slice(0, 1))],
  [
    'T-17',
    'the fallback names a number where nobody speaks the language',
    rewrite('ko', 'out-of-order', (all) => all.map((each) => each.replace('callCentreNumber', 'divisionNumber'))),
  ],
  ['T-17', 'the whisper names no language', rewrite('ja', 'whisper', () => ['マイナンバーの {電話|でんわ}です。'])],
  ['N-08', 'a destination’s number is not said', withoutNumber],
  ['M-03', 'a key is not offered', rewrite('zh-Hans', 'again', () => ['可以再听一遍。'])],
  ['M-03', 'a key is offered in words', add('pt', 'Pressione sete.')],
  [
    'M-03',
    'two languages have one key',
    changeLine(({ languages }) => ({
      languages: languages.map((each) => ({ ...each, key: each.key === '2' ? '1' : each.key })),
    })),
  ],
  ['M-03', 'topics are not in order', changeLine(({ topics }) => ({ topics: topics.toReversed() }))],
  ['M-12', 'the default destination does not exist', changeLine(() => ({ defaultDestination: 'nowhere' }))],
  [
    'M-12',
    'a value has the name of a placeholder that means something else',
    changeLine(({ facts }) => ({ facts: { ...facts, key: facts.police } as LineFile['facts'] })),
  ],
  ['M-12', 'an announcer is not a language', changeLine(() => ({ announcers: ['vi'] }))],
  [
    'M-12',
    'a destination lists a language by a shorter tag than the line',
    changeLine(({ destinations }) => ({
      destinations: destinations.map((each) => ({
        ...each,
        languages: each.languages.map((tag) => (tag === 'zh-Hans' ? 'zh' : tag)),
      })),
    })),
  ],
  ['V-01', 'Spanish is spoken by a Portuguese demonstration voice', speak('es', { espeak: 'pt-br' })],
  ['V-01', 'Korean is spoken by a Spanish voice of Google’s', speak('ko', { google: 'es-US-Neural2-A' })],
  ['V-01', 'mainland Mandarin is spoken by a Taiwanese voice', speak('zh-Hans', { google: 'cmn-TW-Wavenet-A' })],
  [
    'V-01',
    'a spoken text is sent in another language',
    speak('en', { twilio: { voice: 'Google.ja-JP-Neural2-B', language: 'ja-JP' } }),
  ],
  ['D-01', 'an emergency number is dialled', dial('+81119', '2026-01-01')],
  ['D-01', 'a premium number is dialled', dial('+81990000000', '2026-01-01')],
  ['D-02', 'a number was never tried', dial('+81300000000')],
  [
    'D-03',
    'a value was checked in a future year',
    changeLine(({ facts }) => ({
      facts: { ...facts, divisionNumber: checked(facts.divisionNumber, '2099-01-01', '2099-12-31') },
    })),
  ],
  ['D-03', 'a number was tried in a future year', dial('+81300000000', '2099-01-01')],
  [
    'D-04',
    'a value was due for review before it was checked',
    changeLine(({ facts }) => ({
      facts: { ...facts, divisionHours: checked(facts.callCentreHours, '2026-11-22', '2020-01-01') },
    })),
  ],
  ['D-05', 'opening hours overlap', openAlso({ days: [1], opens: '09:00', closes: '18:00' })],
  ['D-05', 'opening hours are listed twice', openAlso({ days: [2], opens: '09:30', closes: '17:30' })],
  ['D-06', 'the number that is dialled differs from the one that is said', sayAnother],
  [
    'D-07',
    'hours count for longer than holidays are known',
    changeLine(({ facts }) => ({
      facts: { ...facts, callCentreHours: checked(facts.callCentreHours, '2026-11-22', '2051-05-03') },
    })),
  ],
  ['D-08', 'the days of a closure are swapped', swapClosures],
  ['D-09', 'a day is closed and open at the same time', dateTwice],
  [
    'D-09',
    'a closure has a reason without words',
    changeLine(({ destinations }) => ({
      destinations: destinations.map((each) => ({
        ...each,
        dates: [{ kind: 'closed' as const, from: '2999-12-01', reason: 'nowhere' }],
      })),
    })),
  ],
  [
    'M-12',
    'two reasons for a closure have the same name',
    changeLine(({ closures = [] }) => ({ closures: [...closures, ...closures.slice(0, 1)] })),
  ],
  [
    'M-12',
    'an announcer is listed twice',
    changeLine(({ announcers }) => ({ announcers: [...announcers, ...announcers.slice(0, 1)] })),
  ],
  ['T-06', 'an abbreviation with a dot', add('en', 'Ask, e.g. the office.')],
  ['T-06', 'a number sign', add('es', 'Es el nº uno.')],
  ['N-04', 'a Roman numeral of one sign', add('en', 'Chapter Ⅳ.')],
  ['T-10', 'a raised letter that belongs to no number', add('es', 'Pregunte por Mª Teresa.')],
  ['T-10', 'a ligature', add('en', 'The ﬁrst one.')],
  ['T-10', 'a letter with far too many combining marks', add('en', `A${'\u0301'.repeat(40)}.`)],
  ['N-10', 'a number in words', add('zh-Hans', '零五七零。')],
  ['N-10', 'a date in words', add('en', 'It is December fifth.')],
  ['J-01', 'kanji have no reading', add('ja', '電話です。')],
  ['J-01', 'a brace is left over', add('ko', '감사합니다}.')],
  ['J-08', 'a digit is easily misheard', add('ja', '{七|しち}です。')],
  ['T-16', 'Spanish words appear in Portuguese', copyFromSpanish],
  ['T-15', 'another script appears in English', add('en', 'Спасибо.')],
  ['T-15', 'a traditional character appears in simplified Chinese', add('zh-Hans', '謝谢。')],
  ['T-15', 'a simplified character appears in traditional Chinese', add('zh-Hant', '谢謝。')],
  ['T-07', 'Latin letters appear in Korean', add('ko', '오늘은 SALE 입니다.')],
  ['N-01', 'a raw telephone number', add('en', 'Call 03-0000-0000.')],
  ['N-04', 'raw digits', add('ko', '12345 입니다.')],
  ['N-04', 'full-width digits', add('ja', '３つです。')],
  ['N-05', 'a raw date', add('es', 'Desde el 1 de abril.')],
  ['T-02', 'a long sentence', rewrite('en', 'flyers.languages', joinFirstThree)],
  ['T-08', 'a sign for the eye', add('pt', 'Obrigado (obrigada).')],
  ['T-09', 'an e-mail address', add('es', 'Escriba a office@example.jp.')],
  ['T-10', 'an invisible character', add('en', 'Good\u200Bbye.')],
  ['T-10', 'half-width kana', add('ja', 'ｺﾞﾐです。')],
  ['M-04', 'a key that is not a digit', add('es', 'Pulse la tecla almohadilla.')],
  ['M-04', 'the same in Korean', add('ko', '별표를 눌러 주십시오.')],
  ['N-09', 'English asks for a PIN', add('en', 'Please enter your PIN.')],
  ['N-09', 'Japanese asks for a My Number', append('ja', 'welcome', 'マイナンバーを {言|い}って ください。')],
  ['N-09', 'Korean asks for a My Number', add('ko', '개인번호를 입력해 주십시오.')],
  ['N-09', 'Spanish asks for a My Number', add('es', 'Por favor, diga su número personal.')],
  ['N-09', 'Portuguese asks for a password', add('pt', 'Digite a sua senha.')],
  [
    'T-03',
    'too many clauses in one sentence',
    rewrite('en', 'limit', () => ['Now, as you can hear, it is very long, and it may end, so I end it.']),
  ],
  ['T-06', 'an abbreviation', add('es', 'Pregunte al MIC.')],
  ['T-11', 'a filler', add('en', 'Your call is important to us.')],
  ['T-11', 'the greeting once more', add('es', 'Prefectura de Kumamoto.')],
  ['T-12', 'blame in the prompt about pressing keys', append('pt', 'how-to-press', 'A tecla é inválida.')],
  ['T-12', 'blame in another prompt', add('zh-Hant', '您按錯了。')],
  ['T-13', 'a word for the eye', add('ko', '화면을 보세요.')],
  ['T-14', 'a word twice', add('pt', 'Muito muito obrigado.')],
  [
    'T-18',
    'an official term in other words',
    rewrite('en', 'topic.card.menu', () => ['For the ID card, press {{key}}.']),
  ],
  ['T-19', 'a translation without most of its sentences', rewrite('es', 'notice.number', (all) => all.slice(1, 2))],
  ['T-21', 'a translation without one of its sentences', rewrite('es', 'card.use', (all) => all.slice(0, -1))],
  ['T-21', 'a translation with one more sentence', rewrite('ko', 'card.use', (all) => [...all, '감사합니다.'])],
  ['T-20', 'a term without its explanation', rewrite('ja', 'card.use', (all) => all.slice(0, -1))],
  ['N-03', 'a number is said once', sayOnce],
  [
    'N-03',
    'a number is not announced',
    rewrite('pt', 'destination.division.number', (all) =>
      all.with(0, 'Este é o número da Divisão de Assuntos Internacionais.'),
    ),
  ],
  ['N-07', 'an era in another language', add('en', 'It began in Heisei.')],
  ['N-07', 'an era without a Western year', add('ja', '{令和|れいわ}です。')],
  ['J-02', 'eight kanji in a row', add('ja', '{熊本県国際課番号|くまもと}です。')],
  [
    'J-03',
    'a long foreign word',
    rewrite('ja', 'ask.call-centre', (all) =>
      all.with(0, '{分|わ}からない ことは、コールセンターカウンターに {電話|でんわ}して ください。'),
    ),
  ],
  ['J-04', 'a double negative', add('ja', '{行|い}かなければ なりません。')],
  ['J-05', 'a plain ending', add('ja', '{電話|でんわ}が {来|く}る。')],
  [
    'J-06',
    'many kanji',
    rewrite('ja', 'ask.others', (all) =>
      all.with(
        2,
        '{熊本県庁|くま}の {国際課|こく}が {住民|じゅう}と {役所|やく}に {通知書|つうち}を {出|だ}しました。',
      ),
    ),
  ],
  ['J-07', 'office language', add('ja', '{交付|こうふ}します。')],
  ['J-09', 'a passive', add('ja', '{案内|あんない}が {中止|ちゅうし}されます。')],
  ['M-01', 'six topics', sixTopics],
  ['M-02', 'the key comes first', rewrite('en', 'again', () => ['Press {{key}} to hear this again.'])],
  ['M-02', 'the same in Korean', rewrite('ko', 'again', () => ['{{key}}번을 누르면 다시 들을 수 있습니다.'])],
  [
    'M-15',
    'a language spoken there is not named',
    rewrite('es', 'destination.call-centre.transfer', (all) => all.with(2, 'También atienden en español.')),
  ],
  [
    'M-15',
    'nobody is asked to wait',
    rewrite('ja', 'destination.division.transfer', (all) =>
      all.with(2, '{音|おと}が しない ときも、{切|き}らないで ください。'),
    ),
  ],
  [
    'W-06',
    'a reason is left although its warning is gone',
    rewrite('zh-Hans', 'flyers.languages', (all) => all.slice(0, -1)),
  ],
];

const nameOf = ({ rule, place, en }: Finding): string =>
  [rule, 'language' in place ? place.language : '', en].join(' ');

describe('the bundled prompts', () => {
  const before = checkDraft(bundled);
  const known = new Set(before.map(nameOf));

  test('have no errors', () => {
    expect(before.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.each(mutations)(
    'are reported by %s, and by no other rule as an error, when they have this fault: %s',
    (rule, _, mutation) => {
      const found = checkDraft(mutation(bundled)).filter((each) => !known.has(nameOf(each)));
      const others = found.filter((each) => each.level === 'error' && each.rule !== rule);
      expect(found.map((each) => each.rule)).toContain(rule);
      expect(others).toEqual([]);
    },
  );

  test('are checked by rules that report only the ids with which they are registered', () => {
    // All faults together.
    const draft = mutations.reduce<Draft>((so, [, , mutation]) => mutation(so), bundled);
    const found = rules.map(({ ids, check }) => ({ ids, found: check(draft, '2026-11-28').map(({ rule }) => rule) }));
    expect(found.filter((each) => each.found.some((rule) => !each.ids.includes(rule)))).toEqual([]);
    expect(found.filter((each) => each.found.length > 0).length).toBeGreaterThan(30);
  });

  test('have a reason for every warning', () => {
    expect(before.filter(({ level, reason }) => level === 'warning' && reason === undefined)).toEqual([]);
  });
});
