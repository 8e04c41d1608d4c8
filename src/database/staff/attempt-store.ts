import type { AttemptStore } from '../../office/staff/sign-in-attempt.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { StaffTables } from './staff-tables.ts';

/** Attempts in the table `sign_in_attempts`. */
export function createAttemptStore(db: Queries<StaffTables>): AttemptStore {
  async function times(of: { accountKey?: string; addressKey?: string }, after: number): Promise<number[]> {
    let query = db.selectFrom('sign_in_attempts').select('at').where('at', '>', toMomentText(after));
    if (of.accountKey !== undefined) query = query.where('account_key', '=', of.accountKey);
    if (of.addressKey !== undefined) query = query.where('address_key', '=', of.addressKey);
    const rows = await query.orderBy('at').execute();
    return rows.map(({ at }) => fromMomentText(at));
  }
  return {
    async add({ id, accountKey, addressKey, at }) {
      await db
        .insertInto('sign_in_attempts')
        .values({ id, account_key: accountKey, address_key: addressKey, at: toMomentText(at) })
        .execute();
    },
    timesOfAccount: (accountKey, after) => times({ accountKey }, after),
    timesOfAddress: (addressKey, after) => times({ addressKey }, after),
    timesOfPair: (accountKey, addressKey, after) => times({ accountKey, addressKey }, after),
    async clearAccount(accountKey) {
      await db.deleteFrom('sign_in_attempts').where('account_key', '=', accountKey).execute();
    },
    async pullBack(at) {
      const now = toMomentText(at);
      await db.updateTable('sign_in_attempts').set({ at: now }).where('at', '>', now).execute();
    },
    async removeUntil(at) {
      await db.deleteFrom('sign_in_attempts').where('at', '<=', toMomentText(at)).execute();
    },
  };
}
