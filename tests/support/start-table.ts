import { readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { expect } from '#jest';
import { disasterCommand } from './disaster-command.ts';
import { smallFiles, writePrompts } from './small-prompts.ts';
import { startFaults } from './start-faults.ts';
import { createPlace, type Place, startLine } from './start-line.ts';
import { until } from './until.ts';

/** A row of the table "What a start needs" in `docs/operation.md`. */
interface StartRow {
  readonly wrong: string;
  /** What becomes of the start when nothing was ever published, and when something was. */
  readonly never: string;
  readonly published: string;
  readonly told: string;
}

/** Reads the table. @throws Error when there is none */
export function startRows(): StartRow[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/operation.md'), 'utf8');
  const [, table] = /\| what is wrong at the start \|.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(text) ?? [];
  if (!table) throw new Error('docs/operation.md has no table of what can be wrong at a start.');
  return table
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [wrong = '', never = '', published = '', told = ''] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return { wrong, never, published, told };
    });
}

/** A place with words and nothing else. */
export async function emptyPlace(): Promise<Place> {
  const place = await createPlace();
  await writePrompts(place.prompts, smallFiles({ hasDisaster: true }));
  return place;
}

/** Places whose line was published, one with a disaster notice on; in both, the folder says something else by now. */
interface PublishedPlaces {
  readonly quiet: Place;
  readonly warned: Place;
  /** What the line said first when it was published. */
  readonly said: string;
}

export async function publishedPlaces(): Promise<PublishedPlaces> {
  const quiet = await emptyPlace();
  let said = '';
  {
    await using line = startLine(quiet);
    await line.says(/the prompts folder is published/);
    said = (await firstTurn(await line.address())).said;
  }
  const path = join(quiet.prompts, 'ja.yaml');
  const words = parse(await readFile(path, 'utf8'));
  words.prompts.greeting.push('これは あたらしい ことばです。');
  await writeFile(path, stringify(words));
  const warned = await copyOf(quiet);
  await disasterCommand(warned, 'on', '--kind', 'earthquake');
  return { quiet, warned, said };
}

export async function copyOf(place: Place): Promise<Place> {
  const copy = await createPlace();
  for (const each of ['audio', 'data', 'prompts'] as const) await cp(place[each], copy[each], { recursive: true });
  return copy;
}

/** What the beginning of a call is answered with, and whether its sound is to be had. */
async function firstTurn(address: string) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${address}/phone/calls`, { method: 'POST', headers, body: '{}' });
  const turn = (await response.json()) as { readonly audio: string; readonly sentences: { readonly prompt: string }[] };
  const hasSound = async () => (await fetch(address + turn.audio)).status === 200;
  return { prompt: turn.sentences[0]?.prompt, said: JSON.stringify(turn.sentences), hasSound };
}

/**
 * Starts the real line in a place with a fault, and holds what it does against what the table says.
 * @param place is harmed, and gone afterwards
 * @param lastSaid what the last edition says first
 */
export async function checkStart(
  { wrong, told }: StartRow,
  becomes: string,
  place: Place,
  lastSaid = '',
): Promise<void> {
  await using harmed = place;
  const fault = startFaults[wrong];
  await fault?.harm?.(harmed);
  await using line = startLine(harmed, fault?.settings?.(harmed));
  const [, words, when] = /^`([^`]+)`(.*)$/.exec(told) ?? [];
  const isTold = words !== undefined && (when === '' || becomes.includes('edition'));
  // What is logged is JSON; what a refused start prints is not.
  const expected = new RegExp([words ?? '', JSON.stringify(words ?? '').slice(1, -1)].map(RegExp.escape).join('|'));
  if (becomes === 'does not start') {
    expect(await line.ended()).toEqual({ code: 1, signal: null });
    expect(line.printed('stderr')).toMatch(expected);
    expect(line.printed()).not.toMatch(/^\s+at |\bError:/m);
    return;
  }
  const { prompt, said, hasSound } = await firstTurn(await line.address());
  expect(becomes).toMatch(/^serves the (?:folder|last edition)/);
  if (/^serves the last edition(?! with the notice)/.test(becomes)) expect(said).toBe(lastSaid);
  expect(prompt === 'disaster-safety').toBe(becomes.includes('notice'));
  if (becomes.includes('<Say>')) expect(await hasSound()).toBe(false);
  // On a busy machine an office may take longer to begin than a caller waits for its sound.
  else await until('the sound of the first turn', hasSound);
  if (isTold) await line.says(expected);
  // Whoever reads the log has to find it: one line for a reason, and none that only a programmer understands.
  const errors = line
    .printed('stdout')
    .split('\n')
    .filter((text) => /"level":(?:50|60)/.test(text));
  if (!isTold) expect(errors.filter((text) => !text.includes('narration'))).toEqual([]);
  expect(errors.filter((text) => text.includes('"err"'))).toEqual([]);
  expect(errors.length).toBeLessThanOrEqual(3);
}
