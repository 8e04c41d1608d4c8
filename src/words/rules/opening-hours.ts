import { datesClashes } from '../dated-hours.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { lastHolidayYear } from '../holidays.ts';
import { hoursClashes } from '../weekly-hours.ts';

/** D-05: opening hours with periods that overlap. Callers would hear two answers for the same time of a day. */
export function clashingHours({ line }: Draft): Finding[] {
  return Object.entries(line.facts).flatMap(([name, fact]) =>
    fact.type === 'hours'
      ? hoursClashes(fact.value).map(({ kind, earlier, later }): Finding => {
          const [one, other] = [earlier + 1, later + 1];
          const isRepeat = kind === 'repeat';
          return {
            rule: 'D-05',
            level: 'error',
            place: { path: ['facts', name, 'value', later] },
            ja: isRepeat
              ? `「${name}」の${other}番目の時間は、${one}番目にもう入っています。消してください。`
              : `「${name}」の${one}番目と${other}番目の時間が重なっています。一日の同じ時間は一度だけ書いてください。`,
            en: isRepeat
              ? `Period ${other} of "${name}" lies within period ${one}; delete it.`
              : `Periods ${one} and ${other} of "${name}" overlap; write each time of a day once.`,
          };
        })
      : [],
  );
}

/**
 * D-07: a destination closes on public holidays, but its hours may be used longer than the holidays are known. This is
 * the case if the review date of the hours, or today, is in the last known year or later. On unknown holidays, callers
 * would be transferred to a closed office.
 */
export function unknownHolidays({ line }: Draft, today: string): Finding[] {
  const names = new Set(
    line.destinations.flatMap(({ hours, closed }) =>
      hours !== undefined && closed?.holidays === 'japan' ? [hours] : [],
    ),
  );
  return [...names].flatMap((name): Finding[] => {
    const fact = line.facts[name];
    const until = fact && (fact.reviewBy > today ? fact.reviewBy : today);
    if (until === undefined || until < `${lastHolidayYear}-01-01`) return [];
    return [
      {
        rule: 'D-07',
        level: 'warning',
        place: { path: ['facts', name, 'reviewBy'] },
        ja: `日本の祝日は${lastHolidayYear}年までしか分かりません。「${name}」の見直し期限を早めるか、祝日のデータを新しくするよう技術担当者に頼んでください。`,
        en: `Japan's public holidays are known until ${lastHolidayYear} only; choose an earlier review date for "${name}", or ask the technician for newer data on holidays.`,
      },
    ];
  });
}

/**
 * D-09: a problem with exceptions (`dates`). Two of them overlap, the reason of one does not exist, or they have no
 * effect because the usual hours are not known. Exceptions in the past are not checked.
 */
export function clashingDates({ line }: Draft, today: string): Finding[] {
  return line.destinations.flatMap(({ id, hours, dates = [] }, destination): Finding[] => {
    const path = ['destinations', destination, 'dates'];
    const toCome = dates.map(({ from, to = from }) => to >= today);
    if (hours === undefined && toCome.includes(true)) {
      return [
        {
          rule: 'D-09',
          level: 'error',
          place: { path },
          ja: `転送先「${id}」は受付時間が分からないので、日を決めた休みと臨時の受付は使えません。受付時間を選んでください。`,
          en: `The opening hours of destination "${id}" are not known, so its dates have no effect; choose its hours.`,
        },
      ];
    }
    const known = new Set((line.closures ?? []).map((each) => each.id));
    const unknown = dates.flatMap(({ reason }, index): Finding[] =>
      reason === undefined || known.has(reason) || !toCome[index]
        ? []
        : [
            {
              rule: 'D-09',
              level: 'error',
              place: { path: [...path, index] },
              ja: `転送先「${id}」の${index + 1}番目の休みの理由「${reason}」がありません。理由を選びなおしてください。`,
              en: `The reason "${reason}" of date ${index + 1} of destination "${id}" does not exist; choose another one.`,
            },
          ],
    );
    const clashes = datesClashes(dates)
      .filter(({ earlier, later }) => toCome[earlier] && toCome[later])
      .map(
        ({ earlier, later }): Finding => ({
          rule: 'D-09',
          level: 'error',
          place: { path: [...path, later] },
          ja: `転送先「${id}」の日を決めた休みと受付のうち、${earlier + 1}番目と${later + 1}番目が同じ日の同じ時間です。一つにしてください。`,
          en: `Dates ${earlier + 1} and ${later + 1} of destination "${id}" are for the same time of the same day; keep one of them.`,
        }),
      );
    return [...unknown, ...clashes];
  });
}
