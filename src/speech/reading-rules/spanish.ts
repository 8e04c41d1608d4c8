import type { OpeningHours } from '../../call/line.ts';
import { listFormat } from '../../words/formats.ts';
import { dayRuns, isDayStart, type TimeOfDay, timeOfDay } from '../../words/opening-times.ts';
import { eachDigit, type ReadingRules, word } from './reading-rules.ts';

const small = (
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete ' +
  'dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete ' +
  'veintiocho veintinueve'
).split(' ');
const tens = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];
const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];

/** Latin American Spanish. */
export const spanish: ReadingRules = {
  digits: (group) => eachDigit(group, small).join(' '),
  month: ({ year, month }) => `${word(months, month - 1)} de ${yearWords(year)}`,
  date: ({ year, month, day }) => `${dayWords(month, day)} de ${yearWords(year)}`,
  day: ({ month, day }) => dayWords(month, day),
  time: (time) => (isDayStart(time) ? 'cero horas' : timeWords(time)),
  hours: (weekly) => weekly.map(stretch).join(', y '),
  key: (key) => eachDigit(key, small).join(''),
};

/** A number from 0 to 99 in words. */
function cardinal(value: number): string {
  if (value < 30) return word(small, value);
  return word(tens, Math.floor(value / 10)) + (value % 10 === 0 ? '' : ` y ${word(small, value % 10)}`);
}

/**
 * A year from 1900 to 2099 in words. Other years can stay in digits: every engine reads digits as a quantity, and years
 * are read in that way in Spanish.
 */
function yearWords(year: number): string {
  if (year < 1900 || year > 2099) return String(year);
  return (year < 2000 ? 'mil novecientos' : 'dos mil') + (year % 100 === 0 ? '' : ` ${cardinal(year % 100)}`);
}

function dayWords(month: number, day: number): string {
  return `${day === 1 ? 'primero' : cardinal(day)} de ${word(months, month - 1)}`;
}

/** A number before a noun. A final "uno" is shortened: veintiún minutos. */
const counted = (count: number): string =>
  cardinal(count)
    .replace(/veintiuno$/, 'veintiún')
    .replace(/uno$/, 'un');

/** A time in words, without its article. The sentence has the article: "a las nueve y media de la mañana". */
function timeWords({ hour, minute }: TimeOfDay): string {
  // After a date, "doce y cinco de la noche" would be understood as the end of that day.
  if (hour === 0 && minute > 0) return `cero horas y ${counted(minute)} minuto${minute === 1 ? '' : 's'}`;
  const twelve = hour % 12 || 12;
  return (twelve === 1 ? 'una' : cardinal(twelve)) + minuteWords(minute) + partOfDay(hour, minute);
}

function minuteWords(minute: number): string {
  if (minute === 0) return '';
  if (minute === 15) return ' y cuarto';
  return minute === 30 ? ' y media' : ` y ${cardinal(minute)}`;
}

function partOfDay(hour: number, minute: number): string {
  if (minute === 0 && hour === 12) return ' del mediodía';
  if (minute === 0 && hour === 0) return ' de la noche';
  if (hour < 6) return ' de la madrugada';
  if (hour < 12) return ' de la mañana';
  return hour < 20 ? ' de la tarde' : ' de la noche';
}

function stretch({ days, opens, closes }: OpeningHours): string {
  const spoken = dayRuns(days).map(({ from, to }) =>
    from === to ? `el ${word(weekdays, from - 1)}` : `de ${word(weekdays, from - 1)} a ${word(weekdays, to - 1)}`,
  );
  const times = `de ${withArticle(timeOfDay(opens))} a ${withArticle(timeOfDay(closes))}`;
  return `${listFormat('es').format(spoken)}, ${times}`;
}

function withArticle(time: TimeOfDay): string {
  return `${time.hour % 12 === 1 ? 'la' : 'las'} ${timeWords(time)}`;
}
