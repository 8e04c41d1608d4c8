import type { Account } from '../../src/office/staff/account.ts';
import type { AuditEntry } from '../../src/office/staff/audit-entry.ts';
import type { Session } from '../../src/office/staff/session.ts';
import type { SignInAttempt } from '../../src/office/staff/sign-in-attempt.ts';
import type { SignInLink } from '../../src/office/staff/sign-in-link.ts';
import type { StaffRecords, StaffStores } from '../../src/office/staff/staff-records.ts';
import { createTaskQueue } from './task-queue.ts';

interface Kept {
  accounts: Account[];
  sessions: Session[];
  links: SignInLink[];
  attempts: SignInAttempt[];
  audit: AuditEntry[];
}

/** Staff records in memory. Transactions run one after another. */
export function createMemoryStaffRecords(): StaffRecords {
  let kept: Kept = { accounts: [], sessions: [], links: [], attempts: [], audit: [] };
  const queue = createTaskQueue();
  const stores = storesOver(() => kept);
  return {
    ...stores,
    transaction: (work) =>
      queue(async () => {
        const before = structuredClone(kept);
        try {
          return await work(stores);
        } catch (error) {
          kept = before;
          throw error;
        }
      }),
  };
}

function storesOver(kept: () => Kept): StaffStores {
  const times = (is: (attempt: SignInAttempt) => boolean) =>
    kept()
      .attempts.filter(is)
      .map(({ at }) => at)
      .sort((a, b) => a - b);
  return {
    accounts: {
      find: async (id) => kept().accounts.find((account) => account.id === id) ?? null,
      findByName: async (name) => kept().accounts.find((account) => account.name === name) ?? null,
      list: async () => kept().accounts.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      async add(account) {
        if (kept().accounts.some(({ name }) => name === account.name)) return false;
        kept().accounts.push({ ...account });
        return true;
      },
      async rename(id, name) {
        const account = kept().accounts.find((each) => each.id === id);
        if (kept().accounts.some((each) => each.name === name && each.id !== id)) return false;
        if (account) kept().accounts.splice(kept().accounts.indexOf(account), 1, { ...account, name });
        return true;
      },
      async save({ id, display, role, password, isActive }) {
        kept().accounts = kept().accounts.map((account) =>
          account.id === id ? { ...account, display, role, password, isActive } : account,
        );
      },
    },
    sessions: {
      add: async (session) => void kept().sessions.push({ ...session }),
      findByHash: async (hash) => kept().sessions.find(({ tokenHash }) => tokenHash === hash) ?? null,
      listOf: async (id) =>
        kept()
          .sessions.filter(({ accountId }) => accountId === id)
          .sort((a, b) => b.usedAt - a.usedAt || (a.id < b.id ? -1 : 1)),
      async touch(id, at) {
        kept().sessions = kept().sessions.map((session) =>
          session.id === id ? { ...session, usedAt: Math.max(session.usedAt, at) } : session,
        );
      },
      async remove(id) {
        const before = kept().sessions.length;
        kept().sessions = kept().sessions.filter((session) => session.id !== id);
        return kept().sessions.length < before;
      },
      async removeAllOf(id, except) {
        const before = kept().sessions.length;
        kept().sessions = kept().sessions.filter((session) => session.accountId !== id || session.id === except);
        return before - kept().sessions.length;
      },
      async pullBack(now) {
        kept().sessions = kept().sessions.map((session) => ({
          ...session,
          beganAt: Math.min(session.beganAt, now),
          usedAt: Math.min(session.usedAt, now),
        }));
      },
      async removeOver(beganBefore, usedBefore) {
        kept().sessions = kept().sessions.filter(
          ({ beganAt, usedAt }) => beganAt >= beganBefore && usedAt >= usedBefore,
        );
      },
    },
    links: {
      add: async (link) => void kept().links.push({ ...link }),
      findByHash: async (hash) => kept().links.find(({ tokenHash }) => tokenHash === hash) ?? null,
      async use(hash, at) {
        const link = kept().links.find(({ tokenHash }) => tokenHash === hash);
        if (link?.usedAt !== null) return false;
        kept().links = kept().links.map((each) => (each === link ? { ...each, usedAt: at } : each));
        return true;
      },
      async endAllOf(id) {
        kept().links = kept().links.map((link) =>
          link.accountId === id && link.usedAt === null ? { ...link, validUntil: link.madeAt } : link,
        );
      },
      async pullBack(now) {
        kept().links = kept().links.map((link) =>
          link.madeAt > now ? { ...link, madeAt: now, validUntil: now + link.validUntil - link.madeAt } : link,
        );
      },
      async removeOver(validBefore) {
        kept().links = kept().links.filter(({ validUntil }) => validUntil >= validBefore);
      },
    },
    attempts: {
      add: async (attempt) => void kept().attempts.push({ ...attempt }),
      timesOfAccount: async (key, after) => times(({ accountKey, at }) => accountKey === key && at > after),
      timesOfAddress: async (key, after) => times(({ addressKey, at }) => addressKey === key && at > after),
      timesOfPair: async (account, address, after) =>
        times(({ accountKey, addressKey, at }) => accountKey === account && addressKey === address && at > after),
      async clearAccount(key) {
        kept().attempts = kept().attempts.filter(({ accountKey }) => accountKey !== key);
      },
      async pullBack(now) {
        kept().attempts = kept().attempts.map((attempt) => ({ ...attempt, at: Math.min(attempt.at, now) }));
      },
      async removeUntil(moment) {
        kept().attempts = kept().attempts.filter(({ at }) => at > moment);
      },
    },
    audit: {
      add: async (entry) => void kept().audit.push({ ...entry, number: kept().audit.length + 1 }),
      has: async (entry) =>
        kept().audit.some(({ number: _number, ...each }) => JSON.stringify(each) === JSON.stringify(entry)),
      list: async (before, limit) =>
        kept()
          .audit.filter(({ number }) => before === null || number < before)
          .toReversed()
          .slice(0, limit),
    },
  };
}
