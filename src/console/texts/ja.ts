import { account } from './ja/account.ts';
import { accounts } from './ja/accounts.ts';
import { acts } from './ja/acts.ts';
import { approvals } from './ja/approvals.ts';
import { audit } from './ja/audit.ts';
import { changeSheet } from './ja/change-sheet.ts';
import { crawl } from './ja/crawl.ts';
import { destinations } from './ja/destinations.ts';
import { disaster } from './ja/disaster.ts';
import { disasterCard } from './ja/disaster-card.ts';
import { editions } from './ja/editions.ts';
import { facts } from './ja/facts.ts';
import { frame } from './ja/frame.ts';
import { kept } from './ja/kept.ts';
import { languages } from './ja/languages.ts';
import { leaflets } from './ja/leaflets.ts';
import { ledger } from './ja/ledger.ts';
import { line } from './ja/line.ts';
import { overview } from './ja/overview.ts';
import { publish } from './ja/publish.ts';
import { rehearsal } from './ja/rehearsal.ts';
import { roles } from './ja/roles.ts';
import { sheets } from './ja/sheets.ts';
import { signIn } from './ja/sign-in.ts';
import { text } from './ja/text.ts';
import { topics } from './ja/topics.ts';
import { unused } from './ja/unused.ts';
import { values } from './ja/values.ts';

/** The console's words in Japanese, by page. */
export const ja = {
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
