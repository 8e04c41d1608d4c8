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

/** A row of the table in the section "What a start needs" of `docs/operation.md`. */
interface StartRow {
  readonly wrong: string;
  /** The outcomes of the start: `never` if nothing was ever published, `published` if an edition was. */
  readonly never: string;
  readonly published: string;
  readonly told: string;
}

/** Reads the table. @throws Error if there is none */
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

/** A place that contains only words. */
export async function emptyPlace(): Promise<Place> {
  const place = await createPlace();
  await writePrompts(place.prompts, smallFiles({ hasDisaster: true }));
  return place;
}

/**
 * Two places with a published line. In `warned`, a disaster notice is on. In both, the words in the prompts folder have
 * changed since the publication.
 */
interface PublishedPlaces {
  readonly quiet: Place;
  readonly warned: Place;
  /** The sentences of the line's first turn when it was published. */
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

/** The first turn of a call, and a function that checks whether its sound can be fetched. */
async function firstTurn(address: string) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${address}/phone/calls`, { method: 'POST', headers, body: '{}' });
  const turn = (await response.json()) as { readonly audio: string; readonly sentences: { readonly prompt: string }[] };
  const hasSound = async () => (await fetch(address + turn.audio)).status === 200;
  return { prompt: turn.sentences[0]?.prompt, said: JSON.stringify(turn.sentences), hasSound };
}

/**
 * Starts the real line in a place with a fault, and compares what happens with the table.
 * @param becomes the outcome that the table names
 * @param place is damaged by this function, and deleted afterwards
 * @param lastSaid the sentences of the first turn on the last edition
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
  // In the log, the words are escaped for JSON. A start that is refused prints them unescaped.
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
  // On a busy machine, an office may take longer to start than a caller waits for a sound.
  else await until('the sound of the first turn', hasSound);
  if (isTold) await line.says(expected);
  // The log must be readable: few errors, each of one line, and no stack traces.
  const errors = line
    .printed('stdout')
    .split('\n')
    .filter((text) => /"level":(?:50|60)/.test(text));
  if (!isTold) expect(errors.filter((text) => !text.includes('narration'))).toEqual([]);
  expect(errors.filter((text) => text.includes('"err"'))).toEqual([]);
  expect(errors.length).toBeLessThanOrEqual(3);
}
