import type { AuditEntry, AuditTrail } from '../../office/staff/audit-entry.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { AuditTables } from './staff-tables.ts';

/** The audit in the append-only table `audit`. */
export const createAuditTrail = (db: Queries<AuditTables>): AuditTrail => ({
  async add({ at, who, act, about }) {
    await db
      .insertInto('audit')
      .values({
        at: toMomentText(at),
        account_id: who.accountId,
        account_name: who.accountName,
        act,
        about: JSON.stringify(about),
      })
      .execute();
  },
  async has({ at, who, act, about }) {
    const found = await db
      .selectFrom('audit')
      .select('number')
      .where('at', '=', toMomentText(at))
      .where('account_name', '=', who.accountName)
      .where('act', '=', act)
      .where('about', '=', JSON.stringify(about))
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  },
  async list(before, limit) {
    let query = db.selectFrom('audit').selectAll().orderBy('number', 'desc').limit(limit);
    if (before !== null) query = query.where('number', '<', before);
    const rows = await query.execute();
    return rows.map(
      ({ number, at, account_id, account_name, act, about }): AuditEntry => ({
        number,
        at: fromMomentText(at),
        who: { accountId: account_id, accountName: account_name },
        act,
        about: JSON.parse(about),
      }),
    );
  },
});
