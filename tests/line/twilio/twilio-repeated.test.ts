import { afterAll, beforeAll, beforeEach, describe, expect, test } from '#jest';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { createTestContext } from '../../support/test-context.ts';
import { createToneEngine } from '../../support/tone-engine.ts';
import { actionOf, post } from '../../support/twilio-call.ts';

/** The bundled call centre closes at 17:30 in Japan on a working day. */
const justOpen = '2026-11-24T08:29:59.999Z';
const justClosed = '2026-11-24T08:30:00Z';

describe('A webhook that repeats an earlier one', () => {
  let line: Awaited<ReturnType<typeof createTestContext>>;
  beforeAll(async () => {
    line = await createTestContext({ isFilled: true, now: justOpen });
  }, 60_000);
  beforeEach(() => {
    line.now = justOpen;
  });
  afterAll(() => line.close());

  /** A new call to the topics menu, always with the same key. */
  const toTopics = async () => {
    const menu = await post(line.app, '/twilio/voice');
    return post(line.app, actionOf(menu.text), { Digits: '4' });
  };

  test('gets the same answer, byte for byte', async () => {
    expect((await toTopics()).text).toBe((await toTopics()).text);
  });

  test('gets another answer as soon as the opening hours end', async () => {
    const topics = await toTopics();
    const explanation = await post(line.app, actionOf(topics.text), { Digits: '2' });
    const ask = async () => (await post(line.app, actionOf(explanation.text), { Digits: '0' })).text;
    expect(await ask()).toContain('<Dial');
    line.now = justClosed;
    const closed = await ask();
    expect(closed).not.toContain('<Dial');
    expect(await ask()).toBe(closed);
    line.now = justOpen;
    expect(await ask()).toContain('<Dial');
  });

  test('gets another answer if its call began on a new edition, but the same answer if its call began before', async () => {
    const before = await post(line.app, '/twilio/voice');
    const old = await post(line.app, actionOf(before.text), { Digits: '1' });
    const draft = bundledDraft();
    const changed = new Map(draft.words);
    const english = draft.words.get('en');
    if (!english) throw new Error('There is no English.');
    changed.set('en', { ...english, prompts: { ...english.prompts, welcome: ['Welcome anew.'] } });
    line.shelf.publish(createEdition({ ...draft, words: changed }, createToneEngine()));
    const after = await post(line.app, '/twilio/voice');
    expect((await post(line.app, actionOf(after.text), { Digits: '1' })).text).toContain('Welcome anew.');
    expect((await post(line.app, actionOf(before.text), { Digits: '1' })).text).toBe(old.text);
  });

  test('gets the text for Twilio’s voice as soon as the sound is known to be missing', async () => {
    const topics = await toTopics();
    const key = /audio\/([0-9a-f]{64})\.wav/.exec(topics.text)?.[1] ?? '';
    await line.narrator.discard(key);
    expect((await toTopics()).text).toContain('<Say');
  });
});
