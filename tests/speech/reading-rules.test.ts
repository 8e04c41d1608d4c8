import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from '#jest';
import type { OpeningHours } from '../../src/call/line.ts';
import { readFact } from '../../src/speech/reading-rules/read-fact.ts';
import type { FactValue } from '../../src/words/segment.ts';

const languages = ['ja', 'en', 'zh-Hans', 'zh-Hant', 'ko', 'es', 'pt', 'vi', 'ne'];

/** The words of a fact. Pieces of other kinds are shown as `<kind>`. */
function spoken(language: string, value: FactValue): string {
  return readFact(language, value)
    .map((piece) => (piece.kind === 'words' ? piece.text : `<${piece.kind}>`))
    .join('');
}

const phone = (number: string): FactValue => ({ type: 'phone', number });
const time = (hour: number, minute: number): FactValue => ({ type: 'time', hour, minute });
const open = (days: number[], opens: string, closes: string): OpeningHours => ({ days, opens, closes });
const week = [open([1, 2, 3, 4, 5], '09:30', '17:30')];

describe('Phone numbers', () => {
  test('are spoken slowly, in groups, with 400 ms between them', () => {
    expect(readFact('en', phone('0570-00-0000'))).toEqual([
      { kind: 'words', text: 'zero five seven zero', rate: 'number' },
      { kind: 'pause', milliseconds: 400 },
      { kind: 'words', text: 'zero zero', rate: 'number' },
      { kind: 'pause', milliseconds: 400 },
      { kind: 'words', text: 'zero zero zero zero', rate: 'number' },
    ]);
  });

  test.each([
    ['ja', 'ゼロイチニーサンヨンゴーロクナナハチキュー'],
    ['en', 'zero one two three four five six seven eight nine'],
    ['zh-Hans', '零幺二三四五六七八九'],
    ['zh-Hant', '零一二三四五六七八九'],
    ['ko', '공 일 이 삼 사 오 육 칠 팔 구'],
    ['es', 'cero uno dos tres cuatro cinco seis siete ocho nueve'],
    ['pt', 'zero um dois três quatro cinco meia sete oito nove'],
    ['vi', '0, 1, 2, 3, 4, 5, 6, 7, 8, 9'],
    ['ne', '०, १, २, ३, ४, ५, ६, ७, ८, ९'],
  ])('have the digit words of %s', (language, words) => {
    expect(spoken(language, phone('0123456789'))).toBe(words);
  });

  test('speak every digit once and in order, in every language and grouping', () => {
    const group = array(integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 });
    const bare = (text: string) => text.replaceAll(/[\s,]/g, '');
    assert(
      property(constantFrom(...languages), array(group, { minLength: 1, maxLength: 4 }), (language, groups) => {
        const pieces = readFact(language, phone(groups.map((digits) => digits.join('')).join('-')));
        const heard = pieces.flatMap((piece) => (piece.kind === 'words' ? [bare(piece.text)] : []));
        const one = (digit: number) => spoken(language, phone(String(digit)));
        expect(heard).toEqual(groups.map((digits) => digits.map(one).join('')));
        expect(new Set(Array.from('0123456789', (digit) => one(Number(digit)))).size).toBe(10);
      }),
    );
  });
});

describe('Months and dates', () => {
  test.each([
    ['ja', 'にせんじゅうごねん じゅうがつ', 'にせんじゅうろくねん さんがつ さんじゅういちにち'],
    ['en', 'October twenty fifteen', 'March thirty-first, twenty sixteen'],
    ['zh-Hans', '二零一五年十月', '二零一六年三月三十一日'],
    ['zh-Hant', '二零一五年十月', '二零一六年三月三十一日'],
    ['ko', '이천십오년 시월', '이천십육년 삼월 삼십일일'],
    ['es', 'octubre de dos mil quince', 'treinta y uno de marzo de dos mil dieciséis'],
    ['pt', 'outubro de dois mil e quinze', 'trinta e um de março de dois mil e dezesseis'],
    ['vi', 'tháng 10 năm 2015', '31 tháng 3, 2016'],
  ])('are words in %s', (language, month, date) => {
    expect(spoken(language, { type: 'month', year: 2015, month: 10 })).toBe(month);
    expect(spoken(language, { type: 'date', year: 2016, month: 3, day: 31 })).toBe(date);
  });

  test.each([
    [
      'ja',
      'にせんじゅうごねん',
      'せんきゅうひゃくきゅうじゅうきゅうねん',
      'にせんねん',
      'にせんよねん',
      'にせんきゅうじゅうきゅうねん',
    ],
    ['en', 'twenty fifteen', 'nineteen ninety-nine', 'two thousand', 'two thousand four', 'twenty ninety-nine'],
    ['zh-Hans', '二零一五年', '一九九九年', '二零零零年', '二零零四年', '二零九九年'],
    ['ko', '이천십오년', '천구백구십구년', '이천년', '이천사년', '이천구십구년'],
    ['es', 'dos mil quince', 'mil novecientos noventa y nueve', 'dos mil', 'dos mil cuatro', 'dos mil noventa y nueve'],
    [
      'pt',
      'dois mil e quinze',
      'mil novecentos e noventa e nove',
      'dois mil',
      'dois mil e quatro',
      'dois mil e noventa e nove',
    ],
  ])('have the years of two centuries in %s', (language, fifteen, ...words) => {
    const heard = [1999, 2000, 2004, 2099].map((year) => spoken(language, { type: 'month', year, month: 1 }));
    const january = spoken(language, { type: 'month', year: 2015, month: 1 });
    expect(heard).toEqual(words.map((year) => january.replace(fifteen, year)));
  });

  test('have a different word for every year from 1990 to 2099', () => {
    const years = Array.from({ length: 110 }, (_, index) => 1990 + index);
    for (const language of languages) {
      const heard = years.map((year) => spoken(language, { type: 'month', year, month: 1 }));
      expect(new Set(heard).size).toBe(years.length);
    }
  });

  test('have the special days and months of Japanese', () => {
    const day = (month: number, day: number) => spoken('ja', { type: 'day', month, day });
    const firstTen = [
      'ついたち',
      'ふつか',
      'みっか',
      'よっか',
      'いつか',
      'むいか',
      'なのか',
      'ようか',
      'ここのか',
      'とおか',
    ];
    expect(firstTen.map((_, index) => day(4, index + 1))).toEqual(firstTen.map((words) => `しがつ ${words}`));
    expect(day(7, 20)).toBe('しちがつ はつか');
    expect(day(9, 14)).toBe('くがつ じゅうよっか');
    expect(day(12, 29)).toBe('じゅうにがつ にじゅうくにち');
  });

  test('have the irregular June of Korean, and the ordinal first day of Spanish and Portuguese', () => {
    expect(spoken('ko', { type: 'day', month: 6, day: 1 })).toBe('유월 일일');
    expect(spoken('es', { type: 'day', month: 6, day: 1 })).toBe('primero de junio');
    expect(spoken('pt', { type: 'day', month: 6, day: 1 })).toBe('primeiro de junho');
  });
});

describe('Times', () => {
  test.each([
    ['ja', 'ごぜん くじ さんじゅっぷん', 'ごご よじ', 'ひるの じゅうにじ', 'ごぜん れいじ'],
    ['en', 'nine thirty in the morning', 'four in the afternoon', 'noon', 'just after midnight'],
    ['zh-Hans', '上午九点三十分', '下午四点', '中午十二点', '凌晨零点'],
    ['zh-Hant', '上午九點三十分', '下午四點', '中午十二點', '凌晨零點'],
    ['ko', '오전 아홉 시 삼십 분', '오후 네 시', '정오', '오전 영 시'],
    ['es', 'nueve y media de la mañana', 'cuatro de la tarde', 'doce del mediodía', 'cero horas'],
    ['pt', 'nove e meia da manhã', 'quatro horas da tarde', 'meio-dia', 'zero hora'],
    ['vi', '9:30', '16:00', '12:00', '0:00'],
  ])('are words in %s', (language, ...words) => {
    const heard = [time(9, 30), time(16, 0), time(12, 0), time(0, 0)].map((value) => spoken(language, value));
    expect(heard.map((text) => text.replace(/^0(?=\d)/, ''))).toEqual(words);
  });

  test('have the minutes of Japanese', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 45].map((minute) => spoken('ja', time(8, minute)).split(' ')[2]);
    expect(minutes.join(' ')).toBe(
      'いっぷん にふん さんぷん よんぷん ごふん ろっぷん ななふん はっぷん きゅうふん じゅっぷん よんじゅうごふん',
    );
  });

  test('two o’clock is 两点, and minutes below ten are not lost', () => {
    expect(spoken('zh-Hans', time(14, 5))).toBe('下午两点零五分');
    expect(spoken('zh-Hant', time(14, 5))).toBe('下午兩點零五分');
    expect(spoken('en', time(14, 5))).toBe('two oh five in the afternoon');
  });

  test.each([
    ['ja', 'ごぜん れいじ ごふん'],
    ['en', 'twelve oh five in the morning'],
    ['zh-Hans', '凌晨零点零五分'],
    ['zh-Hant', '凌晨零點零五分'],
    ['ko', '오전 영 시 오 분'],
    ['es', 'cero horas y cinco minutos'],
    ['pt', 'zero hora e cinco minutos'],
  ])('five past midnight belongs to the day that begins, in %s', (language, words) => {
    expect(spoken(language, time(0, 5))).toBe(words);
  });

  test('minutes agree with their number in Spanish', () => {
    expect([1, 21, 31].map((minute) => spoken('es', time(0, minute)))).toEqual([
      'cero horas y un minuto',
      'cero horas y veintiún minutos',
      'cero horas y treinta y un minutos',
    ]);
  });

  test('every minute of a day has different words', () => {
    for (const language of languages) {
      const heard = Array.from({ length: 1440 }, (_, minute) =>
        spoken(language, time(Math.floor(minute / 60), minute % 60)),
      );
      expect(new Set(heard).size).toBe(1440);
    }
  });
});

describe('Opening hours', () => {
  test.each([
    ['ja', 'げつようびから きんようびまで、 ごぜん くじ さんじゅっぷんから ごご ごじ さんじゅっぷんまで'],
    ['en', 'from Monday to Friday, from nine thirty in the morning to five thirty in the afternoon'],
    ['zh-Hans', '星期一到星期五，上午九点三十分到下午五点三十分'],
    ['zh-Hant', '星期一到星期五，上午九點三十分到下午五點三十分'],
    ['ko', '월요일부터 금요일까지, 오전 아홉 시 삼십 분부터 오후 다섯 시 삼십 분까지'],
    ['es', 'de lunes a viernes, de las nueve y media de la mañana a las cinco y media de la tarde'],
    ['pt', 'de segunda a sexta-feira, das nove e meia da manhã às cinco e meia da tarde'],
  ])('are a sentence in %s', (language, words) => {
    expect(spoken(language, { type: 'hours', weekly: week })).toBe(words);
  });

  test('name every period, and single days', () => {
    const weekly = [...week, open([6], '10:00', '12:00')];
    expect(spoken('en', { type: 'hours', weekly })).toMatch(/, and on Saturday, from ten in the morning to noon$/);
    expect(spoken('ja', { type: 'hours', weekly })).toMatch(/、 どようび、 ごぜん じゅうじから ひるの じゅうにじまで$/);
    expect(spoken('es', { type: 'hours', weekly })).toMatch(
      /, y el sábado, de las diez de la mañana a las doce del mediodía$/,
    );
    expect(spoken('pt', { type: 'hours', weekly })).toMatch(/, e no sábado, das dez horas da manhã ao meio-dia$/);
  });

  test('use the right articles for one o’clock', () => {
    const weekly = [open([1], '13:00', '13:30')];
    expect(spoken('es', { type: 'hours', weekly })).toContain('de la una de la tarde a la una y media');
    expect(spoken('pt', { type: 'hours', weekly })).toContain('da uma hora da tarde à uma e meia');
  });
});

describe('Keys', () => {
  test.each([
    ['ja', 'ゼロ イチ ナナ'],
    ['en', 'zero one seven'],
    ['zh-Hans', '零 一 七'],
    ['zh-Hant', '零 一 七'],
    ['ko', '영 일 칠'],
    ['es', 'cero uno siete'],
    ['pt', 'zero um sete'],
    ['vi', '0 1 7'],
  ])('have their names in %s', (language, names) => {
    expect(['0', '1', '7'].map((key) => spoken(language, { type: 'key', key })).join(' ')).toBe(names);
  });

  test.each(languages)('that are no digits are an error in %s', (language) => {
    for (const key of ['*', '#', ' ', '１']) {
      expect(() => spoken(language, { type: 'key', key })).toThrow(RangeError);
    }
  });
});

test('A regional tag is read by the rules of its language and script', () => {
  expect(spoken('en-GB', { type: 'key', key: '1' })).toBe('one');
  expect(spoken('zh-TW', phone('1'))).toBe('一');
  expect(spoken('zh-CN', phone('1'))).toBe('幺');
});

test('A month that does not exist is an error instead of a wrong word', () => {
  expect(() => readFact('en', { type: 'month', year: 2015, month: 13 })).toThrow(RangeError);
});
