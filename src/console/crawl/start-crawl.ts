import type { OfficeEdition } from '../../office/editions/edition.ts';
import type { ConsoleParts } from '../console-parts.ts';

/**
 * Begins the check of an edition. The check then runs in the background. Its errors are reported, except if it was
 * aborted because a check of another edition began or the service ends.
 */
export function startCrawl({ crawls, report }: Pick<ConsoleParts, 'crawls' | 'report'>, edition: OfficeEdition): void {
  crawls.crawl(edition).catch((error: unknown) => {
    if (Object(error).name !== 'AbortError') report(error);
  });
}
