import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { type DateProblem, dateProblems, isInFuture, isSwapped } from '../value-dates.ts';

const wrongDates: Readonly<
  Record<DateProblem, { rule: string; field: string; ja: (name: string) => string; en: (name: string) => string }>
> = {
  'in-the-future': {
    rule: 'D-03',
    field: 'checkedOn',
    ja: (name) => `「${name}」を確かめた日が、まだ来ていません。今日か、それより前の日にしてください。`,
    en: (name) => `The day on which "${name}" was checked has not come yet; write today or an earlier day.`,
  },
  'review-before-check': {
    rule: 'D-04',
    field: 'reviewBy',
    ja: (name) =>
      `「${name}」の見直し期限が、確かめた日より前です。確かめた日より後の日にするか、期限の過ぎた値を残す理由を書いてください。`,
    en: (name) =>
      `The review date of "${name}" is before the day on which it was checked; choose a later one, or give the reason for keeping an expired value.`,
  },
};

/**
 * D-03: the day on which a value was checked, or a number was tried, is in the future. It is only a warning, because
 * the clock of the machine may be wrong, and the line must start nevertheless.
 * D-04: the review date of a value is before the day on which the value was checked. It is only a warning, because an
 * expired value may be kept on purpose.
 */
export function valueDates({ line }: Draft, today: string): Finding[] {
  const facts = Object.entries(line.facts).flatMap(([name, fact]) =>
    dateProblems(fact, today).map((problem): Finding => {
      const { rule, field, ja, en } = wrongDates[problem];
      return { rule, level: 'warning', place: { path: ['facts', name, field] }, ja: ja(name), en: en(name) };
    }),
  );
  const dials = line.destinations.flatMap(({ id, dials: all }, destination) =>
    all.flatMap(({ number, triedOn }, dial): Finding[] =>
      triedOn !== undefined && isInFuture(triedOn, today)
        ? [
            {
              rule: 'D-03',
              level: 'warning',
              place: { path: ['destinations', destination, 'dials', dial, 'triedOn'] },
              ja: `転送先「${id}」の「${number}」を試した日が、まだ来ていません。この電話から実際につながった日にしてください。`,
              en: `The day on which "${number}" of destination "${id}" was tried has not come yet; write the day on which somebody was reached there through the line.`,
            },
          ]
        : [],
    ),
  );
  return [...facts, ...dials];
}

/** D-08: a destination is closed for more than half of every year. The first and the last day are probably swapped. */
export function swappedClosures({ line }: Draft): Finding[] {
  const dayOf = (name: string) => {
    const fact = line.facts[name];
    return fact?.type === 'day' ? fact.value : null;
  };
  return line.destinations.flatMap(({ id, closed }, destination) =>
    (closed?.eachYear ?? []).flatMap(({ from, to }, pair): Finding[] => {
      const [first, last] = [dayOf(from), dayOf(to)];
      if (first === null || last === null || !isSwapped(first, last)) return [];
      return [
        {
          rule: 'D-08',
          level: 'error',
          place: { path: ['destinations', destination, 'closed', 'eachYear', pair] },
          ja: `転送先「${id}」は毎年${first}から${last}まで、半年より長く休みになります。始まりの日と終わりの日を確かめてください。`,
          en: `Destination "${id}" would be closed every year from ${first} to ${last}, more than half of it; make sure which is the first day of the closure and which the last.`,
        },
      ];
    }),
  );
}
