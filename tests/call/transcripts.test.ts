import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { bundledEdition } from '../support/bundled.ts';
import { play, type Transcript } from '../support/transcript.ts';

const folder = join(import.meta.dirname, '../transcripts');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): Transcript => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const edition = bundledEdition();
const rewrites = process.env.UPDATE_GOLDEN === '1';

describe('Recorded calls', () => {
  test.each(names)('%s: the call still goes as recorded', (name) => {
    const written = read(name);
    const played = play(edition, written);
    if (rewrites) writeFileSync(join(folder, name), `${JSON.stringify(played, null, 2)}\n`);
    else expect(played).toEqual(written);
  });

  test('none is too long to be reviewed', () => {
    for (const name of names)
      expect(readFileSync(join(folder, name), 'utf8').split('\n').length).toBeLessThanOrEqual(160);
  });

  test('together contain every screen, every way in which a turn ends, and every language', () => {
    const turns = names.flatMap((name) => read(name).turns);
    const screens = new Set(turns.map(({ state }) => state.screen));
    expect([...screens].sort()).toEqual([
      'choose-language',
      'disaster',
      'ended',
      'explanation',
      'number',
      'topics',
      'transfer',
    ]);
    expect(new Set(turns.map(({ ending }) => ending.split(' ')[0]))).toEqual(new Set(['wait', 'dial', 'hang']));
    const languages = new Set(
      turns.flatMap(({ state }) => (typeof state.language === 'string' ? [state.language] : [])),
    );
    expect(languages).toEqual(new Set(edition.line.languages.map(({ tag }) => tag)));
  });
});
