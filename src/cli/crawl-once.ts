import type { Config } from '../config.ts';
import { createApp } from '../office/app.ts';
import { createContext } from '../office/context.ts';
import type { CrawlResult } from '../office/crawl/crawl-finding.ts';
import { crawlLine } from '../office/crawl-line.ts';
import type { Edition } from '../office/editions/edition.ts';
import type { SpeechEngine } from '../speech/engine.ts';

/** Calls an edition on every way through the whole application, in this very process. Nobody else hears of it. */
export async function crawlOnce(
  config: Config,
  engine: SpeechEngine,
  edition: Edition,
  report: (turns: number) => void = () => {},
): Promise<CrawlResult> {
  const context = await createContext({ ...config, logLevel: 'silent' }, { engine });
  try {
    return await crawlLine(context, edition, createApp, { report });
  } finally {
    // The engine is not ours: whoever lent it closes it.
    await context.office?.close();
  }
}
