import { parseArgs } from 'node:util';
import { cleanUp, expect, test } from '#jest';
import { readOptions, refuseOptions, wrongOption } from '../../src/cli/wrong-options.ts';

/** What a command says about arguments that `parseArgs` of Node refuses. */
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

test('An option is refused if it is given twice, unless it may be repeated', () => {
  const options = { kind: { type: 'string' }, place: { type: 'string', multiple: true } } as const;
  const read = (...args: string[]) => readOptions({ args, options }).values;
  expect(read('--place', 'aso', '--kind', 'flood', '--place', 'uki')).toEqual({ kind: 'flood', place: ['aso', 'uki'] });
  expect(() => read('--kind', 'flood', '--kind=tsunami')).toThrow('Give --kind only once.');
});

test('The command refuses to go on if npm has taken an option because -- was forgotten before it', () => {
  const options = { drill: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  // npm has this option too, so it does not count.
  process.env.npm_config_json = 'true';
  process.env.npm_config_drill = 'true';
  cleanUp(() => {
    delete process.env.npm_config_json;
    delete process.env.npm_config_drill;
  });
  expect(() => readOptions({ args: ['off'], allowPositionals: true, options })).toThrow(
    /^--drill did not arrive; write -- before the arguments: npm run \S+ -- … --drill$/,
  );
  delete process.env.npm_config_drill;
  expect(readOptions({ args: ['off'], allowPositionals: true, options }).positionals).toEqual(['off']);
});

test('A command without options refuses an option, even in place of a folder or a name', () => {
  expect(() => refuseOptions(['--json'])).toThrow('There is no option --json.');
  expect(() => refuseOptions(['ja', '-x'])).toThrow('There is no option -x.');
  refuseOptions(['prompts', 'welcome', '-']);
});

test('No other error counts as a wrong option', () => {
  expect(wrongOption(new Error('Unknown option'))).toBeNull();
});
