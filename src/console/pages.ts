import { createAccountPage } from './account/route.ts';
import { createAccountsPage } from './accounts/route.ts';
import { createApprovalsPage } from './approvals/route.ts';
import { createAuditPage } from './audit/route.ts';
import type { ConsolePage } from './console-page.ts';
import type { ConsoleParts } from './console-parts.ts';
import { createCrawlPage } from './crawl/route.ts';
import { createDestinationsPage } from './destinations/route.ts';
import { createDisasterPage } from './disaster/route.ts';
import { createEditionsPage } from './editions/route.ts';
import { createFactsPage } from './facts/route.ts';
import { createLanguagesPage } from './languages/route.ts';
import { createLeafletsPage } from './leaflets/route.ts';
import { createLedgerPage } from './ledger/route.ts';
import { createOverviewPage } from './overview/route.ts';
import { createPublishPage } from './publish/route.ts';
import { createReadersPage } from './readers/route.ts';
import { createRehearsalPage } from './rehearsal/route.ts';
import { createSheetsPage } from './sheets/route.ts';
import { createSoundsPage } from './sounds/route.ts';
import { createStatusPage } from './status/route.ts';
import { createTopicsPage } from './topics/route.ts';

/**
 * Every page. Within each group of the menu, the pages have the order of this list. Their styles and scripts have it
 * too. The menu leaves out pages that the member may not see.
 */
export function createPages(parts: ConsoleParts): readonly ConsolePage[] {
  const pages: readonly ConsolePage[] = [
    createOverviewPage(parts, () => pages),
    createLedgerPage(parts),
    createSheetsPage(parts),
    createTopicsPage(parts),
    createFactsPage(parts),
    createDestinationsPage(parts),
    createLanguagesPage(parts),
    createRehearsalPage(parts),
    createApprovalsPage(parts),
    createReadersPage(parts),
    createSoundsPage(parts),
    createCrawlPage(parts),
    createPublishPage(parts),
    createLeafletsPage(parts),
    createDisasterPage(parts),
    createEditionsPage(parts),
    createAuditPage(parts),
    createStatusPage(parts),
    createAccountsPage(parts),
    createAccountPage(parts),
  ];
  return pages;
}
