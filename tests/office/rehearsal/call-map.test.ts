import { describe, expect, test } from '#jest';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { mapOf, nodeOf } from '../../../src/office/rehearsal/call-map.ts';
import { encodePath } from '../../../src/office/rehearsal/path-code.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { callBy, fixtureEdition } from '../../support/small-rehearsal.ts';

const small = mapOf(fixtureEdition().line, 'en');
const signs = (map: typeof small, from: string, to: string) =>
  map.edges.find((edge) => edge.from === from && edge.to === to)?.signs;

describe('The map of calls in one language', () => {
  test('has every screen and every part of every topic, each once', () => {
    expect(small.nodes.map(({ id }) => id).toSorted()).toEqual([
      'choose-language',
      'ended',
      'explanation.days.0',
      'explanation.place.0',
      'number',
      'topics',
      'transfer',
    ]);
    const { line } = createEdition(bundledDraft(), { id: 'espeak', fingerprint: 'x' });
    const ids = mapOf(line, 'ko').nodes.map(({ id }) => id);
    for (const { id, parts } of line.topics) {
      for (const part of parts.keys()) expect(ids).toContain(`explanation.${id}.${part}`);
    }
    expect(ids).toContain('disaster');
  });

  test('has the keys that the dialogue has', () => {
    expect(signs(small, 'choose-language', 'topics')).toEqual(['1']);
    expect(signs(small, 'topics', 'explanation.place.0')).toEqual(['2']);
    expect(signs(small, 'transfer', 'ended')).toContain('a');
    expect(signs(small, 'transfer', 'number')).toEqual(['b', 'n', 'f']);
    expect(signs(small, 'number', 'topics')).toEqual(expect.arrayContaining(['s', '7', 't', 'h']));
  });

  test('has no keys of other languages, and has outcomes of transfers only after a transfer', () => {
    expect(small.edges.filter(({ from }) => from === 'choose-language').flatMap((edge) => edge.signs)).not.toContain(
      '2',
    );
    const ends = new Set(['a', 'b', 'n', 'f']);
    for (const { from, signs: all } of small.edges) {
      expect([from, all.some((sign) => ends.has(sign))]).toEqual([from, from === 'transfer']);
    }
  });

  test('has every step that calls take', () => {
    for (const path of ['11s', '1270b8', '10b7', '1sss', '10a', '10n', 'sss', '1ht']) {
      const { turns } = callBy(path);
      for (const [index, turn] of turns.entries()) {
        const before = turns[index - 1];
        if (!before || turn.input.kind === 'call-started' || turn.input.kind === 'limit-reached') continue;
        const [from, to] = [nodeOf(before.state).id, nodeOf(turn.state).id];
        expect([path, from, to, signs(small, from, to)]).toEqual([
          path,
          from,
          to,
          expect.arrayContaining([encodePath([turn.input])]),
        ]);
      }
    }
  });

  test('is made only once, and too quickly to hold up calls', () => {
    const { line } = createEdition(bundledDraft(), { id: 'espeak', fingerprint: 'x' });
    mapOf(line, 'ja');
    const begun = cpuTime();
    const map = mapOf(line, 'en');
    expect(cpuTime() - begun).toBeLessThan(150);
    expect(mapOf(line, 'en')).toBe(map);
  });
});
