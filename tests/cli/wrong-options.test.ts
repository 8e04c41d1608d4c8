import { parseArgs } from 'node:util';
import { expect, test } from '#jest';
import { readOptions, wrongOption } from '../../src/cli/wrong-options.ts';

/** What a command says about arguments that Node refuses. */
function refusal(args: string[], allowPositionals = false) {
  try {
    return parseArgs({ args, allowPositionals, options: { at: { type: 'string' }, drill: { type: 'boolean' } } });
  } catch (error) {
    return wrongOption(error);
  }
}

test.each([
  [['--foo'], '--foo というオプションはありません。', 'There is no option --foo.'],
  [['-x'], '-x というオプションはありません。', 'There is no option -x.'],
  [['--at'], '--at に値を付けてください。', 'The option --at needs a value.'],
  [['--at', '--drill'], '--at に値を付けてください。', 'The option --at needs a value.'],
  [['--drill=yes'], '--drill に値は付けられません。', 'The option --drill takes no value.'],
  [
    ['two words'],
    '「two words」が余分です。空白のある文字列は、引用符で囲んでください。',
    '"two words" is one argument too many; a text with spaces needs quotation marks.',
  ],
])('%j is refused in one sentence', (args, ja, en) => {
  expect(refusal(args)).toEqual({ ja, en });
});

test('An option that counts once is refused when it is given twice, and others may be repeated', () => {
  const options = { kind: { type: 'string' }, place: { type: 'string', multiple: true } } as const;
  const read = (...args: string[]) => readOptions({ args, options }).values;
  expect(read('--place', 'aso', '--kind', 'flood', '--place', 'uki')).toEqual({ kind: 'flood', place: ['aso', 'uki'] });
  expect(() => read('--kind', 'flood', '--kind=tsunami')).toThrow('Give --kind only once.');
});

test('Any other error is not about options', () => {
  expect(wrongOption(new Error('Unknown option'))).toBeNull();
});
