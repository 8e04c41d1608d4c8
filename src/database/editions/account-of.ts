import type { AuditedPerson } from '../../office/staff/audit-entry.ts';

/** @throws RangeError for somebody without an account: the rules let nobody else approve or listen, so it is a fault */
export function accountOf({ accountId }: AuditedPerson): string {
  if (accountId === null) throw new RangeError('Only somebody with an account listens and approves.');
  return accountId;
}
