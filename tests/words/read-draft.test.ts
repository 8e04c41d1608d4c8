import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { readDraft } from '../../src/words/draft.ts';
import { type Finding, PromptsError } from '../../src/words/finding.ts';
import { lineFile } from '../../src/words/line-file.ts';
import { formatPlace } from '../../src/words/place.ts';
import { maxFiles, PromptFolderError, readPromptFiles } from '../../src/words/prompt-files.ts';
import type { NamedText } from '../../src/words/read-yaml.ts';
import { schemaProblems } from '../../src/words/schema-problem.ts';
import { type Change, fixtureDraft, fixtureFiles } from '../support/draft-fixture.ts';

function refusal(files: readonly NamedText[]): readonly Finding[] {
  try {
    readDraft(files);
  } catch (error) {
    if (error instanceof PromptsError) return error.findings;
    throw error;
  }
  return [];
}

const refused = (...changes: readonly Change[]): readonly Finding[] => refusal(fixtureFiles(...changes));
const places = (findings: readonly Finding[]): string[] => findings.map(({ place }) => formatPlace(place));

/** The paths of all values inside an object or array, at any depth. */
const pathsOf = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => [[key], ...pathsOf(each).map((path) => [key, ...path])])
    : [];

describe('reading the prompts folder', () => {
  test('gives the line, the words of each language, and their places', () => {
    const { line, words, sourceLineOf } = fixtureDraft();
    expect(line.languages.map(({ tag }) => tag)).toEqual(['en', 'zh-Hans', 'ja']);
    expect(sourceLineOf({ path: ['destinations', 0, 'hours'] })).toEqual({ file: 'line.yaml', line: 42 });
    expect(sourceLineOf({ path: ['destinations', 0, 'nowhere', 3] }).line).toBe(
      sourceLineOf({ path: ['destinations', 0] }).line,
    );
    expect(sourceLineOf({ path: ['nowhere'] }).line).toBe(1);
    expect(words.get('en')?.prompts.greeting).toEqual(['This is the waste line.']);
    expect(sourceLineOf({ language: 'en', prompt: 'days.which', sentence: 1 })).toEqual({ file: 'en.yaml', line: 27 });
    expect(sourceLineOf({ language: 'en', prompt: 'days.which' }).line).toBe(25);
  });

  test('ignores files that are not YAML', () => {
    const others = [
      { name: 'README.md', text: 'How to change the words.' },
      { name: 'translations.lock.json', text: '{}' },
    ];
    expect(refusal([...fixtureFiles(), ...others])).toEqual([]);
  });

  test('accepts a byte order mark and the line ends of Windows', () => {
    const files = fixtureFiles().map(({ name, text }) => ({ name, text: `\uFEFF${text.replaceAll('\n', '\r\n')}` }));
    expect(readDraft(files).sourceLineOf({ language: 'en', prompt: 'days.which', sentence: 1 }).line).toBe(27);
  });
});

describe('text that is not YAML is reported with its line and with advice', () => {
  test.each([
    ['a tab', ['en.yaml', '    - "This changes', '\t- "This changes'], 26, 'use spaces'],
    ['a key that appears twice', ['en.yaml', '  goodbye:', '  limit:'], 21, '"limit" appears twice'],
    ['an open quote at the end', ['en.yaml', '{{closedTo}}."', '{{closedTo}}.'], 33, 'is not closed'],
    ['an open quote', ['en.yaml', 'corner of the street."]', 'corner of the street.]'], 28, 'is not closed'],
    ['a text with a colon', ['en.yaml', '"Put your waste out in the morning."', 'Waste: out: now'], 27, 'in quotes'],
    [
      'a text that begins with a placeholder',
      ['en.yaml', '"Put your waste out in the morning."', '{{firstDay}} it is'],
      27,
      'in quotes',
    ],
    [
      'a text that is only a placeholder',
      ['en.yaml', '"Put your waste out in the morning."', '{{firstDay}}'],
      27,
      'in quotes',
    ],
    [
      'a text that begins with an asterisk',
      ['en.yaml', '"Put your waste out in the morning."', '*later'],
      27,
      'in quotes',
    ],
    [
      'a text that begins with an exclamation mark',
      ['en.yaml', '"Put your waste out in the morning."', '!now it is'],
      27,
      'in quotes',
    ],
    ['a second document', ['en.yaml', '  place.where:', '---\n  place.where:'], 28, '"---"'],
    ['lines that are not aligned', ['en.yaml', '  place.where:', ' place.where:'], 28, 'indentation'],
  ] as const)('%s', (_, change, line, advice) => {
    const findings = refused(change);
    expect(findings[0]).toMatchObject({ rule: 'FILE', level: 'error', place: { file: 'en.yaml', line } });
    expect(findings[0]?.en).toContain(advice);
    expect(findings[0]?.ja).toMatch(/ください。?/);
  });
});

describe('wrong values are reported with their line and with advice', () => {
  test.each([
    [
      'an unknown key',
      ['line.yaml', 'timeZone: Asia/Tokyo', 'timeZone: Asia/Tokyo\ntimezone: Asia/Tokyo'],
      3,
      'There is no "timezone" here',
    ],
    [
      'a key without quotes',
      ['line.yaml', 'key: "3"', 'key: 3'],
      21,
      '"languages.3.key" is not written as it should be; write it as text, in quotes',
    ],
    [
      'a key that is a command',
      ['line.yaml', 'key: "2"\n    parts', 'key: "7"\n    parts'],
      31,
      '7, 8, 9 and 0 are commands',
    ],
    ['a telephone number without quotes', ['line.yaml', '"03-0000-0000"', '300000000'], 47, 'in quotes'],
    ['a dialled number without quotes', ['line.yaml', '"+81300000000"', '81300000000'], 39, 'in quotes'],
    ['a day that does not exist', ['line.yaml', '"2026-04-01"', '"2026-04-31"'], 56, 'write a date as YYYY-MM-DD'],
    ['a date in another order', ['line.yaml', '"2026-04-01"', '"1.4.2026"'], 56, 'write a date as YYYY-MM-DD'],
    ['a missing setting', ['line.yaml', 'transfersPerHour: 10\n', ''], 1, '"transfersPerHour" is missing'],
    [
      'a fact of an unknown type',
      ['line.yaml', 'type: hours', 'type: times'],
      49,
      'phone, month, date, day, time, hours',
    ],
    [
      'hours that end before they begin',
      ['line.yaml', 'opens: "09:00", closes: "17:00"', 'opens: "17:00", closes: "09:00"'],
      50,
      'opens must be earlier than closes',
    ],
    ['a time zone that does not exist', ['line.yaml', 'Asia/Tokyo', 'Asia/Kumamoto'], 2, 'use an IANA name'],
    [
      'a sentence that is not in a list',
      ['en.yaml', '["There is more."]', 'There is more.'],
      13,
      'each entry on a line of its own',
    ],
    ['an empty prompt', ['en.yaml', '["There is more."]', '[]'], 13, 'is empty'],
    ['a prompt without a value', ['en.yaml', '["There is more."]', ''], 13, 'is empty'],
    ['a sentence that is a number', ['en.yaml', '"There is more."', '110'], 13, 'write it as text, in quotes'],
    ['"reviewed" with a word', ['en.yaml', 'reviewed: true', 'reviewed: yes'], 2, 'write true or false'],
  ] as const)('%s', (_, change, line, advice) => {
    const findings = refused(change);
    expect(places(findings)).toEqual([`${change[0]}:${line}`]);
    expect(findings[0]?.en).toContain(advice);
    // Advice without its own Japanese wording would send staff to the README.
    expect(findings[0]?.ja).not.toContain('README');
  });

  test.each<[string, string]>([
    ['tag: en', 'tag: EN'],
    ['parts: [days.which]', 'parts: [days]'],
    ['hours: officeHours', 'hours: officeHours\n    dates: [{ kind: open, from: "2026-01-01", reason: rain }]'],
    ['hours: officeHours', 'hours: officeHours\n    dates: [{ kind: open, from: "2026-01-02", to: "2026-01-01" }]'],
    ['hours: officeHours', 'hours: officeHours\n    dates: [{ kind: open, from: "2026-01-02", begins: "09:00" }]'],
    [
      'hours: officeHours',
      `hours: officeHours\n    dates: [{ kind: open, from: "2026-01-02", begins: "09:00", ends: "08:00" }]`,
    ],
    ['hours: officeHours', `hours: officeHours\n    dates: [${'{ kind: open, from: "2026-01-02" },'.repeat(61)}]`],
    ['facts:', `closures: [${'{ id: rain, name: { ja: 雨, en: rain } },'.repeat(21)}]\nfacts:`],
    ['facts:', 'leaflet: { addresses: [{ names: { ja: 役所 }, url: www }] }\nfacts:'],
    ['opens: "09:00"', 'opens: "18:00"'],
    ['timeZone: Asia/Tokyo', 'timeZone: Tokyo'],
    ['days: [1, 2, 3, 4, 5]', 'days: [1, 9]'],
    ['transfersPerHour: 10', 'transfersPerHour: -1'],
    [
      'hours: officeHours',
      `hours: officeHours\n    dates: [{ kind: closed, from: "2026-01-01", reason: ${'r'.repeat(41)} }]`,
    ],
  ])('with advice in Japanese too: %s', (from, to) => {
    const [{ ja = '', en = '' } = {}] = refused(['line.yaml', from, to]);
    expect(en).toMatch(/is not right; /);
    expect(ja).toContain('が正しくありません。');
  });

  test.each([
    [
      'dates: [{ kind: shut, from: "2026-01-01" }]',
      '「destinations.1.dates.1.kind」は使えない値です。次のどれかにしてください:closed, open。',
    ],
    [
      'dates: [{ kind: open, from: "2026-01-01", reason: 5 }]',
      '「destinations.1.dates.1.reason」の書き方が違います。引用符で囲んで書いてください。',
    ],
  ])('with a complete sentence in Japanese: %s', (dates, ja) => {
    expect(refused(['line.yaml', 'hours: officeHours', `hours: officeHours\n    ${dates}`])).toMatchObject([{ ja }]);
  });

  test('without a message of the schema library in Japanese, for odd values at every path', () => {
    const { line } = fixtureDraft([
      'line.yaml',
      'hours: officeHours\n    closed:',
      `hours: officeHours
    dates: [{ kind: closed, from: "2026-01-01", to: "2026-01-02", begins: "09:00", ends: "10:00", reason: rain }]
    closed:
      holidays: japan`,
    ]);
    const odd = [-1, 1.5, 1e30, true, 'x'.repeat(2000), ['x'], { x: 1 }];
    const told = pathsOf(line).flatMap((path) =>
      odd.flatMap((value) => {
        const changed = structuredClone(line);
        const parent: object = path.slice(0, -1).reduce((each: object, key) => Reflect.get(each, key), changed);
        Reflect.set(parent, path.at(-1) ?? '', value);
        return schemaProblems(lineFile.safeParse(changed).error?.issues ?? [], changed).map(({ ja }) => ja);
      }),
    );
    expect(told.length).toBeGreaterThan(500);
    expect(told.filter((ja) => /README|[A-Za-z]+ [a-z]+ [a-z]+/.test(ja))).toEqual([]);
  });

  test('each unknown key on its own line', () => {
    expect(places(refused(['en.yaml', 'reviewed: true', 'reviewed: true\nauthor: me\nstate: new']))).toEqual([
      'en.yaml:3',
      'en.yaml:4',
    ]);
  });

  test('an empty file', () => {
    const files = fixtureFiles().map((file) => (file.name === 'en.yaml' ? { ...file, text: '' } : file));
    expect(refusal(files)).toMatchObject([
      { place: { file: 'en.yaml', line: 1 }, en: 'This file is empty; write something there.' },
    ]);
  });
});

describe('files', () => {
  test('are not read from a folder with too many of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kotozute-many-'));
    const names = Array.from({ length: maxFiles + 1 }, (_, index) => `${index}.yaml`);
    await Promise.all(names.map((name) => writeFile(join(folder, name), '')));
    await expect(readPromptFiles(folder)).rejects.toThrow(
      new PromptFolderError(
        `There are too many YAML files in the folder "${folder}" (at most 60); name the folder with the words of this line alone.`,
      ),
    );
    await rm(folder, { recursive: true });
  });

  test('of a language are reported when they are missing', () => {
    const findings = refusal(fixtureFiles().filter(({ name }) => name !== 'en.yaml'));
    expect(findings).toMatchObject([
      { place: { file: 'en.yaml' }, en: expect.stringContaining('"en.yaml" is missing') },
    ]);
  });

  test('are not checked if line.yaml is missing', () => {
    expect(places(refusal(fixtureFiles().filter(({ name }) => name !== 'line.yaml')))).toEqual(['line.yaml:1']);
  });

  test('must have the name of their language', () => {
    const [finding, ...others] = refused(['en.yaml', 'language: en', 'language: vi']);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ place: { file: 'en.yaml', line: 1 } });
    expect(finding?.en).toContain('call it "vi.yaml", or correct its language');
  });

  test('must belong to a language of the line', () => {
    const vietnamese = {
      name: 'vi.yaml',
      text: 'language: vi\nreviewed: false\nprompts: { greeting: ["Xin chào."] }\n',
    };
    expect(refusal([...fixtureFiles(), vietnamese])).toMatchObject([
      { place: { file: 'vi.yaml' }, en: expect.stringContaining('not a language of line.yaml') },
    ]);
  });

  test('must have names that end in .yaml', () => {
    const files = fixtureFiles().map((file) => (file.name === 'en.yaml' ? { ...file, name: 'en.yml' } : file));
    expect(refusal(files).map(({ place, en }) => `${formatPlace(place)} ${en}`)).toEqual([
      'en.yml:1 The name must end in ".yaml"; call the file "en.yaml".',
    ]);
  });

  test('are reported with all their problems at once', () => {
    const findings = refused(
      ['line.yaml', 'transfersPerHour: 10', 'transfersPerHour: many'],
      ['line.yaml', 'key: "3"', 'key: three'],
      ['en.yaml', '    - "This changes', '\t- "This changes'],
      ['zh-Hans.yaml', 'reviewed: true', 'reviewed: 1'],
    );
    expect(places(findings)).toEqual(['line.yaml:6', 'line.yaml:21', 'en.yaml:26', 'zh-Hans.yaml:2']);
  });

  test('are all named in the message of the error', () => {
    const findings = refused(['en.yaml', 'reviewed: true', 'reviewed: 1'], ['line.yaml', 'key: "3"', 'key: three']);
    const { message } = new PromptsError(findings);
    expect(message).toContain('en.yaml:2 error FILE');
    expect(message).toContain('line.yaml:21 error FILE');
  });
});
