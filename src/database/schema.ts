import type { DraftTables } from './drafts/draft-tables.ts';
import type { EditionTables } from './editions/edition-tables.ts';
import type { MemoTables } from './memos/memo-tables.ts';
import type { RehearsalTables } from './rehearsals/rehearsal-tables.ts';
import type { StaffTables } from './staff/staff-tables.ts';

/** Every table. */
export interface Schema extends StaffTables, DraftTables, EditionTables, RehearsalTables, MemoTables {}
