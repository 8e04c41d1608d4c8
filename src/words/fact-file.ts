import { z } from 'zod';
import { advise } from '../common/advice.ts';
import type { FactValue } from './segment.ts';
import { staffName } from './staff-names.ts';
import { tidyWeekly } from './weekly-hours.ts';

/** Whether a text is an existing day in the form `MM-DD`. It is tried in a leap year, so 29 February is valid. */
function isDayOfAYear(monthDay: string): boolean {
  const day = new Date(`2024-${monthDay}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === monthDay;
}

export const isoDate = z.iso.date(
  advise('write a date as YYYY-MM-DD, in quotes', '実際にある日付を"2015-10-05"のように引用符で囲んで書いてください'),
);
const monthDay = z
  .string()
  .regex(
    /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
    advise('write a day of the year as MM-DD, in quotes', '月日を"12-29"のように引用符で囲んで書いてください'),
  )
  .refine(
    isDayOfAYear,
    advise('write a day of the year as MM-DD, in quotes', '月日を"12-29"のように引用符で囲んで書いてください'),
  );
export const time = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$/,
    advise('write a time as HH:MM, in quotes', '時刻を"09:30"のように引用符で囲んで書いてください'),
  );
/** A closing time. It is 24:00 if the hours last until the end of the day. */
export const closingTime = z
  .string()
  .regex(
    /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
    advise('write a time as HH:MM, in quotes', '時刻を"09:30"のように引用符で囲んで書いてください'),
  );
const provenance = {
  name: staffName.optional(),
  /** Where the value was read. */
  source: z.string().min(1),
  checkedOn: isoDate,
  /** After this day, callers hear that the information may be out of date. */
  reviewBy: isoDate,
};

const openingHours = z
  .strictObject({ days: z.array(z.int().min(1).max(7)).min(1), opens: time, closes: closingTime })
  .refine(
    ({ opens, closes }) => opens < closes,
    advise(
      'opens must be earlier than closes; hours end at 24:00 at the latest',
      'opensをclosesより早い時刻にしてください(closesは24:00まで)',
    ),
  );

/** Maximum number of periods in one fact. The limit applies before and after tidying, which can split periods. */
const mostHours = 20;
const tooManyHours = advise('write at most 20 periods', '受付時間は20行までです。減らしてください');

/** One entry of `facts:` in `line.yaml`. */
export const factFile = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('phone'),
    value: z
      .string()
      .regex(
        /^\d+(-\d+)*$/,
        advise(
          'write a telephone number in groups, as 0570-00-0000, in quotes',
          '電話番号を"0570-00-0000"のように区切り、引用符で囲んで書いてください',
        ),
      ),
    ...provenance,
  }),
  z.strictObject({
    type: z.literal('month'),
    value: z
      .string()
      .regex(
        /^\d{4}-(0[1-9]|1[0-2])$/,
        advise('write a month as YYYY-MM, in quotes', '年月を"2015-10"のように引用符で囲んで書いてください'),
      ),
    ...provenance,
  }),
  z.strictObject({ type: z.literal('date'), value: isoDate, ...provenance }),
  z.strictObject({ type: z.literal('day'), value: monthDay, ...provenance }),
  z.strictObject({ type: z.literal('time'), value: time, ...provenance }),
  z.strictObject({
    type: z.literal('hours'),
    value: z
      .array(openingHours)
      .min(1)
      .max(mostHours, tooManyHours)
      .transform(tidyWeekly)
      .refine(({ length }) => length <= mostHours, tooManyHours),
    ...provenance,
  }),
]);
export type FactFile = z.infer<typeof factFile>;

const [first, second, third] = [0, 1, 2] as const;

/** The telephone number of a fact; null if the fact does not exist, or is not a telephone number. */
export function phoneNumberIn(facts: Readonly<Record<string, FactFile>>, name: string | undefined): string | null {
  const fact = name !== undefined && Object.hasOwn(facts, name) ? facts[name] : undefined;
  return fact?.type === 'phone' ? fact.value : null;
}

/** The value of a fact, in the form in which sentences contain it. */
export function factValue(fact: FactFile): FactValue {
  switch (fact.type) {
    case 'phone':
      return { type: 'phone', number: fact.value };
    case 'hours':
      return { type: 'hours', weekly: fact.value };
    case 'month': {
      const parts = numbers(fact.value);
      return { type: 'month', year: parts[first] ?? 0, month: parts[second] ?? 0 };
    }
    case 'date': {
      const parts = numbers(fact.value);
      return { type: 'date', year: parts[first] ?? 0, month: parts[second] ?? 0, day: parts[third] ?? 0 };
    }
    case 'day': {
      const parts = numbers(fact.value);
      return { type: 'day', month: parts[first] ?? 0, day: parts[second] ?? 0 };
    }
    case 'time': {
      const parts = numbers(fact.value);
      return { type: 'time', hour: parts[first] ?? 0, minute: parts[second] ?? 0 };
    }
  }
}

const numbers = (value: string): number[] => value.split(/[-:]/).map(Number);

/** Whether a placeholder stands for a telephone number. */
export const isPhone = (facts: Readonly<Record<string, FactFile>>, name: string): boolean =>
  phoneNumberIn(facts, name) !== null;
