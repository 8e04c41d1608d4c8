import { account } from './en/account.ts';
import { accounts } from './en/accounts.ts';
import { acts } from './en/acts.ts';
import { approvals } from './en/approvals.ts';
import { audit } from './en/audit.ts';
import { changeSheet } from './en/change-sheet.ts';
import { crawl } from './en/crawl.ts';
import { destinations } from './en/destinations.ts';
import { disaster } from './en/disaster.ts';
import { disasterCard } from './en/disaster-card.ts';
import { editions } from './en/editions.ts';
import { facts } from './en/facts.ts';
import { frame } from './en/frame.ts';
import { kept } from './en/kept.ts';
import { languages } from './en/languages.ts';
import { leaflets } from './en/leaflets.ts';
import { ledger } from './en/ledger.ts';
import { line } from './en/line.ts';
import { overview } from './en/overview.ts';
import { publish } from './en/publish.ts';
import { rehearsal } from './en/rehearsal.ts';
import { roles } from './en/roles.ts';
import { sheets } from './en/sheets.ts';
import { signIn } from './en/sign-in.ts';
import { text } from './en/text.ts';
import { topics } from './en/topics.ts';
import { unused } from './en/unused.ts';
import { values } from './en/values.ts';
import type { ja } from './ja.ts';
import type { SameKeys } from './same-keys.ts';

/** The console's words in English, by page. */
export const en: SameKeys<typeof ja> = {
  account,
  accounts,
  acts,
  approvals,
  audit,
  editions,
  publish,
  'change-sheet': changeSheet,
  crawl,
  destinations,
  disaster,
  'disaster-card': disasterCard,
  facts,
  languages,
  leaflets,
  line,
  topics,
  frame,
  kept,
  ledger,
  overview,
  rehearsal,
  roles,
  sheets,
  'sign-in': signIn,
  text,
  unused,
  values,
};
