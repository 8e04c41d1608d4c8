import { connect } from 'node:net';
import { deepTest, describe, expect, jest, test } from '#jest';
import { cachedSounds } from '../support/cached-sounds.ts';
import { familyOf, lives, voiceOf } from '../support/processes.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, slowDisk, startLine } from '../support/start-line.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

const peaceful = { code: 0, signal: null };

describe('A server told to stop', () => {
  test('ends with code 0 while it makes the audio, and ends its voice too', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    await using line = startLine(place);
    await line.says(/Rendering speech/);
    const voice = await until('the voice', () => voiceOf(line.processId));
    line.kill('SIGTERM');
    expect(await line.ended()).toEqual(peaceful);
    expect(lives(voice.id)).toBe(false);
    expect(line.printed()).not.toMatch(/"level":[45]0/);
  });

  // write-file-atomic listens for signals too, and could end the process at once.
  deepTest('ends with code 0 in the middle of writing a file', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    await using line = startLine(place, slowDisk);
    await until('a half-written file', async () => (await cachedSounds(place.audio)).others.length > 0);
    line.kill('SIGTERM');
    expect(await line.ended()).toEqual(peaceful);
    await cachedSounds(place.audio);
  });

  deepTest('ends with code 0 before and after there is any audio, for Ctrl-C too', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    for (const [moment, signal] of [
      [/Kotozute answers on/, 'SIGINT'],
      [/all narrations exist/, 'SIGINT'],
      [/all narrations exist/, 'SIGTERM'],
    ] as const) {
      await using line = startLine(place);
      await line.says(moment);
      line.kill(signal);
      expect(await line.ended()).toEqual(peaceful);
    }
  });

  test('finishes the answer in progress, and accepts no new connection', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    await using line = startLine(place);
    const port = Number(new URL(await line.address()).port);
    const caller = await openSlowCall(port);
    line.kill('SIGTERM');
    await until('a refused connection', () => isRefused(port));
    expect(lives(line.processId)).toBe(true);
    const answer = await caller.finish();
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('"audio":"/audio/');
    expect(await line.ended()).toEqual(peaceful);
  });

  deepTest('ends together with npm start, and leaves no process behind', async () => {
    await using place = await createPlace();
    await writePrompts(place.prompts, smallFiles());
    await using line = startLine(place, {}, 'npm');
    await line.says(/Rendering speech/);
    const family = familyOf(line.processId);
    const commands = family.map(({ command }) => command);
    // The line and its office.
    expect(commands.filter((command) => command.includes('src/main.ts'))).toHaveLength(2);
    expect(commands.filter((command) => command.includes('espeak-child'))).toHaveLength(1);
    line.kill('SIGTERM');
    expect(await line.ended()).toEqual(peaceful);
    expect(family.filter(({ id }) => lives(id))).toEqual([]);
  });
});

/** Opens a request of which the server has read the head. The body is sent by `finish`. */
async function openSlowCall(port: number): Promise<{ finish(): Promise<string> }> {
  const socket = connect(port, 'localhost').setEncoding('utf8');
  let heard = '';
  socket.on('data', (text) => {
    heard += text;
  });
  const head = ['POST /phone/calls HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', 'Content-Length: 2'];
  socket.write(`${[...head, 'Expect: 100-continue'].join('\r\n')}\r\n\r\n`);
  await until('100 Continue', () => heard.startsWith('HTTP/1.1 100'));
  heard = '';
  return {
    async finish() {
      socket.write('{}');
      return until('the whole answer', () => heard.endsWith('}') && heard.replace(/^.*?(?=HTTP)/s, ''));
    },
  };
}

const isRefused = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, 'localhost');
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    socket.once('connect', () => socket.destroy());
  });
