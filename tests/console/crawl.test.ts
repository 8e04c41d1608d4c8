import { describe, expect, test } from '#jest';
import { ExplainedError } from '../../src/common/explained-error.ts';
import type { Crawl } from '../../src/office/crawl/crawl-jobs.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { visibleText } from '../support/visible-text.ts';

const languages = [{ tag: 'en', turns: 120, sentences: 40, seconds: 180, longest: 21 }];

const sentences = [
  {
    language: 'en',
    prompt: 'goodbye',
    text: '=Thank you, for calling.',
    voice: 'en-us',
    speed: 'slow',
    seconds: 1.26,
    isMeasured: true,
  },
] as const;

async function visitorOf(crawl: Crawl) {
  const world = await createTestConsole({ crawl });
  await world.letIn('hanako', 'editor');
  const visitor = visitConsole(world.app);
  await visitor.signIn('hanako');
  return { ...world, visitor };
}

describe('The check of languages', () => {
  test('starts with one button, and says what was heard in each language', async () => {
    const { visitor } = await visitorOf(async ({ hash }) => ({ hash, turns: 480, languages, sentences, findings: [] }));
    expect((await visitor.get('/console/crawl')).text).toContain('点検を始める');
    expect((await visitor.submit('/console/crawl', '/console/crawl', {})).status).toBe(303);
    const page = await visitor.get('/console/crawl');
    expect(page.text).toContain('問題は見つかりませんでした');
    expect(page.text).toContain('3分');
    expect(page.text).not.toContain('点検を始める');
  });

  test('lists every sentence with its language, voice and length, for a spreadsheet', async () => {
    const { visitor } = await visitorOf(async ({ hash }) => ({ hash, turns: 480, languages, sentences, findings: [] }));
    await visitor.submit('/console/crawl', '/console/crawl', {});
    const { bytes, disposition } = await visitor.download('/console/crawl/sentences.csv');
    expect(disposition).toContain('kotozute-language-check.csv');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFFことば,文の名前,文,声,速さ')).toBe(true);
    // A text that looks like a formula is marked as text for the spreadsheet.
    expect(text).toContain(`en,goodbye,"'=Thank you, for calling.",en-us,ゆっくり,1.3,音声を測った`);
  });

  test('describes every problem in words, with the keys that lead to it', async () => {
    const { visitor } = await visitorOf(async ({ hash }) => ({
      hash,
      turns: 10,
      languages,
      sentences,
      findings: [
        {
          problem: 'wrong-language',
          language: 'zh-Hans',
          circumstance: 'closed',
          path: ['2', 'silence', '0', 'busy'],
          detail: 'place.where (en)',
        },
      ],
    }));
    await visitor.submit('/console/crawl', '/console/crawl', {});
    const { text } = await visitor.get('/console/crawl');
    expect(text).toContain('「中国語」を選んだ人に、別のことばの文が聞こえます:ごみの場所(1)(英語)');
    expect(text).toContain('href="/console/texts/en/place.where"');
    expect(text).toContain('2 → 無言 → 0 → 話し中(受付時間の外)');
  });

  test('shows its progress while it runs, and says so if it stops with an error', async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const { visitor, reported } = await visitorOf((_edition, _signal, report) => {
      report(300);
      return promise;
    });
    await visitor.submit('/console/crawl', '/console/crawl', {});
    const running = await visitor.get('/console/crawl');
    expect(running.text).toContain('300回の応答');
    expect(running.text).toContain('hx-get="/console/crawl/progress"');
    reject(new ExplainedError({ ja: 'メモリーが足りません。', en: 'There is no more memory.' }));
    await promise.catch(() => {});
    const broken = await visitor.get('/console/crawl');
    expect(visibleText(broken.text, 'ja')).toContainEqual(expect.stringMatching(/^点検が途中で止まりました。/));
    // The error itself is folded, because it may name files of the server.
    expect(broken.text).toContain('<summary>くわしく</summary><p>メモリーが足りません。</p></details>');
    expect(broken.text).toContain('点検を始める');
    expect(reported).toHaveLength(1);
  });

  test('is started by the publish page, which shows its result', async () => {
    const { visitor, office } = await visitorOf(async ({ hash }) => ({
      hash,
      turns: 10,
      languages,
      sentences,
      findings: [],
    }));
    await office.save('en', 'goodbye', 'Goodbye, and thank you.');
    await visitor.get('/console/publish');
    expect((await visitor.get('/console/publish')).text).toContain('問題は見つかりませんでした');
  });
});
