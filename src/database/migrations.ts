import type { Migration } from 'kysely/migration';
import { drills } from './disaster/2026-11-30-drills.ts';
import { drafts } from './drafts/2026-11-22-drafts.ts';
import { editions } from './editions/2026-11-22-editions.ts';
import { approvals } from './editions/2026-11-23-approvals.ts';
import { schedules } from './editions/2026-11-30-schedules.ts';
import { unreadReasons } from './editions/2026-11-30-unread-reasons.ts';
import { memos } from './memos/2026-11-22-memos.ts';
import { readings } from './native-reviews/2026-11-30-readings.ts';
import { groupAnswers } from './native-reviews/2026-11-30-whole-groups.ts';
import { secondReadings } from './native-reviews/2026-12-01-second-readings.ts';
import { rehearsals } from './rehearsals/2026-11-23-rehearsals.ts';
import { accounts } from './staff/2026-11-22-accounts.ts';

/** All migrations from an empty file to the current tables, by name. A released migration is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-accounts': accounts,
  '2026-11-22-drafts': drafts,
  '2026-11-22-editions': editions,
  '2026-11-22-memos': memos,
  '2026-11-23-approvals': approvals,
  '2026-11-23-rehearsals': rehearsals,
  '2026-11-30-drills': drills,
  '2026-11-30-readings': readings,
  '2026-11-30-schedules': schedules,
  '2026-11-30-unread-reasons': unreadReasons,
  '2026-11-30-whole-groups': groupAnswers,
  '2026-12-01-second-readings': secondReadings,
};
