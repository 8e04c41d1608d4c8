import type { Group } from '../group.ts';
import { measureCalls } from './calls.ts';
import { measureDay } from './day.ts';
import { measureLanguages } from './languages.ts';
import { measureMemory } from './memory.ts';
import { measurePresses } from './press.ts';
import { measureRate } from './rate.ts';
import { measureRungs } from './rungs.ts';
import { measureSeconds } from './seconds.ts';
import { measureStart } from './start.ts';

/** Every group, by the name that `--only` takes, in the order of the report. */
export const groups: Readonly<Record<string, Group>> = {
  rungs: measureRungs,
  rate: measureRate,
  calls: measureCalls,
  languages: measureLanguages,
  start: measureStart,
  memory: measureMemory,
  press: measurePresses,
  seconds: measureSeconds,
  day: measureDay,
};

/** Those that are measured only when they are asked for: they take many minutes. */
export const onRequest: readonly string[] = ['day'];
