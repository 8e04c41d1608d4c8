import holidays from '@holiday-jp/holiday_jp';

/**
 * Japan's public holidays and substitute holidays as ISO dates. They cover all years that the library knows (1970 to
 * 2050).
 */
export const japaneseHolidays = (): readonly string[] => Object.keys(holidays.holidays);

/** The last year whose holidays are known. */
export const lastHolidayYear = Math.max(...japaneseHolidays().map((date) => Number(date.slice(0, 4))));
