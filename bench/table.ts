/** The results of one group. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table, such as whether a value meets its target. */
  readonly notes: readonly string[];
}

/** A table as Markdown. */
export function toMarkdown({ title, head, rows, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [`## ${title}\n`, line(head), line(rule), ...rows.map(line), '', ...notes.map((note) => `- ${note}`), ''].join(
    '\n',
  );
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A number without decimals, with thousands separators; a dash if nothing could be measured. */
export const whole = (value: number): string => (Number.isFinite(value) ? number.format(value) : '–');

/** A number with a fixed number of decimals; a dash if nothing could be measured. */
export const decimal = (value: number, digits = 1): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** A sentence that compares a measured value with its target. A missed target is no error, because machines differ. */
export function verdict(what: string, value: number, bound: 'at least' | 'at most', target: number, unit = ''): string {
  const isMet = bound === 'at least' ? value >= target : value <= target;
  return `${what}: **${decimal(value, 2)}**${unit && ` ${unit}`}, target ${bound} ${target}${unit && ` ${unit}`}: ${isMet ? 'met' : 'MISSED'}`;
}
