import { deepTest, describe, expect, jest } from '#jest';
import { cachedSounds } from '../support/cached-sounds.ts';
import { lives, officeOf, voiceOf } from '../support/processes.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, slowDisk, startLine } from '../support/start-line.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

/** Matches a progress line at or after the given number of tenths of the sentences. */
const progressAt = (tenth: number) => new RegExp(`\\[#{${Math.ceil(tenth * 2.4)},24}\\.*\\] \\d+/(\\d+) sentences`);

describe('A server killed while it makes the audio', () => {
  deepTest('leaves only whole sounds, ends its voice too, and the next start continues where it stopped', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    let total = 0;
    for (const tenth of [1, 4, 7]) {
      await using line = startLine(place);
      total = Number((await line.says(progressAt(tenth)))[1]);
      const voice = await until('the voice', () => voiceOf(line.processId));
      line.kill('SIGKILL');
      expect(await line.ended()).toEqual({ code: null, signal: 'SIGKILL' });
      await until('the end of the voice', () => !lives(voice.id), 10_000);
      await cachedSounds(place.audio);
    }
    {
      await using line = startLine(place, slowDisk);
      // The office writes the files. It is stopped before the inspection and then killed, so that the files stay as
      // they were seen. If the office learned that its line is gone, it would clean up.
      const office = await until('the office', () => officeOf(line.processId));
      await until('a half-written file', async () => {
        process.kill(office.id, 'SIGSTOP');
        if ((await cachedSounds(place.audio)).others.length > 0) return true;
        process.kill(office.id, 'SIGCONT');
        return false;
      });
      process.kill(office.id, 'SIGKILL');
      line.kill('SIGKILL');
      await line.ended();
    }
    const kept = await cachedSounds(place.audio);
    expect(kept.sounds.size).toBeGreaterThan(0);
    // One temporary file for each write in progress at the kill: at least the one just seen.
    expect(kept.others.length).toBeGreaterThan(0);
    for (const other of kept.others) expect(other).toMatch(/\.wav\.\d+$/);

    await using last = startLine(place);
    const [, spoken] = await last.says(/"spoken":(\d+),"msg":"all narrations exist"/);
    expect(Number(spoken)).toBeGreaterThan(0);
    expect(Number(spoken)).toBeLessThan(total / 2);
    const swept = await until('the sweep of temporary files', async () => {
      const found = await cachedSounds(place.audio);
      return found.others.length === 0 && found;
    });
    for (const [path, written] of kept.sounds) expect([path, swept.sounds.get(path)]).toEqual([path, written]);
  });
});
