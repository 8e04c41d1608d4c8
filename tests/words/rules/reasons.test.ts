import { describe, expect, test } from '#jest';
import { formatFinding } from '../../../src/words/finding.ts';
import { readReasons } from '../../../src/words/reasons.ts';
import { findingsOf } from './findings-of.ts';

const long = 'word and '.repeat(9).trim();
const told = (...lines: readonly string[]) =>
  findingsOf(['en.yaml', '    - "Put your waste out in the morning."', lines.join('\n')])
    .filter(({ rule }) => ['T-02', 'T-14', 'W-06', 'N-04'].includes(rule))
    .map(({ rule, level, place, reason }) =>
      `${rule} ${level} ${'file' in place && place.line} ${reason ?? ''}`.trim(),
    );

describe('reasons in comments', () => {
  test('accept a warning on their own line and on the line below', () => {
    expect(told(`    - "${long}"`)).toEqual(['T-02 warning 27']);
    expect(told(`    - "${long}" # T-02: it is a name`)).toEqual(['T-02 warning 27 it is a name']);
    expect(told('    # T-02: it is a name', `    - "${long}"`)).toEqual(['T-02 warning 28 it is a name']);
  });

  test('may be several, one a line, above the same sentence', () => {
    expect(told('    # T-02: a name', '    # T-14: as it is said', `    - "${long} and and"`)).toEqual([
      'T-02 warning 29 a name',
      'T-14 warning 29 as it is said',
    ]);
  });

  test('excuse no error', () => {
    expect(told('    # N-04: it is short', '    - "There are 3 more."')).toEqual(['N-04 error 28']);
  });

  test('get a warning when there is nothing left to excuse', () => {
    expect(told('    # T-02: it was long', '    - "There is more."')).toEqual(['W-06 warning 27']);
    expect(told('    # T-02: too far away', '', `    - "${long}"`)).toEqual(['W-06 warning 27', 'T-02 warning 29']);
    expect(told('    # T-14: another rule', `    - "${long}"`)).toEqual(['W-06 warning 27', 'T-02 warning 28']);
  });

  test('for findings that only the sound can show are left to the speech report', () => {
    expect(told('    # T-01: eight seconds, one name', '    - "There is more."')).toEqual([]);
  });

  test('are read from comments, but not from texts that look like comments', () => {
    const text = 'a: "# T-02: no"\nb: |\n  # T-02: no\nc: x # no reason\nd: y # T-02: yes\n';
    expect(readReasons({ name: 'en.yaml', text })).toEqual([
      { at: { file: 'en.yaml', line: 5 }, about: 5, rule: 'T-02', reason: 'yes' },
    ]);
  });

  test('are shown with their warning', () => {
    const [finding] = findingsOf(['line.yaml', '        triedOn: "2026-01-01"', '        # none yet']);
    const line = finding ? formatFinding({ ...finding, reason: 'being tried' }, 'en') : '';
    expect(line).toMatch(/^line\.yaml:\d+ accepted D-02 .* \(being tried\)$/);
  });
});
