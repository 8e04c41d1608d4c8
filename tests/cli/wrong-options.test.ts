import { parseArgs } from 'node:util';
import { expect, test } from '#jest';
import { wrongOption } from '../../src/cli/wrong-options.ts';

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

test('Any other error is not about options', () => {
  expect(wrongOption(new Error('Unknown option'))).toBeNull();
});
