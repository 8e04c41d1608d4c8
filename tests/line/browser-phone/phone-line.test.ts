import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { createTestContext } from '../../support/test-context.ts';

const { languages, name, topics } = bundledDraft().line;
let line: Awaited<ReturnType<typeof createTestContext>>;
beforeAll(async () => {
  line = await createTestContext();
});
afterAll(() => line.close());

const call = (body: object) => request(line.app).post('/phone/calls').send(body);
const press = (turn: { state: string; count: number }, key: string) =>
  request(line.app)
    .post('/phone/turn')
    .send({ state: turn.state, count: turn.count, input: { kind: 'key', key } });

describe('The description of the line for the page', () => {
  test('has the name of the line and its languages, in the order of the menu, each with its own name', async () => {
    const { status, headers, body } = await request(line.app).get('/phone/line.json');
    expect([status, headers['cache-control'], headers.vary]).toEqual([200, 'no-cache', 'Accept-Language']);
    expect(body).toEqual({
      ...{ name, preferred: null, number: null, disaster: [] },
      languages: languages.map(({ tag, name }) => ({
        ...{ tag, name, number: null, disaster: [] },
        title: { language: tag, parts: expect.any(Array) },
      })),
    });
    expect(body.languages[3].title.parts).toEqual([{ text: '구마모토현 마이넘버 전화 안내' }]);
  });

  test('has the language that the browser prefers', async () => {
    const { body } = await request(line.app).get('/phone/line.json').set('Accept-Language', 'zh-HK, en;q=0.7');
    expect(body.preferred).toBe('zh-Hant');
  });

  test('has the disaster notice, in the languages in which a caller of each language would hear it', async () => {
    const form = { kind: 'tsunami', places: [], actions: ['high-place'], at: '2026-11-24T09:30', until: '' };
    await line.disaster.desk.switchOn(commandLine, 'on', form);
    const { body } = await request(line.app).get('/phone/line.json');
    await line.disaster.desk.switchOff(commandLine, 'on');
    const spoken = (warning: { language: string }[]) => warning.map(({ language }) => language);
    expect(spoken(body.disaster)).toEqual(['ja', 'en']);
    expect(
      Object.fromEntries(
        body.languages.map((each: { tag: string; disaster: [] }) => [each.tag, spoken(each.disaster)]),
      ),
    ).toMatchObject({
      en: ['en'],
      ko: ['ko', 'ja', 'en'],
    });
    expect(body.languages[0].disaster[0].sentences[0]).toEqual([{ text: 'A tsunami is coming.' }]);
  });

  test('comes with a policy that allows only scripts of the line itself', async () => {
    const { headers } = await request(line.app).get('/phone/line.json');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });
});

describe('A call that starts in a language', () => {
  test.each(languages)('skips the language menu, in $name', async ({ tag }) => {
    const { status, body } = await call({ language: tag });
    expect([status, body.language, body.count]).toEqual([200, tag, 1]);
    const prompts = body.sentences.map((sentence: { prompt: string }) => sentence.prompt);
    expect(prompts).toEqual(expect.arrayContaining(['greeting', 'welcome', `topic.${topics[0]?.id}.menu`]));
    expect(prompts).not.toContain('language-item');
    expect(new Set(body.sentences.map((sentence: { language: string }) => sentence.language))).toEqual(new Set([tag]));
  });

  test.each(['ZH-HANT', 'zh-hant'])('accepts the tag %s, in capital or small letters', async (language) => {
    expect((await call({ language })).body.language).toBe('zh-Hant');
  });

  test.each(['xx', '', 'zh', 'ko-KR', '__proto__'])(
    'is refused for %j in one sentence that lists the tags',
    async (language) => {
      const { status, body } = await call({ language });
      expect(status).toBe(400);
      expect(body).toEqual({
        error: 'This line does not speak that language; it speaks en, zh-Hans, zh-Hant, ko, es, pt, ja.',
      });
    },
  );

  test.each([7, null, 'x'.repeat(36)])('is refused for %j, which is not a tag', async (language) => {
    const { status, body } = await call({ language });
    expect([status, body.error]).toEqual([400, expect.stringContaining('language')]);
  });
});

describe('A turn', () => {
  test('says whether the caller asked for slower speech', async () => {
    const { body: menu } = await call({ language: 'es' });
    expect(menu.slow).toBe(false);
    const { body: slower } = await press(menu, '8');
    expect(slower.slow).toBe(true);
    const { body: still } = await press(slower, '1');
    expect(still.slow).toBe(true);
    expect((await press(still, '8')).body.slow).toBe(false);
  });

  test('names the prompt of an explanation, and no prompt in menus', async () => {
    const { body: menu } = await call({ language: 'ko' });
    expect(menu.explains).toBeNull();
    const { body: explanation } = await press(menu, topics[0]?.key ?? '');
    expect(explanation.explains).toBe(topics[0]?.parts[0]);
    expect(explanation.sentences.map((sentence: { prompt: string }) => sentence.prompt)).toContain(
      explanation.explains,
    );
    expect((await call({})).body.explains).toBeNull();
  });
});
