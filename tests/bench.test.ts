import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deepTest, describe, expect, jest, test } from '#jest';
import type { GroupParts } from '../bench/group.ts';
import { groups } from '../bench/groups/groups.ts';
import { pathsToFirstTopic, secondsTo } from '../bench/groups/seconds.ts';
import { withConnections } from '../bench/http-connection.ts';
import { openLoop } from '../bench/load.ts';
import { readOptions } from '../bench/options.ts';
import type { Plan } from '../bench/plan.ts';
import { prepareSounds, type Sounds } from '../bench/prepare-sounds.ts';
import { inTurn } from '../bench/requests.ts';
import { rungs } from '../bench/rungs/rung.ts';
import { median, percentile } from '../bench/statistics.ts';
import { decimal, type Table, toMarkdown, verdict, whole } from '../bench/table.ts';
import { parametersOf, writeGet } from '../bench/webhook.ts';
import { createEdition } from '../src/office/editions/edition.ts';
import { EspeakEngine } from '../src/speech/engines/espeak/espeak-engine.ts';
import type { SpokenSentence } from '../src/speech/narration.ts';
import { fixtureDraft } from './support/draft-fixture.ts';
import { smallFiles, writePrompts } from './support/small-prompts.ts';
import { createPlace } from './support/start-line.ts';
import { createToneEngine } from './support/tone-engine.ts';

jest.setTimeout(240_000);

const tiny: Plan = {
  rounds: 1,
  round: 30,
  warmUp: 30,
  connections: 2,
  repeats: [1, 2],
  rateRounds: 1,
  rateRound: 100,
  rate: 100,
  calls: 300,
  pause: 1,
  starts: 1,
  presses: 6,
  pressRate: 100,
  dayRounds: 1,
  dayRest: 1,
  office: { prompts: 1, languages: 3 },
};

async function run(name: string, parts: Partial<GroupParts> = {}): Promise<Table> {
  const measure = groups[name];
  if (!measure) throw new Error(`There is no group "${name}".`);
  const noSounds = () => Promise.reject(new Error('This group needs no sounds.'));
  return measure({ plan: tiny, promptsFolder: '', audioCacheFolder: '', sounds: noSounds, ...parts });
}

/** Expects a measured value in every cell, except those of the first column. */
function expectMeasured({ head, rows }: Table): void {
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
  for (const cell of rows.flatMap((row) => row.slice(1))) expect(cell).toMatch(/^[\d,.]+( %)?$/);
}

const firstCells = ({ rows }: Table): (string | undefined)[] => rows.map(([first]) => first);

describe('The bench', () => {
  deepTest('gets right answers from every rung, refusals of forged requests, and a row for each', async () => {
    const table = await run('rungs');
    expect(firstCells(table)).toEqual(rungs.map(({ title }) => title));
    expectMeasured(table);
    expect(table.notes).toContain('Answers that were not 200: 0');
  });

  deepTest('measures four servers at a fixed rate', async () => {
    const table = await run('rate');
    expect(table.rows).toHaveLength(4);
    expectMeasured(table);
    expect(table.notes).toContain('Answers that were not 200: 0');
  });

  test('plays whole calls to their tenth webhook', async () => {
    const table = await run('calls');
    expect(table.rows.map(([, count]) => count)).toEqual(['30', '3']);
    expect(table.notes).toContain('Calls that broke: 0 of 3');
  });

  deepTest('opens the pages of an office in which much has been done', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    const table = await run('large-office', { promptsFolder: place.prompts });
    expect(table.rows.length).toBeGreaterThan(50);
    expectMeasured(table);
  });

  deepTest('measures more languages than there are keys', async () => {
    const table = await run('languages');
    expect(firstCells(table)).toEqual(['7', '14']);
    expectMeasured(table);
    expect(table.notes).toContain('Answers that were not 200: 0');
  });

  deepTest(
    'measures the start, the memory and the sounds of a real line, and the seconds that callers listen',
    async () => {
      await using place = await createPlace();
      await writePrompts(place.prompts, smallFiles());
      // Tones are stored under the keys of the embedded voice. Real speech would take many times as long.
      const { fingerprint } = new EspeakEngine();
      const folders = { promptsFolder: place.prompts, audioCacheFolder: place.audio };
      let made: Promise<Sounds> | null = null;
      const sounds = () => {
        made ??= prepareSounds(place.prompts, place.audio, () => {}, { ...createToneEngine(), fingerprint });
        return made;
      };
      const parts = { ...folders, sounds };

      const start = await run('start', parts);
      expect(firstCells(start)).toEqual(['first', 'later']);
      const memory = await run('memory', parts);
      expect(memory.rows).toHaveLength(3);
      const press = await run('press', parts);
      expect(press.rows).toHaveLength(3);
      expectMeasured(press);
      const seconds = await run('seconds', parts);
      expect(firstCells(seconds)).toEqual(['en', 'ja']);
      expectMeasured(seconds);
      const [[, english = '', information = ''] = [], [, japanese = ''] = []] = seconds.rows;
      expect(Number(english)).toBeLessThan(Number(japanese));
      expect(Number(information)).toBeGreaterThan(Number(english));
    },
  );
});

describe('The arithmetic of the bench', () => {
  const sentence = (prompt: string, language: string): SpokenSentence => ({
    key: `${prompt} ${language}`,
    request: { language, voice: '', pieces: [], speed: 'normal' },
    sentence: { prompt, language, segments: [] },
  });

  test('adds up leads, sentences, pauses, and half a second for each key press', () => {
    const greeting = {
      key: '',
      lead: 300,
      parts: [sentence('greeting', 'ja'), 700, sentence('language-item', 'en'), 600, sentence('language-item', 'ja')],
    };
    const topics = { key: '', lead: 60, parts: [sentence('welcome', 'ja'), 700, sentence('topic.notice.menu', 'ja')] };
    const way = { language: 'ja', greeting, topics, offer: 'topic.notice.menu' };
    const to = secondsTo(way, ({ sentence: { prompt } }) => (prompt === 'greeting' ? 4 : 2));
    // 0.3 + 4 + 0.7 + 2 + 0.6 + 2, then 0.5 + (0.06 + 2 + 0.7 + 2), then 0.5 + 0.06.
    expect(to.language).toBeCloseTo(9.6);
    expect(to.information).toBeCloseTo(9.6 + 0.5 + 4.76 + 0.56);
    expect(() => secondsTo({ ...way, language: 'ko' }, () => 1)).toThrow(RangeError);
  });

  test('follows callers who choose their language in the menu and are not greeted again', () => {
    const edition = createEdition(fixtureDraft(), createToneEngine());
    const paths = pathsToFirstTopic(edition);
    expect(paths.map(({ language }) => language)).toEqual(['en', 'zh-Hans', 'ja']);
    for (const { language, greeting, topics } of paths) {
      const said = topics.parts.flatMap((part) => (typeof part === 'number' ? [] : [part.sentence]));
      expect([greeting.lead, topics.lead]).toEqual([300, 60]);
      expect(new Set(said.map((each) => each.language))).toEqual(new Set([language]));
      expect(said.map(({ prompt }) => prompt)).not.toContain('greeting');
    }
  });

  test('calculates medians and percentiles', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.99)]).toEqual([50, 99, 7]);
  });

  test('says whether a target is met, and writes tables as Markdown', () => {
    expect(verdict('Ratio', 0.5, 'at least', 0.6)).toBe('Ratio: **0.50**, target at least 0.6: MISSED');
    expect(verdict('Wait', 9, 'at most', 50, 'ms')).toBe('Wait: **9.00** ms, target at most 50 ms: met');
    // Nothing could be measured.
    for (const bound of ['at least', 'at most'] as const)
      expect(verdict('Wait', Number.NaN, bound, 50)).toBe(`Wait: **–**, target ${bound} 50: MISSED`);
    expect([whole(Number.NaN), decimal(Number.NaN), whole(1234.4), decimal(1.25, 2)]).toEqual([
      '–',
      '–',
      '1,234',
      '1.25',
    ]);
    expect(toMarkdown({ title: 'T', head: ['a', 'b'], rows: [['1', '2']], notes: ['n'] })).toBe(
      '## T\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n- n\n',
    );
  });

  test('charges a slow server for all requests that became due meanwhile', async () => {
    const server = createServer((_request, response) => {
      setTimeout(() => response.end('ok'), 50);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const load = await withConnections(port, 1, (connections) =>
      openLoop(connections, inTurn([writeGet('/')]), { rate: 100, milliseconds: 100 }),
    );
    server.close();
    expect([load.latencies.length, load.wrong]).toEqual([10, 0]);
    // The tenth request was due after 90 ms, and waited for the nine before it.
    expect(Math.max(...load.latencies)).toBeGreaterThan(400);
  });

  test('sends forms as Twilio does: 28 parameters, 700 to 900 bytes', () => {
    for (const key of [undefined, '', '1']) {
      const happened = { call: 7, to: '+815000000002' };
      const parameters = parametersOf(key === undefined ? happened : { ...happened, key });
      expect(Object.keys(parameters)).toHaveLength(28);
      const { length } = new URLSearchParams(parameters).toString();
      expect(length).toBeGreaterThan(700);
      expect(length).toBeLessThan(900);
    }
  });

  test('accepts only known groups and options', () => {
    expect(readOptions(['--quick', '--only', 'b'], ['a', 'b'])).toEqual({ quick: true, groups: ['b'] });
    expect(readOptions([], ['a', 'b'])).toEqual({ quick: false, groups: ['a', 'b'] });
    expect(readOptions([], ['a', 'b'], ['b'])).toEqual({ quick: false, groups: ['a'] });
    for (const wrong of [['--only', 'c'], ['--fast']]) {
      expect(() => readOptions(wrong, ['a', 'b'])).toThrow(/--only <name> for one group of: a, b\./);
    }
  });
});
