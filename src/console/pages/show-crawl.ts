import { messageOf } from '../../common/errors.ts';
import type { CrawlFinding, CrawlResult } from '../../office/crawl/crawl-finding.ts';
import type { CrawlJob } from '../../office/crawl/crawl-jobs.ts';
import type { LineFile } from '../../words/line-file.ts';
import { showMoment } from '../show-moment.ts';
import type { Visitor } from '../visitor.ts';

/** What the check of languages has found, as pages show it. */
export interface ShownCrawl {
  readonly isRunning: boolean;
  readonly isBroken: boolean;
  readonly kind: 'good' | 'error' | 'information';
  readonly text: string;
  readonly languages: readonly ShownLanguage[];
  readonly findings: readonly { readonly text: string; readonly way: string }[];
}

interface ShownLanguage {
  readonly tag: string;
  readonly name: string;
  readonly turns: string;
  readonly sentences: string;
  readonly minutes: string;
  readonly longest: string;
}

/** @returns null where nothing is known of this draft yet */
export function showCrawl(
  visitor: Visitor,
  line: Pick<LineFile, 'languages'>,
  job: CrawlJob | null,
): ShownCrawl | null {
  const { t } = visitor;
  const nothing = { isRunning: false, isBroken: false, languages: [], findings: [] };
  if (!job) return null;
  if (job.state === 'running') {
    return { ...nothing, isRunning: true, kind: 'information', text: t('crawl.running', { turns: job.turns }) };
  }
  if (job.state === 'broken') {
    return { ...nothing, isBroken: true, kind: 'error', text: t('crawl.broken', { why: messageOf(job.error) }) };
  }
  const { result, at } = job;
  const count = result.findings.length;
  const when = showMoment(visitor.language, at);
  return {
    ...nothing,
    kind: count === 0 ? 'good' : 'error',
    text: t(count === 0 ? 'crawl.good' : 'crawl.wrong', { count, turns: result.turns, when }),
    languages: showLanguages(visitor, line, result),
    findings: result.findings.map((finding) => showFinding(visitor, line, finding)),
  };
}

function showLanguages({ t, language }: Visitor, line: Pick<LineFile, 'languages'>, { languages }: CrawlResult) {
  const number = new Intl.NumberFormat(language);
  return languages.map(
    ({ tag, turns, sentences, seconds, longest }): ShownLanguage => ({
      tag,
      name: nameOf(line, tag),
      turns: number.format(turns),
      sentences: number.format(sentences),
      minutes: t('crawl.minutes', { minutes: Math.round(seconds / 6) / 10 }),
      longest: t('crawl.seconds', { seconds: Math.round(longest) }),
    }),
  );
}

function showFinding({ t }: Visitor, line: Pick<LineFile, 'languages'>, finding: CrawlFinding) {
  const { problem, language, circumstance, path, detail } = finding;
  const keys = path.map((step) => (/^[\d*#]$/.test(step) ? step : wayOf(t, line, step)));
  return {
    text: t(`crawl.problem.${problem}`, {
      detail,
      language: language === null ? t('crawl.no-language') : nameOf(line, language),
    }),
    way: t('crawl.way', { keys: keys.join(' → ') || t('crawl.start'), when: t(`crawl.circumstance.${circumstance}`) }),
  };
}

const wayOf = (t: Visitor['t'], line: Pick<LineFile, 'languages'>, step: string): string =>
  step.startsWith('number ')
    ? t('crawl.own-number', { language: nameOf(line, step.slice(7)) })
    : t(`crawl.step.${step}`);

const nameOf = ({ languages }: Pick<LineFile, 'languages'>, tag: string): string =>
  languages.find((each) => each.tag === tag)?.name ?? tag;
