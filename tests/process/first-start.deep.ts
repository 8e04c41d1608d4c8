import { deepTest, describe, expect, jest } from '#jest';
import { readMuLawWav } from '../../src/sound/wav.ts';
import { cachedSounds } from '../support/cached-sounds.ts';
import { call, press } from '../support/phone-call.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

const progress = /^Rendering speech \[[#.]{24}\] (\d+)\/(\d+) sentences, ([a-z ]+), (\d+) s left$/gm;

const ready = (address: string) =>
  until('/readyz to say 200', async () => (await fetch(`${address}/readyz`)).status === 200);

describe('A first start', () => {
  deepTest(
    'answers calls before its audio exists, shows its progress, and leaves nothing to make for the second start',
    async () => {
      await using place = await createPlace();
      await writePrompts(place.prompts, smallFiles());
      let total = '';
      {
        await using line = startLine(place);
        const address = await line.address();
        expect((await fetch(`${address}/readyz`)).status).toBe(503);
        expect((await fetch(`${address}/healthz`)).status).toBe(200);

        const turn = await call(address);
        expect(turn.next.do).toBe('wait-for-key');
        const sound = await fetch(address + turn.audio);
        expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/wav']);
        expect(readMuLawWav(await sound.bytes()).length).toBeGreaterThan(8000);

        await ready(address);
        const [last, ...before] = [...line.printed('stderr').matchAll(progress)].reverse();
        expect(before.length).toBeGreaterThan(3);
        expect(last?.[1]).toBe(last?.[2]);
        expect(last?.[4]).toBe('0');
        total = last?.[2] ?? '';
        await line.says(new RegExp(`"spoken":${total},"msg":"all narrations exist"`));
      }
      const before = await cachedSounds(place.audio);
      expect(before.sounds.size).toBeGreaterThan(Number(total));

      await using again = startLine(place);
      await again.says(/"spoken":0,"msg":"all narrations exist"/);
      await ready(await again.address());
      expect(again.printed('stderr')).toBe('');
      expect(await cachedSounds(place.audio)).toEqual(before);
    },
  );

  deepTest('makes the sound of an explanation on demand, long before its turn', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    await using line = startLine(place);
    const address = await line.address();
    let turn = await call(address);
    for (const key of ['1', '1', '8'] as const) turn = await press(address, turn, key);
    expect(turn.language).toBe('en');
    const sound = await fetch(address + turn.audio);
    expect(sound.status).toBe(200);
    expect(readMuLawWav(await sound.bytes()).length).toBeGreaterThan(8000);
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
  });
});
