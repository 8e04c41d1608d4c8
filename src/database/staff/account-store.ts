import type { Account, AccountStore } from '../../office/staff/account.ts';
import { isRole } from '../../office/staff/role.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { AccountRow, StaffTables } from './staff-tables.ts';

/** Accounts in the table `accounts`. */
export const createAccountStore = (db: Queries<StaffTables>): AccountStore => ({
  async find(id) {
    const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toAccount(row) : null;
  },
  async findByName(name) {
    const row = await db.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirst();
    return row ? toAccount(row) : null;
  },
  async list() {
    const rows = await db.selectFrom('accounts').selectAll().execute();
    // The accounts are sorted here, because databases sort letters in different orders.
    return rows.map(toAccount).sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  async add(account) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('accounts')
      .values({
        id: account.id,
        name: account.name,
        created_at: toMomentText(account.createdAt),
        ...changeable(account),
      })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  async save(account) {
    await db.updateTable('accounts').set(changeable(account)).where('id', '=', account.id).execute();
  },
  async rename(id, name) {
    const taken = await db.selectFrom('accounts').select('id').where('name', '=', name).where('id', '!=', id).execute();
    if (taken.length > 0) return false;
    await db.updateTable('accounts').set({ name }).where('id', '=', id).execute();
    return true;
  },
});

const changeable = ({ display, role, password, isActive }: Account) =>
  ({ display, role, password, is_active: isActive ? 1 : 0 }) as const;

const toAccount = ({ id, name, display, role, password, is_active, created_at }: AccountRow): Account => ({
  id,
  name,
  display,
  // A role that only a later version knows gets the fewest permissions.
  role: isRole(role) ? role : 'viewer',
  password,
  isActive: is_active === 1,
  createdAt: fromMomentText(created_at),
});
