import { describe, expect, jest, test } from '#jest';
import { createScheduleKeeper } from '../../src/office/editions/schedule/schedule-keeper.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { mori } from '../support/small-office.ts';

jest.setTimeout(60_000);

/** A form for a publication on 1 December. The tests begin on 24 November at 9:00 in Japan. */
const scheduled = {
  ...{ comment: 'A friendlier greeting', noDocument: 'yes' },
  ...{ when: 'later', publishDate: '2026-12-01', publishTime: '09:00' },
};

/** The console of a line that was published once and has one approved change since. */
async function start(role: 'editor' | 'viewer' = 'editor') {
  const line = await createTestConsole();
  const { office, publisher } = line;
  await office.publish();
  await office.save('en', 'greeting', 'Hello from the town.');
  await office.approveAll();
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const keeper = createScheduleKeeper({
    records: office.records,
    publish: publisher.publishScheduled,
    clock: office.clock,
    stopwatch: () => office.time.now,
    tell: () => {},
  });
  return {
    ...line,
    visitor,
    publish: async (fields: Readonly<Record<string, string>>) => {
      const answer = await visitor.submit('/console/publish', '/console/publish', fields);
      await publisher.idle();
      return answer;
    },
    /** Lets the scheduled moment come. */
    async comes() {
      await keeper.check();
      office.time.now = Date.parse('2026-12-01T00:00:10Z');
      await keeper.check();
    },
    page: async (path: string) => wordsOf((await visitor.get(path)).text),
  };
}

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const errorsIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<p class="field-error" id="(\w+)-error">([^<]*)<\/p>/g)].map(([, name = '', text]) => [
      name,
      text,
    ]),
  );

describe('The form of publishing', () => {
  test.each<[string, Readonly<Record<string, string>>, object]>([
    ['a day without a time', { publishTime: '' }, { publishTime: '公開する時刻を入れてください。' }],
    ['a time without a day', { publishDate: '' }, { publishDate: '公開する日を入れてください。' }],
    ['a day that does not exist', { publishDate: '2026-11-31' }, { publishDate: expect.stringContaining('ある日時') }],
    ['a time in words', { publishTime: '9時' }, { publishDate: expect.stringContaining('ある日時') }],
    ['a day in the past', { publishDate: '2026-11-23' }, { publishTime: expect.stringContaining('10分後') }],
    ['a day far ahead', { publishDate: '2028-11-23' }, { publishDate: expect.stringContaining('180日後') }],
    ['a day together with “now”', { when: 'now' }, { publishDate: expect.stringContaining('選んでください') }],
    [
      'a long text',
      { publishTime: 'x'.repeat(21) },
      { publishTime: '長すぎます。20文字までにしてください。', publishDate: expect.anything() },
    ],
  ])('refuses %s beside the field, keeps what was typed and publishes nothing', async (_, changed, errors) => {
    const { visitor, publish, office, publisher } = await start();
    const typed = { ...scheduled, ...changed };
    const answer = await publish(typed);
    expect([answer.status, errorsIn(answer.text)]).toEqual([422, errors]);
    for (const name of ['publishDate', 'publishTime', 'comment'] as const) {
      expect(answer.text).toMatch(new RegExp(`name="${name}"[^>]*value="${typed[name]}"`));
    }
    expect(publisher.job.state).toBe('none');
    expect(await office.records.schedules.newest()).toBeNull();
    expect((await visitor.get('/console/publish')).text).toContain('name="publishDate" type="date"');
  });
});

test('A day together with “now” is refused with its fields, even if a publication was scheduled meanwhile', async () => {
  const { visitor, publisher, office } = await start();
  const opened = await visitor.get('/console/publish');
  const by = { accountId: 'id of sato', accountName: 'sato', role: 'editor' } as const;
  const form = { comment: 'x', documentNumber: '', warningsReason: '', emergencyReason: '', basedOn: 1 };
  publisher.start(by, form, Date.parse('2026-12-01T00:00:00Z'));
  await publisher.idle();
  const answer = await visitor.send(opened, '/console/publish', { ...scheduled, when: 'now' });
  expect([answer.status, Object.keys(errorsIn(answer.text))]).toEqual([422, ['publishDate']]);
  expect(answer.text).toContain(`value="${scheduled.publishDate}"`);
  // Sent again as it is, it still publishes nothing.
  expect((await visitor.send(answer, '/console/publish', { ...scheduled, when: 'now' })).status).toBe(422);
  await publisher.idle();
  expect(await office.liveNumber()).toBe(1);
});

describe('A publication that is scheduled', () => {
  test('is shown on every page until its moment, and is then published automatically', async () => {
    const { page, publish, comes, office } = await start();
    const answer = await publish(scheduled);
    expect([answer.status, answer.headers.location]).toEqual([303, '/console/publish']);
    expect(await page('/console/publish')).toContain(
      '予定しました(hanakoさん)。第2版を2026年12月1日(火) 09:00に公開します。',
    );
    const banner = '第2版を2026年12月1日(火) 09:00に公開する予定です(hanakoさん)。';
    for (const path of ['/console', '/console/texts', '/console/account']) expect(await page(path)).toContain(banner);
    const shown = await page('/console/publish/schedule');
    expect(shown).toContain('A friendlier greeting');
    expect(shown).toContain('Hello from the town.');
    expect(shown).not.toContain('下書きが変わりました');
    await comes();
    expect(await office.liveNumber()).toBe(2);
    expect(await page('/console')).not.toContain(banner);
    expect(await page('/console/publish/schedule')).toContain('公開の予定はありません。');
    expect(await page('/console/audit')).toMatch(
      /公開の予定 予定どおりに公開しました\(第2版、文書番号 –、予定した人 hanakoさん\(hanako\)\)。/,
    );
  });

  test('says that the draft has changed since, and that publishing now would replace it', async () => {
    const { visitor, page, publish, office } = await start();
    await publish(scheduled);
    await office.save('en', 'goodbye', 'So long.');
    await office.approveAll();
    expect(await page('/console/publish/schedule')).toContain('予定したあとで、下書きが変わりました。');
    expect(await page('/console/publish')).toContain('今すぐ公開すると、予定した公開は行いません。');
    await publish(scheduled);
    expect(await page('/console/publish')).toContain('公開の予定がすでにあります。');
    await office.save('en', 'goodbye', 'See you.');
    await publish({ comment: 'at once', noDocument: 'yes', emergencyReason: 'A flood' });
    const overview = await page('/console');
    expect(overview).toContain('第2版の公開は、できませんでした。予定したあとで、ほかの公開をした');
    // The most important banner comes first. A narrow window shows this one alone.
    const { text } = await visitor.get('/console');
    const kinds = [...text.matchAll(/<div class="banner banner-(\w+)"><p><a/g)].map(([, kind]) => kind);
    // The page has all banners twice: for a wide window and for a narrow one.
    expect(kinds).toEqual(['error', 'warning', 'error', 'warning']);
  });

  test('is cancelled with one button', async () => {
    const { visitor, page, publish, comes, office } = await start();
    await publish(scheduled);
    const opened = await visitor.get('/console/publish/schedule');
    const answer = await visitor.send(opened, '/console/publish/schedule/cancel');
    expect(answer.headers.location).toBe('/console/publish/schedule?notice=schedule.done.cancelled');
    expect(await page(answer.headers.location ?? '')).toContain('公開の予定を取り消しました。');
    expect(await page('/console/publish')).not.toContain('予定しました');
    expect((await visitor.send(opened, '/console/publish/schedule/cancel')).status).toBe(409);
    await comes();
    expect(await office.liveNumber()).toBe(1);
    expect(await page('/console/audit')).toContain('第2版の公開の予定(2026-12-01 09:00)を取り消しました。');
  });

  test('that failed is reported on every page with the reason until somebody confirms having read it', async () => {
    const { visitor, page, publish, comes, office } = await start();
    await publish(scheduled);
    const { draft } = await office.approvals.read();
    const ref = { language: 'en', prompt: 'greeting' };
    await office.approvals.sendBack(mori, { ...ref, hash: draft.hashes.find(ref) ?? '' }, 'too short');
    await comes();
    const banner = '2026年12月1日(火) 09:00に予定していた第2版の公開は、できませんでした。もう一度確かめたところ';
    expect(await page('/console/account')).toContain(banner);
    expect(await page('/console/publish/schedule')).toContain(
      '最初のあいさつ(英語): 承認を待つ文:承認を待っています。',
    );
    expect(await page('/console/audit')).toContain(
      '2026-12-01 09:00に予定していた第2版の公開は、できませんでした。もう一度',
    );
    const answer = await visitor.submit('/console/publish/schedule', '/console/publish/schedule/settle', {});
    expect(answer.status).toBe(303);
    expect(await page('/console')).not.toContain('できませんでした');
  });

  test('is seen by a viewer, who cannot cancel it', async () => {
    const { visitor, page, office, publisher } = await start('viewer');
    const by = { accountId: 'id of sato', accountName: 'sato', role: 'editor' } as const;
    const form = { comment: 'x', documentNumber: '', warningsReason: '', emergencyReason: '', basedOn: 1 };
    publisher.start(by, form, Date.parse('2026-12-01T00:00:00Z'));
    await publisher.idle();
    expect(await page('/console')).toContain('公開する予定です(sato)');
    const { text } = await visitor.get('/console/publish/schedule');
    expect(text).not.toContain('schedule/cancel');
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await visitor.post('/console/publish/schedule/cancel', { csrf, number: '1' })).status).toBe(403);
    expect(await office.records.schedules.newest()).toMatchObject({ end: null });
  });
});
