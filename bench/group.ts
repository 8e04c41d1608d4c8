import type { Plan } from './plan.ts';
import type { Sounds } from './prepare-sounds.ts';
import type { Table } from './table.ts';

/** What a group of measurements needs. */
export interface GroupParts {
  readonly plan: Plan;
  /** The folder of the prompts whose sounds, start and seconds are measured. */
  readonly promptsFolder: string;
  readonly audioCacheFolder: string;
  /** The same words in the real embedded voice, made when a group first needs them. */
  readonly sounds: () => Promise<Sounds>;
}

/** Measures one table. */
export type Group = (parts: GroupParts) => Promise<Table>;
