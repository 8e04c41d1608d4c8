import { describe, expect, test } from '#jest';
import { formatFactValue } from '../../src/words/format-fact-value.ts';
import type { FactValue } from '../../src/words/segment.ts';

const month: FactValue = { type: 'month', year: 2015, month: 10 };
const date: FactValue = { type: 'date', year: 2016, month: 3, day: 31 };
const day: FactValue = { type: 'day', month: 12, day: 29 };
const time: FactValue = { type: 'time', hour: 17, minute: 30 };
const hours: FactValue = { type: 'hours', weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:30', closes: '17:30' }] };

describe('A reader sees', () => {
  test('phone numbers and keys as they are dialled', () => {
    expect(formatFactValue('ko', { type: 'phone', number: '0570-00-0000' })).toBe('0570-00-0000');
    expect(formatFactValue('ja', { type: 'key', key: '6' })).toBe('6');
  });

  test.each([
    ['ja', '2015年10月', '2016年3月31日', '12月29日', '午後5時30分'],
    ['en', 'October 2015', '31 March 2016', '29 December', '5:30 p.m.'],
    ['zh-Hans', '2015年10月', '2016年3月31日', '12月29日', '17:30'],
    ['zh-Hant', '2015年10月', '2016年3月31日', '12月29日', '17:30'],
    ['ko', '2015년 10월', '2016년 3월 31일', '12월 29일', '오후 5:30'],
    ['es', 'octubre de 2015', '31 de marzo de 2016', '29 de diciembre', '17:30'],
    ['pt', 'outubro de 2015', '31 de março de 2016', '29 de dezembro', '17:30'],
    ['vi', 'tháng 10 năm 2015', '31 tháng 3, 2016', '29 tháng 12', '17:30'],
  ])('dates and times in the style of %s', (language, ...shown) => {
    expect([month, date, day, time].map((value) => formatFactValue(language, value))).toEqual(shown);
  });

  test.each([
    ['ja', '月曜日から金曜日まで、午前9時30分から午後5時30分まで'],
    ['en', 'Monday to Friday, 9:30 a.m. to 5:30 p.m.'],
    ['zh-Hans', '星期一至星期五 9:30至17:30'],
    ['zh-Hant', '星期一至星期五 9:30至17:30'],
    ['ko', '월요일부터 금요일까지, 오전 9:30부터 오후 5:30까지'],
    ['es', 'de lunes a viernes, de 9:30 a 17:30'],
    ['pt', 'de segunda-feira a sexta-feira, das 9:30 às 17:30'],
    ['vi', 'từ Thứ Hai đến Thứ Sáu, từ 9:30 đến 17:30'],
    ['id', 'Senin sampai Jumat, pukul 9.30 sampai 17.30'],
    // There is no dash between the days, because nobody would hear it.
    ['uk', 'понеділок, вівторок, середа, четвер і пʼятниця, 9:30 – 17:30'],
  ])('opening hours in the style of %s', (language, shown) => {
    expect(formatFactValue(language, hours)).toBe(shown);
  });

  test.each([
    ['th', 'ตุลาคม 2015'],
    ['fa', 'اکتبر ۲۰۱۵'],
  ])('the Western year in %s, although the usual calendar there counts years differently', (language, shown) => {
    expect(formatFactValue(language, month)).toBe(shown);
  });

  test('several periods, single days, noon and midnight', () => {
    const value: FactValue = {
      type: 'hours',
      weekly: [
        { days: [1, 2, 4], opens: '09:00', closes: '12:00' },
        { days: [6, 7], opens: '13:05', closes: '24:00' },
      ],
    };
    expect(formatFactValue('en', value)).toBe(
      'Monday, Tuesday, and Thursday, 9:00 a.m. to noon; Saturday and Sunday, 1:05 p.m. to midnight',
    );
    expect(formatFactValue('ja', { type: 'time', hour: 12, minute: 0 })).toBe('正午');
  });

  test('29 February, although not every year has it', () => {
    expect(formatFactValue('en', { type: 'day', month: 2, day: 29 })).toBe('29 February');
  });
});
