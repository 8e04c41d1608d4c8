import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEdition, type OfficeEdition } from '../../src/office/editions/edition.ts';
import { type Draft, readDraft } from '../../src/words/draft.ts';
import { heardIn } from '../../src/words/heard-words.ts';

const folder = join(import.meta.dirname, '../../prompts');

/** The prompts that come with the project, as files. */
export const bundledFiles = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** What is written in the bundled prompts. */
export const bundledWords = (): Draft => readDraft(bundledFiles());

/** The part of it that can be heard or is printed. */
export const bundledDraft = (): Draft => heardIn(bundledWords()).draft;

/** An edition of the bundled prompts, for tests that do not need its voice. */
export const bundledEdition = (): OfficeEdition => createEdition(bundledDraft(), { id: 'espeak', fingerprint: 'test' });
