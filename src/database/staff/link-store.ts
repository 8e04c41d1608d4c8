import type { LinkStore, SignInLink } from '../../office/staff/sign-in-link.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { LinkRow, StaffTables } from './staff-tables.ts';

/** Links in the table `sign_in_links`. */
export const createLinkStore = (db: Queries<StaffTables>): LinkStore => ({
  async add({ tokenHash, accountId, madeAt, validUntil, usedAt }) {
    await db
      .insertInto('sign_in_links')
      .values({
        token_hash: tokenHash,
        account_id: accountId,
        made_at: toMomentText(madeAt),
        valid_until: toMomentText(validUntil),
        used_at: usedAt === null ? null : toMomentText(usedAt),
      })
      .execute();
  },
  async findByHash(tokenHash) {
    const row = await db.selectFrom('sign_in_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
    return row ? toLink(row) : null;
  },
  async use(tokenHash, at) {
    const { numUpdatedRows } = await db
      .updateTable('sign_in_links')
      .set({ used_at: toMomentText(at) })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
  async endAllOf(accountId) {
    await db
      .updateTable('sign_in_links')
      .set(({ ref }) => ({ valid_until: ref('made_at') }))
      .where('account_id', '=', accountId)
      .where('used_at', 'is', null)
      .execute();
  },
  async pullBack(now) {
    const rows = await db.selectFrom('sign_in_links').selectAll().where('made_at', '>', toMomentText(now)).execute();
    for (const { tokenHash, madeAt, validUntil } of rows.map(toLink)) {
      await db
        .updateTable('sign_in_links')
        .set({ made_at: toMomentText(now), valid_until: toMomentText(now + validUntil - madeAt) })
        .where('token_hash', '=', tokenHash)
        .execute();
    }
  },
  async removeOver(validBefore) {
    await db.deleteFrom('sign_in_links').where('valid_until', '<', toMomentText(validBefore)).execute();
  },
});

const toLink = ({ token_hash, account_id, made_at, valid_until, used_at }: LinkRow): SignInLink => ({
  tokenHash: token_hash,
  accountId: account_id,
  madeAt: fromMomentText(made_at),
  validUntil: fromMomentText(valid_until),
  usedAt: used_at === null ? null : fromMomentText(used_at),
});
