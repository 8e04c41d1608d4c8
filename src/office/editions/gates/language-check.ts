import type { OfficeEdition } from '../edition.ts';
import type { Gate } from './gate.ts';

/** Crawls every path of an edition. @returns what is wrong with the edition */
export type LanguageCheck = (edition: OfficeEdition) => Promise<{ readonly findings: readonly unknown[] }>;

/**
 * Open if a crawl finds no problem, such as a language that the caller did not choose, or a key that does something
 * other than announced. Always open without `crawl`.
 */
export const languageCheck = (crawl: LanguageCheck | null): Gate => ({
  id: 'language-check',
  passing: 'never',
  asks: 'slow',
  title: { ja: '全経路の自動点検で見つかった問題', en: 'Problems that the language check found' },
  advice: {
    ja: '「全経路の自動点検」で内容を確かめてください。',
    en: 'See “Language check”.',
  },
  commandAdvice: {
    ja: '問題は npm run prompts -- crawl で分かります。',
    en: '"npm run prompts -- crawl" shows the problems.',
  },
  page: '/crawl',
  async look({ edition }) {
    const crawled = edition && (await crawl?.(edition));
    const count = crawled?.findings.length ?? 0;
    if (count === 0) return [];
    return [{ place: null, rule: '', ja: `問題が${count}件あります。`, en: `Problems: ${count}.` }];
  },
});
