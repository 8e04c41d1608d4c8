import type { OpeningHours } from '../../call/line.ts';
import { listFormat } from '../../words/formats.ts';
import { dayRuns, isDayStart, type TimeOfDay, timeOfDay } from '../../words/opening-times.ts';
import { eachDigit, type ReadingRules, word } from './reading-rules.ts';

const small = (
  'zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete ' +
  'dezoito dezenove'
).split(' ');
const tens = ['', '', 'vinte', 'trinta', 'quarenta', 'cinquenta', 'sessenta', 'setenta', 'oitenta', 'noventa'];
/** For 6, Brazilians say "meia" (half a dozen), because "seis" and "três" sound alike on the telephone. */
const phoneDigits = small.slice(0, 10).with(6, 'meia');
const months = 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ');
const weekdays = ['segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado', 'domingo'];

/** Brazilian Portuguese. */
export const portuguese: ReadingRules = {
  digits: (group) => eachDigit(group, phoneDigits).join(' '),
  month: ({ year, month }) => `${word(months, month - 1)} de ${yearWords(year)}`,
  date: ({ year, month, day }) => `${dayWords(month, day)} de ${yearWords(year)}`,
  day: ({ month, day }) => dayWords(month, day),
  time: (time) => (isDayStart(time) ? 'zero hora' : timeWords(time)),
  hours: (weekly) => weekly.map(stretch).join(', e '),
  key: (key) => eachDigit(key, small).join(''),
};

/** A number from 0 to 99 in words. */
function cardinal(value: number): string {
  if (value < 20) return word(small, value);
  return word(tens, Math.floor(value / 10)) + (value % 10 === 0 ? '' : ` e ${word(small, value % 10)}`);
}

/**
 * A year from 1900 to 2099 in words. Other years can stay in digits: every engine reads digits as a quantity, and years
 * are read in that way in Portuguese.
 */
function yearWords(year: number): string {
  if (year < 1900 || year > 2099) return String(year);
  return (year < 2000 ? 'mil novecentos' : 'dois mil') + (year % 100 === 0 ? '' : ` e ${cardinal(year % 100)}`);
}

function dayWords(month: number, day: number): string {
  return `${day === 1 ? 'primeiro' : cardinal(day)} de ${word(months, month - 1)}`;
}

/** A time in words, without its article. The sentence has the article: "às nove e meia da manhã". */
function timeWords({ hour, minute }: TimeOfDay): string {
  const minutes = minute === 0 ? '' : ` e ${minute === 30 ? 'meia' : cardinal(minute)}`;
  // After a date, "meia-noite e cinco" would be understood as the end of that day.
  if (hour === 0 && minute > 0) return `zero hora e ${cardinal(minute)} minuto${minute === 1 ? '' : 's'}`;
  if (hour % 12 === 0) return (hour === 0 ? 'meia-noite' : 'meio-dia') + minutes;
  const oClock = minute === 0 ? ` hora${hour % 12 === 1 ? '' : 's'}` : '';
  return hourWords(hour % 12) + oClock + minutes + partOfDay(hour);
}

/** An hour in words. The words for one and two are feminine. */
function hourWords(hour: number): string {
  if (hour === 1) return 'uma';
  return hour === 2 ? 'duas' : cardinal(hour);
}

function partOfDay(hour: number): string {
  if (hour < 6) return ' da madrugada';
  if (hour < 12) return ' da manhã';
  return hour < 18 ? ' da tarde' : ' da noite';
}

function stretch({ days, opens, closes }: OpeningHours): string {
  const spoken = dayRuns(days).map(({ from, to }) => (from === to ? onDay(from) : daysFromTo(from, to)));
  const [from, to] = [timeOfDay(opens), timeOfDay(closes)];
  const times = `d${article(from)} ${timeWords(from)} ${toArticle(to)} ${timeWords(to)}`;
  return `${listFormat('pt').format(spoken)}, ${times}`;
}

function onDay(day: number): string {
  return `${day > 5 ? 'no' : 'na'} ${word(weekdays, day - 1)}`;
}

/** As in "de segunda a sexta-feira", the first day loses its "feira" if the last day has one. */
function daysFromTo(from: number, to: number): string {
  const first = word(weekdays, from - 1);
  return `de ${to > 5 ? first : first.replace('-feira', '')} a ${word(weekdays, to - 1)}`;
}

function article({ hour }: TimeOfDay): 'o' | 'a' | 'as' {
  if (hour === 12) return 'o';
  return hour % 12 < 2 ? 'a' : 'as';
}

function toArticle(time: TimeOfDay): string {
  const following = article(time);
  if (following === 'o') return 'ao';
  return following === 'a' ? 'à' : 'às';
}
