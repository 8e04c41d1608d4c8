import type { Group } from '../group.ts';
import { measureCalls } from './calls.ts';
import { measureDay } from './day.ts';
import { measureFirstPages } from './first-pages.ts';
import { measureHeard } from './heard.ts';
import { measureLanguages } from './languages.ts';
import { measureLargeOffice } from './large-office.ts';
import { measureMemory } from './memory.ts';
import { measurePages } from './pages.ts';
import { measurePresses } from './press.ts';
import { measureRate } from './rate.ts';
import { measureRungs } from './rungs.ts';
import { measureSeconds } from './seconds.ts';
import { measureStart } from './start.ts';

/** All groups by their names for `--only`, in the order of the report. */
export const groups: Readonly<Record<string, Group>> = {
  rungs: measureRungs,
  rate: measureRate,
  calls: measureCalls,
  languages: measureLanguages,
  start: measureStart,
  memory: measureMemory,
  pages: measurePages,
  'first-pages': measureFirstPages,
  'large-office': measureLargeOffice,
  heard: measureHeard,
  press: measurePresses,
  seconds: measureSeconds,
  day: measureDay,
};

/** Groups that take many minutes. They are measured only if they are named. */
export const onRequest: readonly string[] = ['large-office', 'day'];
