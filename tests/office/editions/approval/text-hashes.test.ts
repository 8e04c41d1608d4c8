import { describe, expect, jest, test } from '#jest';
import { createTextSpeaker } from '../../../../src/office/editions/approval/spoken-text.ts';
import { createTextHashes } from '../../../../src/office/editions/approval/text-hashes.ts';
import { createEdition } from '../../../../src/office/editions/edition.ts';
import { everyNarration } from '../../../../src/office/editions/every-narration.ts';
import { sentencesIn } from '../../../../src/office/editions/manifest.ts';
import { bundledDraft } from '../../../support/bundled.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { fixtureDraft } from '../../../support/draft-fixture.ts';
import { longDraft } from '../../../support/long-draft.ts';
import { openApprovals } from '../../../support/small-approvals.ts';
import { createToneEngine } from '../../../support/tone-engine.ts';

jest.setTimeout(60_000);

const engine = createToneEngine();

describe('The hash of a text', () => {
  test.each([
    ['made-up', fixtureDraft()],
    ['bundled', bundledDraft()],
  ])(
    'covers every sound that callers of the %s line can hear: nothing is heard that nobody approved',
    async (_, draft) => {
      const speak = createTextSpeaker(draft, engine);
      const spoken = [...draft.words].flatMap(([language, { prompts }]) =>
        Object.keys(prompts).map((prompt) => ({ prompt: `${language} ${prompt}`, text: speak({ language, prompt }) })),
      );
      expect(spoken.filter(({ text }) => text === null)).toEqual([]);
      const covered = new Set(
        spoken.flatMap(({ text }) => [...(text?.normal ?? []), ...(text?.slow ?? [])].map(({ key }) => key)),
      );
      const heard = sentencesIn(await everyNarration(createEdition(draft, engine)));
      expect(heard.length).toBeGreaterThan(100);
      expect(heard.filter(({ key }) => !covered.has(key)).map(({ sentence }) => sentence.prompt)).toEqual([]);
    },
  );

  test('is the same for the same text, and null for a text that cannot be said', async () => {
    const hashTexts = createTextHashes();
    const place = { language: 'en', prompt: 'days.which' };
    const first = (await hashTexts(fixtureDraft(), engine)).find(place);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect((await createTextHashes()(fixtureDraft(), engine)).find(place)).toBe(first);
    const holed = fixtureDraft(['en.yaml', '"This changes on {{firstDay}}."', '"This changes on {{lastDay}}."']);
    const hashes = await hashTexts(holed, engine);
    expect([hashes.find(place), hashes.find({ language: 'en', prompt: 'nothing' })]).toEqual([null, null]);
    expect((await hashTexts(fixtureDraft(), engine)).find(place)).toBe(first);
  });
});

test('The hashes of an edition are computed again after a failure', async () => {
  const { approvals } = await openApprovals();
  const { line, words } = fixtureDraft();
  let isBroken = true;
  const voice = {
    id: engine.id,
    get fingerprint() {
      if (isBroken) throw new Error('The engine is not known.');
      return engine.fingerprint;
    },
  };
  const edition = { line, words: Object.fromEntries(words), engine: voice, hash: 'made up' };
  await expect(approvals.hashesOf(edition)).rejects.toThrow('not known');
  isBroken = false;
  expect((await approvals.hashesOf(edition)).find({ language: 'en', prompt: 'goodbye' })).toMatch(/^[0-9a-f]{64}$/);
});

test('The hashes of 200 prompts in 14 languages take little work, and after a change only that of the changed texts', async () => {
  const draft = longDraft(200, 14);
  const hashTexts = createTextHashes();
  const took = async (given = draft) => {
    const began = cpuTime();
    await hashTexts(given, engine);
    return cpuTime() - began;
  };
  const [first, again] = [await took(), Math.min(await took(), await took(), await took())];
  const english = draft.words.get('en');
  if (!english) throw new Error('The long line speaks English.');
  const changed = (goodbye: string) => {
    const prompts = { ...english.prompts, goodbye: [goodbye] };
    return { ...draft, words: new Map(draft.words).set('en', { ...english, prompts }) };
  };
  const place = { language: 'en', prompt: 'goodbye' };
  const hashes = [draft, changed('A.')].map(async (each) => (await hashTexts(each, engine)).find(place));
  expect(new Set(await Promise.all(hashes)).size).toBe(2);
  const afterwards = Math.min(await took(changed('B.')), await took(changed('C.')), await took(changed('D.')));
  const all = [first, again, afterwards].map((each) => each.toFixed(0));
  process.stderr.write(`hashes of 2,800 texts: ${all[0]} ms at first, then ${all[1]}, after a change ${all[2]}\n`);
  expect(again).toBeLessThan(150);
  expect(afterwards).toBeLessThan(first / 4);
  expect(first).toBeLessThan(30_000);
});
