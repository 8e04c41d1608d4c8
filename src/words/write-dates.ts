import type { LanguageTag } from '../call/line.ts';
import type { DatedHours } from './dated-hours.ts';
import { formatDays } from './format-fact-value.ts';

/** The words before the days of an exception, by language. The Japanese words have readings. */
const marks = new Map<string, Readonly<Record<DatedHours['kind'], string>>>([
  ['en', { closed: 'Closed: ', open: 'Also open: ' }],
  ['ja', { closed: '{休|やす}み: ', open: '{電話|でんわ}が できる {日|ひ}: ' }],
  ['ko', { closed: '휴무: ', open: '추가 운영: ' }],
  ['es', { closed: 'Cerrado: ', open: 'También abierto: ' }],
  ['pt', { closed: 'Fechado: ', open: 'Também aberto: ' }],
  ['vi', { closed: 'Nghỉ: ', open: 'Mở cửa thêm: ' }],
]);
const chinese = {
  Hans: { closed: '停止服务：', open: '增加服务时间：' },
  Hant: { closed: '停止服務：', open: '增加服務時間：' },
} as const;

/** Signs that everybody in Japan knows, for a language that has no words in `marks`. */
const signs = { closed: '× ', open: '○ ' } as const;

/** Writes an exception as residents read it: `Closed: 29 December 2026 – 3 January 2027`. */
export function writeDates(language: LanguageTag, dates: DatedHours): string {
  const { language: base, script } = new Intl.Locale(language).maximize();
  const own = base === 'zh' ? chinese[script === 'Hant' ? 'Hant' : 'Hans'] : (marks.get(base) ?? signs);
  return own[dates.kind] + formatDays(language, dates);
}
