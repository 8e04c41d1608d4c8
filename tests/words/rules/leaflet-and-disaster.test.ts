import { describe, expect, test } from '#jest';
import { checkDraft } from '../../../src/words/check-draft.ts';
import type { LineFile } from '../../../src/words/line-file.ts';
import { bundledDraft } from '../../support/bundled.ts';

const draft = bundledDraft();
const found = (change: (line: LineFile) => Partial<LineFile>) =>
  checkDraft({ ...draft, line: { ...draft.line, ...change(draft.line) } })
    .filter(({ level }) => level === 'error')
    .map(({ rule, en }) => `${rule} ${en}`);

describe('Printed sheets', () => {
  test('take their number from a fact that is a telephone number', () => {
    const wrong = found(({ leaflet }) => ({ leaflet: leaflet && { ...leaflet, number: 'noticeStart' } }));
    expect(wrong).toEqual([expect.stringMatching(/^M-12 .*"noticeStart"/)]);
    expect(found(({ leaflet }) => ({ leaflet: leaflet && { ...leaflet, number: 'callCentreNumber' } }))).toEqual([]);
  });

  test('have the name of every address in every language', () => {
    const wrong = found(({ leaflet }) => ({
      leaflet: leaflet && {
        ...leaflet,
        addresses: leaflet.addresses.map((each) => ({ ...each, names: { en: 'Web' } })),
      },
    }));
    expect(wrong).toEqual([expect.stringMatching(/^M-12 .*"zh-Hans", "zh-Hant", "ko", "es", "pt", "ja"/)]);
  });
});

describe('The choices of a disaster notice', () => {
  test('have different ids', () => {
    const wrong = found(({ disaster }) => ({
      disaster: disaster && { ...disaster, kinds: [...disaster.kinds, ...disaster.kinds.slice(0, 1)] },
    }));
    expect(wrong).toEqual([expect.stringMatching(/^M-12 .*"earthquake"/)]);
  });

  test('can contradict only choices that exist', () => {
    const wrong = found(({ disaster }) => ({
      disaster: disaster && {
        ...disaster,
        actions: disaster.actions.map((each) => ({ ...each, notWith: ['nothing-like-it'] })).slice(0, 1),
      },
    }));
    expect(wrong.every((each) => each.startsWith('M-12'))).toBe(true);
    expect(wrong.join()).toContain('"nothing-like-it"');
  });
});
