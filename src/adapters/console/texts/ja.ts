import { account } from './ja/account.ts';
import { accounts } from './ja/accounts.ts';
import { acts } from './ja/acts.ts';
import { audit } from './ja/audit.ts';
import { destinations } from './ja/destinations.ts';
import { editions } from './ja/editions.ts';
import { facts } from './ja/facts.ts';
import { frame } from './ja/frame.ts';
import { kept } from './ja/kept.ts';
import { languages } from './ja/languages.ts';
import { ledger } from './ja/ledger.ts';
import { line } from './ja/line.ts';
import { overview } from './ja/overview.ts';
import { publish } from './ja/publish.ts';
import { roles } from './ja/roles.ts';
import { signIn } from './ja/sign-in.ts';
import { text } from './ja/text.ts';
import { topics } from './ja/topics.ts';

/** The console's words in Japanese, by page. */
export const ja = {
  account,
  accounts,
  acts,
  audit,
  editions,
  publish,
  destinations,
  facts,
  languages,
  line,
  topics,
  frame,
  kept,
  ledger,
  overview,
  roles,
  'sign-in': signIn,
  text,
};
