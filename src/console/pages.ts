import type { ConsolePage } from './console-page.ts';
import type { ConsoleParts } from './console-parts.ts';
import { createAccountPage } from './pages/account.ts';
import { createAccountsPage } from './pages/accounts.ts';
import { createApprovalsPage } from './pages/approvals.ts';
import { createAuditPage } from './pages/audit.ts';
import { createCrawlPage } from './pages/crawl.ts';
import { createDestinationsPage } from './pages/destinations.ts';
import { createDisasterPage } from './pages/disaster.ts';
import { createEditionsPage } from './pages/editions.ts';
import { createFactsPage } from './pages/facts.ts';
import { createLanguagesPage } from './pages/languages.ts';
import { createLeafletsPage } from './pages/leaflets.ts';
import { createLedgerPage } from './pages/ledger.ts';
import { createOverviewPage } from './pages/overview.ts';
import { createPublishPage } from './pages/publish.ts';
import { createRehearsalPage } from './pages/rehearsal.ts';
import { createSheetsPage } from './pages/sheets.ts';
import { createTopicsPage } from './pages/topics.ts';

/** Every page of the menu, in its order; what somebody may not see is left out of his. */
export const createPages = (parts: ConsoleParts): readonly ConsolePage[] => [
  createOverviewPage(),
  createDisasterPage(parts),
  createLedgerPage(parts),
  createSheetsPage(parts),
  createFactsPage(parts),
  createDestinationsPage(parts),
  createTopicsPage(parts),
  createLanguagesPage(parts),
  createRehearsalPage(parts),
  createApprovalsPage(parts),
  createCrawlPage(parts),
  createPublishPage(parts),
  createEditionsPage(parts),
  createLeafletsPage(parts),
  createAuditPage(parts),
  createAccountsPage(parts),
  createAccountPage(parts),
];
