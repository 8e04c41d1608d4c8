import { describe, expect, test } from '#jest';
import { checkFlow } from '../../../src/office/editions/check-flow.ts';
import { everySaying } from '../../../src/office/editions/every-saying.ts';
import { type Flow, flowOf } from '../../../src/office/editions/flow.ts';
import { partLengths } from '../../../src/office/editions/part-lengths.ts';
import { formatPlace } from '../../../src/words/place.ts';
import { bundledEdition } from '../../support/bundled.ts';

const edition = bundledEdition();
const flow = await flowOf(edition, () => 2);
const told = (changes: Partial<Flow>) =>
  checkFlow({ ...flow, ...changes }).map(({ rule, level, place }) => `${rule} ${level} ${formatPlace(place)}`);

describe('The flow of the bundled line', () => {
  test('has no findings', () => {
    expect(checkFlow(flow)).toEqual([]);
  });

  test('leads to every topic of every language with two key presses', () => {
    expect(flow.presses).toHaveLength(7 * 5);
    expect(new Set(flow.presses.map(({ count }) => count))).toEqual(new Set([2]));
  });

  test('waits on every screen that expects an input', () => {
    expect(new Set(flow.waits.map(({ screen, seconds }) => `${screen} ${seconds}`))).toEqual(
      new Set(['choose-language 4', 'topics 7', 'explanation 10', 'number 10', 'number 4']),
    );
  });

  test('has the same pause after every option, and no silence longer than between two sentences', () => {
    expect(new Set(flow.gaps)).toEqual(new Set([600]));
    expect(new Set(flow.silences)).toEqual(new Set([60, 200, 300, 400, 600, 700]));
  });

  test('says each language after the one before', () => {
    expect(flow.languagesHeard.map(({ language }) => language)).toEqual(edition.line.languages.map(({ tag }) => tag));
    // The lead, a greeting of two seconds with a pause of 700 ms, and the first item.
    expect(flow.languagesHeard[0]?.seconds).toBeCloseTo(0.3 + 2.7 + 2);
    expect(flow.languagesHeard[6]?.seconds).toBeCloseTo(5 + 6 * 2.6);
  });
});

describe('There is a finding about a flow', () => {
  const slowTopics = { language: 'en', topic: 'card' };
  const heard = (seconds: number) => [{ language: 'ja', seconds }];

  test.each<[string, Partial<Flow>, string[]]>([
    ['that waits too short a time', { waits: [{ screen: 'number', seconds: 3 }] }, ['M-08 error line.yaml']],
    ['that waits too long', { waits: [{ screen: 'number', seconds: 16 }] }, ['M-08 error line.yaml']],
    ['that hurries the topics', { waits: [{ screen: 'topics', seconds: 6 }] }, ['M-08 warning line.yaml']],
    ['with four key presses', { presses: [{ ...slowTopics, count: 4 }] }, ['M-10 warning line.yaml']],
    [
      'with a topic nobody reaches',
      { presses: [{ ...slowTopics, count: Number.POSITIVE_INFINITY }] },
      ['M-10 error line.yaml'],
    ],
    ['with options close together', { gaps: [299] }, ['M-11 error line.yaml']],
    ['with options far apart', { gaps: [600, 800] }, ['M-11 warning line.yaml']],
    ['that is silent for two seconds', { silences: [2001] }, ['M-18 warning line.yaml']],
    ['that is silent for three', { silences: [3001] }, ['M-18 error line.yaml']],
    ['whose last language is late', { languagesHeard: heard(31) }, ['M-13 warning line.yaml']],
    ['whose last language is too late', { languagesHeard: heard(46) }, ['M-13 error line.yaml']],
    [
      'with ten languages in one menu',
      { languagesHeard: Array.from({ length: 10 }, () => ({ language: 'en', seconds: 20 })) },
      ['M-14 error line.yaml'],
    ],
    [
      'with topics in different orders',
      {
        topicOrder: new Map([
          ['en', ['a', 'b']],
          ['ja', ['b', 'a']],
        ]),
      },
      ['M-19 error line.yaml'],
    ],
  ])('%s', (_, changes, findings) => {
    expect(told(changes)).toEqual(findings);
  });
});

describe('The parts of the bundled line', () => {
  const parts = partLengths(edition, () => 2);
  const secondsOf = (kind: string, prompt: string | null = null) =>
    parts.find((part) => part.kind === kind && part.language === 'en' && part.prompt === prompt)?.seconds;

  test('are measured with their pauses', () => {
    expect(parts.find(({ kind }) => kind === 'greeting')?.seconds).toBeCloseTo(2);
    expect(secondsOf('menu')).toBeCloseTo(7 * 2 + 6 * 0.6);
    expect(secondsOf('explanation', 'card.apply')).toBeCloseTo(4 * 2 + 3 * 0.7);
    expect(secondsOf('language-item', 'language-item')).toBe(2);
    expect(secondsOf('closing', 'goodbye')).toBe(2);
    expect(secondsOf('fallback', 'out-of-order')).toBeCloseTo(2 * 2 + 0.7);
  });

  test('add nothing to the menu at the first retry, and one sentence on how to press keys at the second', () => {
    expect([secondsOf('retry-1'), secondsOf('retry-2')]).toEqual([0, 2]);
  });

  test('have every option that a caller may be offered', () => {
    const options = parts.filter(({ kind, language }) => kind === 'option' && language === 'ko');
    expect(options.map(({ prompt }) => prompt)).toEqual(
      expect.arrayContaining(['topic.card.menu', 'again', 'slower', 'change-language', 'person', 'number-to-call']),
    );
  });
});

test('Every saying of a language has words, and the item of a language has its key', () => {
  for (const { tag, key } of edition.line.languages) {
    const sayings = everySaying(edition.file, tag);
    expect(sayings.find(({ prompt }) => prompt === 'language-item')).toMatchObject({ language: tag, key });
    for (const saying of sayings) expect(edition.script([saying]).sentences.length).toBeGreaterThan(0);
  }
});
