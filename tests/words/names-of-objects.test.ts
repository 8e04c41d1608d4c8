import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { factKind } from '../../src/console/facts/fact-kind.ts';
import { checkText } from '../../src/office/drafts/check-text.ts';
import { toDraftContent } from '../../src/office/drafts/draft-content.ts';
import type { DraftNow } from '../../src/office/drafts/draft-desk.ts';
import { toDraft } from '../../src/office/drafts/to-draft.ts';
import { contentOf } from '../../src/office/editions/edition-content.ts';
import { withoutPrototypes } from '../../src/words/by-name.ts';
import { checkDraft } from '../../src/words/check-draft.ts';
import { type Draft, languageFile } from '../../src/words/draft.ts';
import { PromptsError } from '../../src/words/finding.ts';
import { lineFile } from '../../src/words/line-file.ts';
import { createWords } from '../../src/words/words.ts';
import { type Change, fixtureDraft } from '../support/draft-fixture.ts';
import { byFolder, morning } from '../support/small-office.ts';

/** The names of all properties that every ordinary object inherits, such as `constructor` and `__proto__`. */
const names = [...Object.getOwnPropertyNames(Object.prototype), '__proto__'];
const identifiers = names.filter((name) => /^[a-z][A-Za-z]*$/.test(name));

/** The findings about the made-up line after some changes, in both languages. */
function told(...changes: readonly Change[]): string[] {
  try {
    return checkDraft(fixtureDraft(...changes)).map(({ ja, en }) => `${en} ${ja}`);
  } catch (error) {
    if (!(error instanceof PromptsError)) throw error;
    return error.findings.map(({ ja, en }) => `${en} ${ja}`);
  }
}

describe('A name that every object has', () => {
  test.each([
    ['a prompt', (name: string): Change => ['en.yaml', '  goodbye:', `  ${name}: ["It is here."]\n  goodbye:`]],
    [
      'a fact',
      (name: string): Change => [
        'line.yaml',
        'facts:\n',
        `facts:\n  ${name}: { type: day, value: "12-29", source: made up, checkedOn: "2026-01-01", reviewBy: "2027-01-01" }\n`,
      ],
    ],
    ['a key of a file', (name: string): Change => ['line.yaml', 'timeZone:', `${name}: 1\ntimeZone:`]],
    [
      'a key inside another',
      (name: string): Change => ['line.yaml', 'name: { ja: ごみ', `name: { ${name}: 1, ja: ごみ`],
    ],
    ['a key of a language’s file', (name: string): Change => ['en.yaml', 'reviewed:', `${name}: 1\nreviewed:`]],
  ])('is refused as %s, with one finding that contains the name', (_what, change) => {
    for (const name of names) {
      const [sentence, ...others] = told(change(name));
      expect(others).toEqual([]);
      expect(sentence).toContain(`"${name}" is reserved by the program`);
      expect(sentence).toContain(`「${name}」という名前は使えません`);
    }
  });

  test.each([
    ['a topic', 'id: days'],
    ['a destination', '- id: office'],
  ])('is refused as the id of %s', (_what, from) => {
    for (const name of identifiers.map((each) => each.toLowerCase()).filter((each) => each in {})) {
      expect(told(['line.yaml', from, from.replace(/\w+$/, name)]).join('\n')).toMatch(/choose another name/);
    }
  });

  test('is refused as a language, as a fact of a destination and as the default destination', () => {
    for (const name of identifiers) {
      expect(told(['en.yaml', 'language: en', `language: ${name}`]).join()).toContain(`"${name}"`);
      expect(told(['line.yaml', 'hours: officeHours', `hours: ${name}`]).join()).toContain(`"${name}"`);
      expect(told(['line.yaml', 'number: officeNumber', `number: ${name}`]).join()).toContain(`"${name}"`);
      const said = told(['line.yaml', 'defaultDestination: office', `defaultDestination: ${name}`]).join();
      expect(said).toMatch(/defaultDestination|default destination/);
    }
  });

  test('is refused as a placeholder', () => {
    for (const name of names) {
      expect(told(['en.yaml', 'There is more.', `There is {{${name}}} more.`]).join()).toContain(`{{${name}}}`);
    }
  });

  test('has no words as a prompt, and is checked like any other as the prompt of a typed text', () => {
    const draft = fixtureDraft();
    for (const prompt of names) {
      expect(() => createWords(draft).sentences({ prompt, language: 'en' })).toThrow(/There are no words for/);
    }
    const taken = toDraftContent(draft, byFolder, morning);
    const nowIn = (line: DraftNow['line']): DraftNow => ({
      ...taken,
      line,
      isKept: false,
      draft: toDraft(line.file, taken.texts, []),
      find: () => null,
    });
    const found = (now: DraftNow, prompt: string) =>
      checkText(now, { language: 'en', prompt, sentences: ['It is {{toString}} here.'] }).map(
        ({ rule, sentence }) => `${rule} ${sentence}`,
      );
    expect(found(nowIn(taken.line), 'days.which')).toContain('T-17 0');
    for (const prompt of names) {
      expect(found(nowIn(taken.line), prompt)).toEqual([]);
      // The same prompt as part of a topic, as in a draft that was stored before such names were refused.
      const topics = taken.line.file.topics.map((topic) => ({ ...topic, parts: [...topic.parts, prompt] }));
      const used = nowIn({ ...taken.line, file: { ...taken.line.file, topics } });
      expect(found(used, prompt)).toContain('T-17 0');
    }
  });

  test('has no value in any object whose keys are chosen by people', () => {
    const draft = fixtureDraft();
    const taken = toDraftContent(draft, byFolder, morning);
    const content = contentOf(draft, { id: 'espeak', fingerprint: '' });
    const kept = JSON.parse(JSON.stringify(content), withoutPrototypes);
    const byNames = (each: Pick<Draft, 'line' | 'words'>) => [
      each.line.facts,
      ...[...each.words.values()].map(({ prompts }) => prompts),
    ];
    const { file } = taken.line;
    const fact = file.facts.officeNumber;
    const { removal } = factKind;
    if (!fact || !removal) throw new Error('There is no officeNumber, or no way to remove it.');
    const objects = [
      ...byNames(draft),
      factKind.put(file, 'otherNumber', fact).facts,
      removal.without(file, 'officeNumber').facts,
      ...byNames(toDraft(taken.line.file, taken.texts, [])),
      ...[content, kept].flatMap(({ line, words }) => [
        line.facts,
        words,
        ...Object.values<{ prompts: object }>(words).map(({ prompts }) => prompts),
      ]),
      lineFile.parse(JSON.parse(JSON.stringify(draft.line))).facts,
      languageFile.parse({ language: 'en', reviewed: true, prompts: { a: ['b'] } }).prompts,
    ];
    for (const object of objects) for (const name of names) expect(Reflect.get(object, name)).toBeUndefined();
    expect(objects.map((object) => Object.keys(object).length > 0)).not.toContain(false);
  });
});

describe('The source', () => {
  const root = join(import.meta.dirname, '../../src');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== join('words', 'by-name.ts'))
    .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }));

  /** How often a pattern occurs in each file that contains it, such as `words/draft.ts 2`. */
  const placesOf = (pattern: RegExp) =>
    sources
      .map(({ name, text }) => [name, [...text.matchAll(pattern)].length] as const)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${count}`)
      .toSorted();

  // The lists name every exception with its count, so a new one fails a test even in a file that is listed. Each stands
  // for names that the program itself has chosen, or for objects in which no name is looked up.
  test.each([
    [
      'has no schema that makes an ordinary object with arbitrary keys, except for the listed ones',
      /\bz\s*\.(?:record|looseObject|catchall)\(/g,
      ['office/disaster/disaster-state.ts 1', 'office/line-status/status-alerts.ts 1'],
    ],
    [
      'has no constant that is an ordinary object and is indexed by names, except for the listed ones',
      /const \w+: (?:Readonly<)?(?:Record<(?:string|LanguageTag), [^=;]*|Phrases) = \{/g,
      [
        // Here, what somebody types is looked up only with `Object.hasOwn`.
        'cli/twilio-command.ts 2',
        'console/destinations/dates-form.ts 1',
        'console/destinations/destination-check.ts 1',
        'console/facts/fact-check.ts 1',
        'console/languages/language-check.ts 1',
        'database/migrations.ts 1',
        // Nothing is looked up by name: the entries are searched.
        'edition/fax-word.ts 1',
        // The caller chooses the fields. Those with names of others have a prefix, such as `unread-`.
        'frame/read-form.ts 2',
        // No language has a code like the name of a property of every object.
        'line/pages/readable.ts 2',
        'line/twilio/write-twiml.ts 1',
        'office/line-status/status-alerts.ts 1',
        'operation/check-address.ts 1',
      ],
    ],
    [
      'does not look for a name with `in {}` or `in Object.prototype`, except as a library does it',
      /\bin (?:\{\}|Object\.prototype)/g,
      ['office/sheets/to-workbook.ts 1'],
    ],
    [
      'adds no name to a copy of an ordinary object, except for the listed ones',
      /\.\.\.[^\s{}]+,\s*\[(?!\.)[^\]]+\]:/g,
      [
        'office/disaster/disaster-desk.ts 3',
        // The copy is only written, as JSON.
        'office/leaflet/prints.ts 1',
        'http/line-headers.ts 1',
        'line/office-proxy.ts 1',
      ].toSorted(),
    ],
    [
      'does not use Object.fromEntries, whose objects inherit properties, except for the listed ones',
      /\bObject\.fromEntries\b/g,
      [
        'common/content-key.ts 1',
        'common/log.ts 1',
        // Settings are read by their own names.
        'config.ts 1',
        'console/audit/format-act.ts 1',
        'console/languages/language-check.ts 1',
        'console/topics/topic-route.ts 2',
        'frame/read-rows.ts 3',
        'frame/translate.ts 1',
        'line/browser-phone/read-phone-request.ts 1',
        'line/keep-call-counts.ts 1',
        'line/office-proxy.ts 1',
        'line/throttled-log.ts 2',
        'office/line-status/status-alerts.ts 1',
        'office/staff/password-judge.ts 1',
      ],
    ],
  ])('%s', (_what, pattern, allowed) => {
    expect(placesOf(pattern)).toEqual(allowed);
  });

  test('is checked in all rooms', () => {
    const rooms = new Set(sources.map(({ name }) => name.split('/')[0]));
    expect([...rooms]).toEqual(
      expect.arrayContaining(['cli', 'console', 'frame', 'line', 'naming', 'office', 'words']),
    );
  });
});
