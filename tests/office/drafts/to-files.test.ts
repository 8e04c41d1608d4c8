import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { type DraftContent, toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import type { DraftText } from '../../../src/office/drafts/draft-text.ts';
import { toFiles } from '../../../src/office/drafts/to-files.ts';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { checkDraft } from '../../../src/words/check-draft.ts';
import { type Draft, readDraft } from '../../../src/words/draft.ts';
import { placeKey } from '../../../src/words/place.ts';
import type { NamedText } from '../../../src/words/read-yaml.ts';
import { fixtureFiles } from '../../support/draft-fixture.ts';

const nobody = { accountId: null, accountName: 'test' };
const taken = (files: readonly NamedText[]): DraftContent => toDraftContent(readDraft(files), nobody, 0);
const folder = join(import.meta.dirname, '../../../prompts');
const bundled = readdirSync(folder)
  .filter((name) => /\.(yaml|lock\.json)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const engine = { id: 'espeak', fingerprint: 'test' } as const;
const textOf = (files: readonly NamedText[], name: string) => files.find((file) => file.name === name)?.text ?? '';
const changedIn = (files: readonly NamedText[], before: readonly NamedText[]) =>
  files.filter(({ name, text }) => text !== textOf(before, name)).map(({ name }) => name);

/** A draft with one text changed. */
const change = (draft: DraftContent, language: string, prompt: string, sentences: readonly string[]): DraftContent => ({
  ...draft,
  texts: draft.texts.map(
    (text): DraftText => (text.language === language && text.prompt === prompt ? { ...text, sentences } : text),
  ),
});

describe('A draft written as files', () => {
  test('without a change is byte for byte what the folder already contains', () => {
    expect(changedIn(toFiles(taken(bundled), bundled), bundled)).toEqual([]);
  });

  test('changes one line of one file for one sentence, and keeps every comment', () => {
    const files = toFiles(change(taken(bundled), 'en', 'greeting', ['Kumamoto Prefecture welcome.']), bundled);
    const [before, after] = [textOf(bundled, 'en.yaml').split('\n'), textOf(files, 'en.yaml').split('\n')];
    expect(after.filter((line, index) => line !== before[index])).toEqual(['    - "Kumamoto Prefecture welcome."']);
    expect(after.length).toBe(before.length);
    expect(changedIn(files, bundled)).toEqual(['en.yaml']);
  });

  test.each([
    ['the bundled line', bundled],
    ['a made-up line', fixtureFiles()],
  ])('makes a new folder that says the same, with the same reasons: %s', (_, files) => {
    const before = readDraft(files);
    const after = readDraft(toFiles(taken(files), []));
    expect(createEdition(after, engine).hash).toBe(createEdition(before, engine).hash);
    const told = (draft: Draft) =>
      checkDraft(draft)
        .map(({ place, rule, level, ja, reason }) =>
          ['file' in place ? place.file : placeKey(place), rule, level, ja, reason].join(' '),
        )
        .sort();
    expect(told(after)).toEqual(told(before));
  });

  test('leaves out a text that was emptied, and a language that is gone', () => {
    const draft = taken(fixtureFiles());
    const { file } = draft.line;
    const smaller = {
      ...draft,
      line: { ...draft.line, file: { ...file, languages: file.languages.filter(({ tag }) => tag !== 'zh-Hans') } },
    };
    const files = toFiles(change(smaller, 'en', 'days.which', []), fixtureFiles());
    expect(files.map(({ name }) => name)).not.toContain('zh-Hans.yaml');
    expect(textOf(files, 'en.yaml')).not.toContain('days.which');
  });

  test('leaves out what the draft no longer has, and keeps the comments of the rest', () => {
    const draft = taken(bundled);
    const { textNames: _names, leaflet: _leaflet, disaster: _disaster, fallback: _fallback, ...rest } = draft.line.file;
    const file = {
      ...rest,
      closures: undefined,
      destinations: rest.destinations.map(({ closed: _closed, ...each }) => each),
    };
    const files = toFiles({ ...draft, line: { ...draft.line, file } }, bundled);
    const { line } = readDraft(files);
    expect(line).toEqual(JSON.parse(JSON.stringify(file)));
    expect(
      Object.keys(draft.line.file)
        .filter((name) => !Object.keys(line).includes(name))
        .sort(),
    ).toEqual(['closures', 'disaster', 'fallback', 'leaflet', 'textNames']);
    expect(textOf(files, 'line.yaml').split('\n')[0]).toBe(textOf(bundled, 'line.yaml').split('\n')[0]);
  });

  test('keeps texts that look like markup, a number, a date or a comment', () => {
    const odd = ['2015', '2015-10-05', '# no comment', 'yes', '"quoted": {x}', 'a: b', "it's", '- dash', '<b>'];
    const files = toFiles(change(taken(fixtureFiles()), 'en', 'days.which', odd), fixtureFiles());
    expect(readDraft(files).words.get('en')?.prompts['days.which']).toEqual(odd);
  });
});
