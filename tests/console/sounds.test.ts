import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, jest, test } from '#jest';
import { mostArchives } from '../../src/console/sounds/route.ts';
import { readMuLawWav } from '../../src/sound/wav.ts';
import { createTestConsole } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { approvalsIn } from '../support/small-approvals.ts';

jest.setTimeout(60_000);

async function start() {
  const line = await createTestConsole();
  await line.letIn('hanako', 'viewer');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
}

describe('The sound of a text', () => {
  test('can be downloaded from the page of the text, and is the same sound that callers hear', async () => {
    const { visitor, office } = await start();
    const page = await visitor.get('/console/texts/en/goodbye');
    expect(page.text).toContain('href="/console/sounds/en/goodbye.wav" download');
    const { status, disposition, bytes } = await visitor.download('/console/sounds/en/goodbye.wav');
    expect([status, disposition]).toEqual([200, 'attachment; filename="en goodbye.wav"']);
    expect(readMuLawWav(bytes).length).toBeGreaterThan(4000);
    const kept = await Promise.all((await office.cache.keys()).map((key) => office.cache.read(key)));
    expect(kept.some((each) => each && Buffer.from(each).equals(bytes))).toBe(true);
  });

  test('is missing without words, and if the voice fails', async () => {
    const { visitor, office, reported } = await start();
    for (const path of ['en/no.such', 'xx/goodbye', 'en/constructor', 'en/whisper']) {
      expect([path, (await visitor.get(`/console/sounds/${path}.wav`)).status]).toEqual([path, 404]);
    }
    expect((await visitor.get('/console/sounds/en/goodbye.mp3')).status).toBe(404);
    office.engine.failWhen(() => true);
    const failed = await visitor.get('/console/sounds/en/goodbye.wav');
    expect([failed.status, failed.text.includes('音声を作れませんでした')]).toEqual([503, true]);
    expect(reported.map(String)).toEqual([expect.stringContaining('tone generator')]);
  });
});

describe('The sounds of a language', () => {
  test('are one ZIP file, in which each is named by number, id and name; its page needs no network', async () => {
    const { visitor, office } = await start();
    const { status, disposition, bytes } = await visitor.download('/console/sounds/en.zip');
    expect([status, disposition]).toEqual([200, 'attachment; filename=kotozute-sounds-en.zip']);
    const files = unzipSync(bytes);
    const slow = Object.keys(files).filter((name) => name.startsWith('slow/'));
    const names = Object.keys(files).filter((name) => !name.startsWith('slow/'));
    const prompts = Object.keys((await office.desk.read()).draft.words.get('en')?.prompts ?? {});
    expect(names.length).toBe(prompts.length + 1);
    // Every text is there at both speeds, under the same name.
    expect(slow).toEqual(names.slice(0, -1).map((name) => `slow/${name}`));
    expect(names[0]).toBe('001 greeting 最初のあいさつ.wav');
    for (const name of names.slice(0, -1))
      expect(readMuLawWav(files[name] ?? new Uint8Array()).length).toBeGreaterThan(0);
    const index = strFromU8(files['index.html'] ?? new Uint8Array());
    expect(index).toContain('This is the waste line.');
    expect(index).toContain('<ruby>案内');
    const sources = [...index.matchAll(/src="([^"]+)"/g)].map(([, source = '']) => decodeURIComponent(source));
    expect(sources.toSorted()).toEqual(names.filter((name) => name.endsWith('.wav')).toSorted());
    expect(index).not.toMatch(/https?:/);
  });

  test('leave out a text that the voice cannot speak, and say so', async () => {
    const { visitor, office } = await start();
    office.engine.failWhen(({ pieces }) => JSON.stringify(pieces).includes('Thank you for calling'));
    const files = unzipSync((await visitor.download('/console/sounds/en.zip')).bytes);
    expect(Object.keys(files).some((name) => name.includes(' goodbye '))).toBe(false);
    expect(strFromU8(files['index.html'] ?? new Uint8Array())).toContain('この文の音声は作れませんでした。');
  });

  test('are made for few people at a time, and only for languages that the line speaks', async () => {
    const { visitor } = await start();
    const asked = Array.from({ length: mostArchives + 3 }, () => visitor.download('/console/sounds/en.zip'));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 503).length).toBe(3);
    expect((await visitor.download('/console/sounds/en.zip')).status).toBe(200);
    expect((await visitor.get('/console/sounds/xx.zip')).status).toBe(404);
  });
});

describe('An approver without sound', () => {
  test('saves the file, hears it elsewhere, confirms that, and approves; the audit says how it was heard', async () => {
    const line = await createTestConsole();
    const office = approvalsIn(line.office);
    await office.publish();
    await office.save('en', 'goodbye', 'So long, and thank you.');
    await line.letIn('hanako', 'approver');
    const visitor = visitConsole(line.app);
    await visitor.signIn('hanako');
    const path = '/console/approvals/en';
    const { hash } = await office.textOf('en', 'goodbye');
    const text = `en goodbye ${hash}`;
    // A button of the approval form sends the form to this address.
    const csrf = formsIn((await visitor.get(path)).text).find(({ action }) => action.endsWith('/approve'))?.hidden.csrf;
    const begun = await visitor.post(`${path}/listening-file`, { csrf: csrf ?? '', text });
    expect(begun.headers.location).toBe(`${path}?listening=1&file=yes`);
    const page = await visitor.get(begun.headers.location ?? '');
    expect(page.text).toMatch(/href="\/audio\/[0-9a-f]{64}\.wav" download="kotozute-1\.wav"/);
    const send = (fields: Readonly<Record<string, string>>) => visitor.send(page, `${path}/heard-elsewhere`, fields);
    const unsaid = await send({});
    expect([unsaid.status, unsaid.text.includes('に印を付けてください。まだのときは')]).toEqual([422, true]);
    expect((await send({ elsewhere: '1', listening: '7' })).status).toBe(409);
    const heard = await send({ elsewhere: '1' });
    expect([heard.status, heard.headers.location]).toEqual([303, expect.stringContaining('heard=1')]);
    expect((await visitor.submit(path, `${path}/approve`, { text })).status).toBe(303);
    const audit = (await visitor.get('/console/audit')).text;
    expect(audit).toContain(
      '英語の文1件の音声をファイルで保存し、ほかの機器で最後まで聞いたと申告しました(終わりのあいさつ)。',
    );
  });
});
