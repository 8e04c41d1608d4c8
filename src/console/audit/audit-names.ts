import type { Visitor } from '../../frame/visit.ts';
import { type Names, namesIn } from '../../naming/names.ts';
import { historyLimit } from '../../office/drafts/draft-desk.ts';
import { exactName } from '../../office/staff/people.ts';
import type { ConsoleParts } from '../console-parts.ts';

/**
 * Names for what the audit stores by id. An id that is no longer known stays as it is. An edition that is not known is
 * named after its hash.
 */
export interface AuditNames extends Omit<Names, 'text'> {
  /** @param hash the beginning of an edition's hash */
  edition(hash: string): string;
  /** @param accountName the user name at that time */
  account(accountName: string): string;
}

const same = (id: string): string => id;

/** Names for places where names cannot be looked up: the ids themselves, and the hashes of editions. */
export const plainNames = ({ t }: Pick<Visitor, 't'>): AuditNames => ({
  prompt: same,
  topic: same,
  fact: same,
  destination: same,
  language: same,
  choice: same,
  account: same,
  edition: (hash) => t('editions.of-hash', { hash }),
});

/**
 * Looks up names in the current line. The names of removed things come from the last revision of the line that had
 * them, if this revision is among the newest `historyLimit`. The newest `historyLimit` editions have their numbers as
 * names.
 */
export async function readAuditNames(
  { drafts, editions }: Pick<ConsoleParts, 'drafts' | 'editions'>,
  visitor: Pick<Visitor, 't' | 'language' | 'people'>,
): Promise<AuditNames> {
  const { t } = visitor;
  const [now, history, heads] = await Promise.all([
    drafts.read(),
    drafts.lineHistory(historyLimit),
    editions.list(historyLimit),
  ]);
  const names = namesIn(
    visitor,
    now,
    history.map(({ file }) => file),
  );
  return {
    ...names,
    account: (accountName) => exactName(visitor.people, accountName),
    edition: (hash) => {
      const head = heads.find((each) => each.hash.startsWith(hash));
      return head && hash !== '' ? t('editions.one', { number: head.number }) : plainNames({ t }).edition(hash);
    },
  };
}
