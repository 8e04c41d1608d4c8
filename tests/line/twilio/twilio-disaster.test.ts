import { afterEach, beforeEach, describe, expect, test } from '#jest';
import type { NoticeForm } from '../../../src/office/disaster/read-notice.ts';
import { speakNotice } from '../../../src/office/disaster/speak-notice.ts';
import { everyScript } from '../../../src/office/editions/every-narration.ts';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { disasterDraft } from '../../support/disaster-draft.ts';
import { createTestContext } from '../../support/test-context.ts';
import { actionOf, post } from '../../support/twilio-call.ts';

const flood: NoticeForm = { kind: 'flood', places: ['north'], actions: ['leave'], at: '', until: '' };

describe('A disaster notice on the telephone', () => {
  let line: Awaited<ReturnType<typeof createTestContext>>;
  beforeEach(async () => {
    line = await createTestContext({ isFilled: true, draft: disasterDraft() });
  }, 60_000);
  afterEach(() => line.close());

  const switchOn = (form = flood) => line.disaster.desk.switchOn(commandLine, 'on', form);
  /** Creates the sounds of the notice, as the running service does in the background. */
  const speak = async () => {
    const notice = line.disaster.disaster.noticeNow();
    if (notice) expect(await speakNotice(line.shelf, notice, line.narrator)).toEqual([]);
  };
  const chosen = async (key: string) =>
    post(line.app, actionOf((await post(line.app, '/twilio/voice')).text), { Digits: key });

  test('is said by Twilio’s voice until its sounds are made, and then played', async () => {
    await switchOn();
    const menu = await post(line.app, '/twilio/voice');
    expect(menu.text).toContain('<Play>');
    const notice = await post(line.app, actionOf(menu.text), { Digits: '1' });
    expect(notice.text).toContain('The river is very high.');
    expect(notice.text).toContain('This is for the north.');
    expect(notice.text).toContain('Go to a safe place.');
    expect(notice.text).toMatch(/<Say [^>]*en-US[^>]*>/);
    await speak();
    const spoken = await chosen('1');
    expect(spoken.text).toContain('<Play>');
    expect(spoken.text).not.toContain('<Say');
  });

  test('reaches a call in progress at its next key, even if the same key had another answer in the same minute', async () => {
    const topics = await chosen('1');
    expect(topics.text).toContain('<Play>');
    const next = actionOf(topics.text);
    const ordinary = await post(line.app, next, { Digits: '1' });
    await switchOn();
    const warned = await post(line.app, next, { Digits: '1' });
    expect(warned.text).not.toBe(ordinary.text);
    expect(warned.text).toContain('The river is very high.');
    // After the notice, key 1 leads to the topics.
    expect((await post(line.app, actionOf(warned.text), { Digits: '1' })).text).toContain('<Play>');
    await line.disaster.desk.switchOff(commandLine, 'on');
    expect((await post(line.app, next, { Digits: '1' })).text).toBe(ordinary.text);
  });

  test('is in Easy Japanese and English for callers in whose language it is not approved', async () => {
    await switchOn();
    const notice = await chosen('2');
    expect(notice.text).toContain('The river is very high.');
    expect(notice.text).toContain('<sub alias="かわ">川</sub>');
    expect(notice.text.split('There is a large disaster now.')).toHaveLength(1);
    expect(notice.text).not.toContain('河水很高');
    // It is said again, because it is unknown whether callers heard all of it before they chose a language.
    const safety = await post(line.app, actionOf(notice.text), { Digits: '' });
    expect(safety.text).toContain('There is a large disaster now.');
    const rest = await post(line.app, actionOf(safety.text), { Digits: '' });
    expect(rest.text).toContain('垃圾热线请按');
  });

  test('puts nobody through: callers who ask for a person hear the notice, then why not, and then the notice again', async () => {
    const topics = await chosen('1');
    await switchOn();
    const press = async (twiml: string, Digits: string) => (await post(line.app, actionOf(twiml), { Digits })).text;
    const warned = await press(topics.text, '0');
    const refused = await press(warned, '0');
    const again = await press(refused, '');
    for (const text of [warned, refused, again]) expect(text).not.toContain('<Dial');
    for (const text of [warned, again]) expect(text).toContain('The river is very high.');
    // The reason is a text of the edition, so its sound has been made before the notice.
    const key = /<Play>[^<]*\/audio\/([0-9a-f]{64})\.wav<\/Play>/.exec(refused)?.[1];
    const played = [...everyScript(line.shelf.current)].find((script) => script?.narration.key === key);
    expect(played?.sentences.map(({ prompt }) => prompt).slice(0, 2)).toEqual(['reason-disaster', 'emergency']);
  });

  test('moves a call in progress to the current edition', async () => {
    const topics = await chosen('1');
    const old = line.shelf.current;
    line.shelf.publish({ ...old, id: 'anotherano', hash: 'another'.repeat(9) });
    await switchOn();
    const warned = await post(line.app, actionOf(topics.text), { Digits: '1' });
    const state = Buffer.from(actionOf(warned.text).split('/').at(-1)?.split('?')[0] ?? '', 'base64url').toString();
    expect(JSON.parse(state)[1]).toBe('anotherano');
  });
});
