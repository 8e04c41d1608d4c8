/**
 * @typedef {'weekday' | 'night' | 'sunday' | 'new-years-eve'} QuickTime
 */

/** ISO day of the week: 1 = Monday … 7 = Sunday. @param {Date} day */
const weekday = (day) => day.getUTCDay() || 7;

/**
 * The first day after `today` that is `wanted`, as `YYYY-MM-DD`. Computed in UTC, to avoid daylight saving time.
 * @param {string} today
 * @param {(day: Date) => boolean} wanted
 */
function next(today, wanted) {
  const day = new Date(`${today}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (!wanted(day));
  return day.toISOString().slice(0, 10);
}

/**
 * Times worth simulating, as local date-times such as `2026-11-24T10:00`. Each time is on the first suitable day after
 * today. The weekday is a Tuesday, Wednesday or Thursday, because these are least often public holidays.
 * @param {string} today `YYYY-MM-DD`
 * @returns {Record<QuickTime, string>}
 */
export function quickTimes(today) {
  const midweek = next(today, (day) => weekday(day) >= 2 && weekday(day) <= 4);
  return {
    weekday: `${midweek}T10:00`,
    night: `${midweek}T23:00`,
    sunday: `${next(today, (day) => weekday(day) === 7)}T10:00`,
    'new-years-eve': `${next(today, (day) => day.getUTCMonth() === 11 && day.getUTCDate() === 31)}T10:00`,
  };
}
