import type { CrawlResult } from '../../office/crawl/crawl-finding.ts';
import type { Visitor } from '../visitor.ts';

/** Every sentence that was heard, with its language, voice and length, as rows of a table whose first is its head. */
export function crawledRows({ t }: Pick<Visitor, 't'>, { sentences }: Pick<CrawlResult, 'sentences'>): string[][] {
  const head = ['language', 'prompt', 'text', 'voice', 'speed', 'length', 'measured'];
  return [
    head.map((name) => t(`crawl.column.${name}`)),
    ...sentences.map(({ language, prompt, text, voice, speed, seconds, isMeasured }) => [
      language,
      prompt,
      text,
      voice,
      t(`crawl.speed.${speed}`),
      seconds.toFixed(1),
      t(isMeasured ? 'crawl.measured' : 'crawl.predicted'),
    ]),
  ];
}
