import { account } from './en/account.ts';
import { accounts } from './en/accounts.ts';
import { acts } from './en/acts.ts';
import { audit } from './en/audit.ts';
import { destinations } from './en/destinations.ts';
import { editions } from './en/editions.ts';
import { facts } from './en/facts.ts';
import { frame } from './en/frame.ts';
import { kept } from './en/kept.ts';
import { languages } from './en/languages.ts';
import { ledger } from './en/ledger.ts';
import { line } from './en/line.ts';
import { overview } from './en/overview.ts';
import { publish } from './en/publish.ts';
import { roles } from './en/roles.ts';
import { signIn } from './en/sign-in.ts';
import { text } from './en/text.ts';
import { topics } from './en/topics.ts';
import type { ja } from './ja.ts';
import type { SameKeys } from './same-keys.ts';

/** The console's words in English, by page. */
export const en: SameKeys<typeof ja> = {
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
