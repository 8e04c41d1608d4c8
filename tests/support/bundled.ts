import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEdition, type OfficeEdition } from '../../src/office/editions/edition.ts';
import { type Draft, readDraft } from '../../src/words/draft.ts';

const folder = join(import.meta.dirname, '../../prompts');

/** The prompts that come with the project, as files. */
export const bundledFiles = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

export const bundledDraft = (): Draft => readDraft(bundledFiles());

/** An edition of the bundled prompts, for tests that do not need its voice. */
export const bundledEdition = (): OfficeEdition => createEdition(bundledDraft(), { id: 'espeak', fingerprint: 'test' });
