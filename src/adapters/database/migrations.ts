import type { Migration } from 'kysely/migration';
import { accounts } from './migrations/2026-11-22-accounts.ts';

/** Every step from an empty file to today's tables, by name; a step that has been published is never changed. */
export const migrations: Readonly<Record<string, Migration>> = { '2026-11-22-accounts': accounts };
