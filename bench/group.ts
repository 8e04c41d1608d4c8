import type { Plan } from './plan.ts';
import type { Sounds } from './prepare-sounds.ts';
import type { Table } from './table.ts';

/** What a group of measurements needs. */
export interface GroupParts {
  readonly plan: Plan;
  /** The folder with the prompts of the line that is measured. */
  readonly promptsFolder: string;
  readonly audioCacheFolder: string;
  /** The sounds of these prompts in the embedded voice, made when a group first needs them. */
  readonly sounds: () => Promise<Sounds>;
}

/** Measures a group and returns the results as a table. */
export type Group = (parts: GroupParts) => Promise<Table>;
