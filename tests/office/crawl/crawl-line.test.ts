import { deepTest, describe, expect, test } from '#jest';
import { crawlLine } from '../../../src/office/crawl/crawl-line.ts';
import { runCrawlProcess } from '../../../src/office/crawl/run-crawl-process.ts';
import { createEdition, type OfficeEdition } from '../../../src/office/editions/edition.ts';
import type { Draft } from '../../../src/words/draft.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { datedDraft } from '../../support/dated-draft.ts';
import { disasterDraft } from '../../support/disaster-draft.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { createToneEngine } from '../../support/tone-engine.ts';

const engine = createToneEngine();

describe('The crawl through a whole line', () => {
  const crawl = (draft: Draft, change: (edition: OfficeEdition) => OfficeEdition = (edition) => edition) =>
    crawlLine(change(createEdition(draft, engine)));
  const problemsOf = ({ findings }: Awaited<ReturnType<typeof crawl>>) =>
    findings.map(({ problem, language, detail }) => `${problem} ${language}: ${detail}`);

  deepTest(
    'finds nothing wrong in the bundled line, on every path of every language',
    async () => {
      const from = performance.now();
      const result = await crawl(bundledDraft());
      process.stdout.write(`${result.turns} turns in ${((performance.now() - from) / 1000).toFixed(1)} s.\n`);
      expect(result.findings).toEqual([]);
      expect(result.turns).toBeGreaterThan(5000);
      expect(result.languages.map(({ tag }) => tag)).toEqual(['en', 'zh-Hans', 'zh-Hant', 'ko', 'es', 'pt', 'ja']);
      expect(result.sentences.length).toBeGreaterThan(1000);
      expect(result.sentences.every(({ seconds, text, voice }) => seconds > 0 && text !== '' && voice !== '')).toBe(
        true,
      );
      for (const { sentences, longest, seconds } of result.languages) {
        expect(sentences).toBeGreaterThan(100);
        expect(longest).toBeGreaterThan(10);
        expect(seconds).toBeGreaterThan(longest);
      }
    },
    120_000,
  );

  deepTest(
    'also crawls with a disaster notice if the line has words for one',
    async () => {
      const [without, within] = [await crawl(fixtureDraft()), await crawl(disasterDraft())];
      expect(without.findings).toEqual([]);
      expect(within.findings).toEqual([]);
      expect(within.turns).toBeGreaterThan(without.turns);
    },
    60_000,
  );

  test('notices a text in the wrong language, and says on which path', async () => {
    const result = await crawl(fixtureDraft(), (edition) => ({
      ...edition,
      script: (sayings, slow) =>
        edition.script(
          sayings.map((saying) => (saying.prompt === 'place.where' ? { ...saying, language: 'en' } : saying)),
          slow,
        ),
    }));
    expect(problemsOf(result)).toContain('wrong-language zh-Hans: place.where (en)');
    expect(result.findings.find(({ language }) => language === 'zh-Hans')?.path).toEqual(['2', '2']);
  }, 60_000);

  test('hears why an office is closed on certain days, at both speeds, and finds a wrong text there', async () => {
    const draft = datedDraft(fixtureDraft());
    const result = await crawl(draft);
    expect(result.findings).toEqual([]);
    const heard = result.sentences
      .filter(({ prompt }) => prompt.startsWith('closure.') || prompt === 'opens-again')
      .map(({ language, speed, text }) => `${language} ${speed}: ${text}`);
    const said = {
      en: ['Call again from 3:00 p.m. on 10 December.', 'Call again from 9:00 a.m. on 9 December.'],
      ja: ['12月10日 午後3時から かけて ください。', '12月9日 午前9時から かけて ください。'],
    };
    said.en.push('There are works.', 'There is a storm.');
    said.ja.push('嵐です。', '工事が あります。');
    // Nobody at that office speaks Chinese, so callers in Chinese never hear that it is closed.
    const speeds = ['normal', 'slow'];
    expect(heard.sort()).toEqual(
      Object.entries(said)
        .flatMap(([language, texts]) => speeds.flatMap((speed) => texts.map((text) => `${language} ${speed}: ${text}`)))
        .sort(),
    );
    const wrong = await crawl(draft, (edition) => ({
      ...edition,
      script: (sayings, ...others) =>
        edition.script(
          sayings.map((saying) => (saying.prompt === 'closure.storm' ? { ...saying, language: 'zh-Hans' } : saying)),
          ...others,
        ),
    }));
    expect(wrong.findings.map(({ circumstance }) => circumstance)).toEqual(['closure', 'closure', 'closure']);
    expect(problemsOf(wrong)).toContain('wrong-language en: closure.storm (zh-Hans)');
  }, 60_000);

  test('notices a voice that is not the one of the language', async () => {
    const result = await crawl(fixtureDraft(), (edition) => ({
      ...edition,
      file: {
        ...edition.file,
        languages: edition.file.languages.map((each) =>
          each.tag === 'zh-Hans' ? { ...each, voices: { ...each.voices, espeak: 'another' } } : each,
        ),
      },
    }));
    expect(problemsOf(result)).toContain('wrong-voice zh-Hans: welcome (zh-Hans: cmn)');
  }, 60_000);

  test('notices a key that does not do what is said', async () => {
    const swap = <Topic extends { readonly key: string }>(topics: readonly Topic[]) =>
      topics.map((topic) => ({ ...topic, key: topic.key === '1' ? '2' : '1' }));
    const result = await crawl(fixtureDraft(), (edition) => ({
      ...edition,
      file: { ...edition.file, topics: swap(edition.file.topics) },
      line: { ...edition.line, topics: swap(edition.line.topics) },
      script: (sayings, slow) =>
        edition.script(
          sayings.map((saying) => (saying.prompt === 'topic.days.menu' ? { ...saying, key: '1' } : saying)),
          slow,
        ),
    }));
    expect(problemsOf(result)).toContain('key-disagrees en: topic.days.menu (1)');
  }, 60_000);

  test('reports where a turn fails, and goes on elsewhere', async () => {
    const edition = createEdition(fixtureDraft(), engine);
    const result = await crawlLine(edition, {
      between: (app) => (request, response) => {
        const code = /^\/twilio\/turn\/([\w-]+)/.exec(request.url ?? '')?.[1] ?? '';
        if (!Buffer.from(code, 'base64url').toString().includes('"topics","en"')) return app(request, response);
        request.resume();
        response.setHeader('Content-Type', 'text/xml');
        response.end(
          '<?xml version="1.0" encoding="UTF-8"?><Response><Say voice="x" language="en-US">Sorry.</Say><Hangup/></Response>',
        );
      },
    });
    expect(problemsOf(result)).toContain('silent en: ');
    expect(new Set(result.findings.map(({ language }) => language))).toEqual(new Set(['en']));
    expect(result.findings.find(({ problem }) => problem === 'silent')?.path).toEqual(['1', '0']);
    expect(result.languages.find(({ tag }) => tag === 'ja')?.sentences).toBeGreaterThan(10);
  }, 60_000);
});

describe('A crawl in a process of its own', () => {
  const entries = async (keys: readonly string[]) => keys.map((key) => ({ key, seconds: 1.5, sha256: '' }));

  test('finds the same as a crawl in this process, uses the known lengths of sounds, and reports its progress', async () => {
    const edition = createEdition(disasterDraft(), engine);
    const here = await crawlLine(edition);
    let told = 0;
    const report = (turns: number) => {
      expect(turns).toBeGreaterThan(told);
      told = turns;
    };
    const apart = await runCrawlProcess(edition, null, { report });
    expect(apart).toEqual(here);
    expect(told).toBeGreaterThan(0);
    const measured = await runCrawlProcess(createEdition(fixtureDraft(), engine), { entries });
    expect(measured.sentences.every(({ seconds, isMeasured }) => isMeasured && seconds === 1.5)).toBe(true);
  }, 60_000);

  test('says why it failed', async () => {
    const edition = createEdition(fixtureDraft(), engine);
    const broken = { ...edition, file: { ...edition.file, destinations: [] } };
    await expect(runCrawlProcess(broken, { entries: async () => [] })).rejects.toThrow('The line has no destination');
  }, 60_000);

  test('ends when its signal is aborted, and rejects with the reason of the abort', async () => {
    const edition = createEdition(fixtureDraft(), engine);
    const stopping = new AbortController();
    const crawl = runCrawlProcess(edition, null, { signal: stopping.signal });
    stopping.abort(new Error('another draft'));
    await expect(crawl).rejects.toThrow('another draft');
    await expect(runCrawlProcess(edition, null, { signal: stopping.signal })).rejects.toThrow('another draft');
  }, 60_000);
});
