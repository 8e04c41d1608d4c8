import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { call, press } from '../support/phone-call.ts';
import { createPlace, startLine } from '../support/start-line.ts';

const hook = join(import.meta.dirname, '../support/loaded-packages.cjs');
/**
 * The packages that a line may load: those that its files import, and the dependencies of these. The file has one name
 * in each row.
 */
const list = join(import.meta.dirname, '../fixtures/line-packages.txt');

test('A line loads the listed packages, and no other', async () => {
  await using place = await createPlace();
  const folder = createEditionFolder(place.data);
  const edition = createEdition(fixtureDraft(), { id: 'espeak', fingerprint: 'test' });
  await folder.write(toEditionFile(edition));
  await folder.writePointer({ number: 1, edition: edition.hash });
  const loaded = join(place.data, 'loaded');
  await using line = startLine(place, { NODE_OPTIONS: `--require ${hook}`, LOADED_PACKAGES: loaded }, 'line');
  const address = await line.address();
  await press(address, await call(address), '1');
  for (const path of ['/', '/console', '/readyz', '/audio/x.wav']) await fetch(address + path);
  line.kill('SIGTERM');
  await line.ended();
  const names = (await readFile(loaded, 'utf8')).split('\n');
  console.log(`A line loads ${names.length} packages: ${names.join(', ')}.`);
  expect(names).toEqual((await readFile(list, 'utf8')).trimEnd().split('\n'));
});
