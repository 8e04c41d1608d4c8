import type { ChangedValue } from '../../office/editions/compare-contents.ts';
import { hasText } from '../texts/texts.ts';
import type { Visitor } from '../visitor.ts';

/** What stands after one of these is a name that the office gave, and not ours to translate. */
const named: ReadonlySet<string> = new Set([
  'languages',
  'topics',
  'destinations',
  'facts',
  'kinds',
  'places',
  'actions',
]);

/**
 * How staff call a value that all languages share.
 * @param path as `compareContents` writes it, such as `destinations.office.hours`
 */
export function nameOfValue({ t }: Pick<Visitor, 't'>, path: string): string {
  const parts = path.split('.');
  const show = (part: string, index: number): string => {
    if (named.has(parts[index - 1] ?? '')) return part;
    if (/^\d+$/.test(part)) return String(Number(part) + 1);
    return hasText(`values.${part}`) ? t(`values.${part}`) : part;
  };
  return parts.map(show).join(' › ');
}

/** In which language a value is written; null for numbers, dates and names of things. */
function languageOf(path: string): string | null {
  const [last = '', above = '', before] = path.split('.').toReversed();
  if (last === 'name' && before === 'languages') return above;
  return ['name', 'names', 'address'].includes(above) ? last : null;
}

/** Changed values as views show them. */
export const showValues = (visitor: Pick<Visitor, 't'>, values: readonly ChangedValue[]) =>
  values.map(({ path, before, after }) => ({
    name: nameOfValue(visitor, path),
    language: languageOf(path),
    before,
    after,
  }));
