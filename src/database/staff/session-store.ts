import type { Session, SessionStore } from '../../office/staff/session.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { SessionRow, StaffTables } from './staff-tables.ts';

/** Sessions in the table `sessions`. */
export const createSessionStore = (db: Queries<StaffTables>): SessionStore => ({
  async add({ id, accountId, tokenHash, beganAt, usedAt, browser }) {
    await db
      .insertInto('sessions')
      .values({
        id,
        account_id: accountId,
        token_hash: tokenHash,
        began_at: toMomentText(beganAt),
        used_at: toMomentText(usedAt),
        browser,
      })
      .execute();
  },
  async findByHash(tokenHash) {
    const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
    return row ? toSession(row) : null;
  },
  async listOf(accountId) {
    const rows = await db
      .selectFrom('sessions')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('used_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(toSession);
  },
  async touch(id, at) {
    const used_at = toMomentText(at);
    await db.updateTable('sessions').set({ used_at }).where('id', '=', id).where('used_at', '<', used_at).execute();
  },
  async remove(id) {
    const { numDeletedRows } = await db.deleteFrom('sessions').where('id', '=', id).executeTakeFirst();
    return numDeletedRows === 1n;
  },
  async removeAllOf(accountId, except) {
    let removal = db.deleteFrom('sessions').where('account_id', '=', accountId);
    if (except !== null) removal = removal.where('id', '!=', except);
    return Number((await removal.executeTakeFirst()).numDeletedRows);
  },
  async pullBack(at) {
    const now = toMomentText(at);
    await db.updateTable('sessions').set({ began_at: now }).where('began_at', '>', now).execute();
    await db.updateTable('sessions').set({ used_at: now }).where('used_at', '>', now).execute();
  },
  async removeOver(beganBefore, usedBefore) {
    await db
      .deleteFrom('sessions')
      .where(({ eb, or }) =>
        or([eb('began_at', '<', toMomentText(beganBefore)), eb('used_at', '<', toMomentText(usedBefore))]),
      )
      .execute();
  },
});

const toSession = ({ id, account_id, token_hash, began_at, used_at, browser }: SessionRow): Session => ({
  id,
  accountId: account_id,
  tokenHash: token_hash,
  beganAt: fromMomentText(began_at),
  usedAt: fromMomentText(used_at),
  browser,
});
