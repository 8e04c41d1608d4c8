import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { cachedSounds } from '../support/cached-sounds.ts';
import { lives, voiceOf } from '../support/processes.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { until } from '../support/until.ts';

jest.setTimeout(240_000);

/** A line of progress, so many tenths of the sentences or more on. */
const progressAt = (tenth: number) => new RegExp(`\\[#{${Math.ceil(tenth * 2.4)},24}\\.*\\] \\d+/(\\d+) sentences`);

describe('A server killed while it makes the audio', () => {
  test('leaves only whole sounds, takes its voice along, and the next start goes on where it was', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    let total = 0;
    for (const tenth of [1, 3, 5, 8]) {
      await using line = startLine(place);
      total = Number((await line.says(progressAt(tenth)))[1]);
      const voice = await until('the voice', () => voiceOf(line.processId));
      line.kill('SIGKILL');
      expect(await line.ended()).toEqual({ code: null, signal: 'SIGKILL' });
      await until('the end of the voice', () => !lives(voice.id), 10_000);
      const { others } = await cachedSounds(place.audio);
      expect(others.filter((name) => !/\.wav\.\d+$/.test(name))).toEqual([]);
    }
    const kept = await cachedSounds(place.audio);
    expect(kept.sounds.size).toBeGreaterThan(0);

    // A kill seldom falls into the milliseconds of a write, so one temporary file is certain.
    const left = join(place.audio, 'ab', `${'ab'.repeat(32)}.wav.1234567890`);
    await mkdir(join(place.audio, 'ab'), { recursive: true });
    await writeFile(left, 'RIFF and not much more');

    await using last = startLine(place);
    const [, spoken] = await last.says(/"spoken":(\d+),"msg":"every narration is there"/);
    expect(Number(spoken)).toBeGreaterThan(0);
    expect(Number(spoken)).toBeLessThan(total / 2);
    const swept = await until('the sweep of temporary files', async () => {
      const found = await cachedSounds(place.audio);
      return found.others.length === 0 && found;
    });
    for (const [path, written] of kept.sounds) expect([path, swept.sounds.get(path)]).toEqual([path, written]);
  });
});
