import { type DialOutcome, dialOutcomes } from '../../call/input.ts';
import { explanationOf } from '../../common/explained-error.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { html, nothing, type View } from '../../frame/html.ts';
import { asksAgain, banner, folded } from '../../frame/parts.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import type { CrawlFinding, CrawlResult } from '../../office/crawl/crawl-finding.ts';
import type { CrawlJob } from '../../office/crawl/crawl-jobs.ts';
import { pathOfText } from '../text/open-text.ts';

/** How far the check of the draft has got and what it has found, in the visitor's language. */
export interface CrawlStatus {
  readonly isRunning: boolean;
  readonly isBroken: boolean;
  readonly kind: 'good' | 'error' | 'information';
  readonly text: string;
  /** Why the check stopped early, for the technician; empty unless `isBroken`. */
  readonly why: string;
  /** What was heard in each language; empty until the check has finished. */
  readonly languages: readonly LanguageHeard[];
  readonly findings: readonly DescribedFinding[];
}

interface LanguageHeard {
  readonly tag: string;
  readonly name: string;
  readonly turns: string;
  readonly sentences: string;
  readonly minutes: string;
  readonly longest: string;
}

interface DescribedFinding {
  readonly text: string;
  /**
   * The address of the text that the finding is about; null if the finding is about no text, or about a key that is
   * offered before a language is chosen.
   */
  readonly href: string | null;
  /** The error message of the program; empty if there is none. */
  readonly error: string;
  /** The keys and events that lead to the finding, and the circumstance of the call. */
  readonly way: string;
}

/** @returns null if this draft has not been checked yet */
export function crawlStatus(visitor: Visitor, names: Names, job: CrawlJob | null): CrawlStatus | null {
  const { t } = visitor;
  const unfinished = { isRunning: false, isBroken: false, why: '', languages: [], findings: [] };
  if (!job) return null;
  if (job.state === 'running') {
    return { ...unfinished, isRunning: true, kind: 'information', text: t('crawl.running', { turns: job.turns }) };
  }
  if (job.state === 'broken') {
    const why = explanationOf(job.error)[visitor.language];
    return { ...unfinished, isBroken: true, kind: 'error', text: t('crawl.broken'), why };
  }
  const { result, at } = job;
  const count = result.findings.length;
  const when = formatMoment(visitor.language, at);
  return {
    ...unfinished,
    kind: count === 0 ? 'good' : 'error',
    text: t(count === 0 ? 'crawl.good' : 'crawl.wrong', { count, turns: result.turns, when }),
    languages: describeLanguages(visitor, names, result),
    findings: result.findings.map((finding) => describeCrawlFinding(visitor, names, finding)),
  };
}

function describeLanguages({ t, language }: Visitor, names: Names, { languages }: CrawlResult): LanguageHeard[] {
  const number = new Intl.NumberFormat(language);
  return languages.map(({ tag, turns, sentences, seconds, longest }) => ({
    tag,
    name: names.language(tag),
    turns: number.format(turns),
    sentences: number.format(sentences),
    minutes: t('crawl.minutes', { minutes: Math.round(seconds / 6) / 10 }),
    longest: t('crawl.seconds', { seconds: Math.round(longest) }),
  }));
}

function describeCrawlFinding({ t }: Visitor, names: Names, finding: CrawlFinding): DescribedFinding {
  const { problem, language, circumstance, path, detail } = finding;
  const steps = path.map((step) => describeStep(t, names, step));
  // The form of the detail depends on the problem: `prompt (language)`, `prompt (language: voice)` or `prompt (key)`.
  // For `broken`, it is an error message of the program. For other problems, it is empty.
  const [, prompt, more = ''] = problem === 'broken' ? [] : (/^(\S+) \(([^)]*)\)$/.exec(detail) ?? []);
  const [tag = '', voice] = problem === 'key-disagrees' ? [language ?? ''] : more.split(': ');
  const about = prompt === undefined ? null : { language: tag, prompt };
  const said = about === null ? '' : tag === '' ? names.prompt(about.prompt) : names.text(about);
  return {
    text: t(`crawl.problem.${problem}`, {
      detail: voice === undefined ? said : `${said} – ${voice}`,
      key: more,
      language: language === null ? t('crawl.no-language') : names.language(language),
    }),
    href: about === null || tag === '' ? null : `/console${pathOfText(tag, about.prompt)}`,
    error: problem === 'broken' ? detail : '',
    way: t('crawl.way', { keys: steps.join(' → ') || t('crawl.start'), when: t(`crawl.circumstance.${circumstance}`) }),
  };
}

const isEvent = (step: string): step is DialOutcome | 'silence' =>
  step === 'silence' || dialOutcomes.some((outcome) => outcome === step);

/** One step of the path, in words. A key is shown as it is. */
function describeStep(t: Visitor['t'], names: Names, step: string): string {
  if (step.startsWith('number '))
    return t('crawl.own-number', { language: names.language(step.slice('number '.length)) });
  return isEvent(step) ? t(`crawl.step.${step}`) : step;
}

/** What `crawlJobView` needs. */
interface CrawlJobData {
  /** Null if this draft has not been checked yet. */
  readonly crawl: CrawlStatus | null;
  /** Whether the view is on a page other than that of the check. */
  readonly isSummary: boolean;
}

/** The progress of the check. While the check is running, this part of the page requests itself again every second. */
export const crawlJobView: View<CrawlJobData> = ({ crawl, isSummary }, { t }) => {
  const address = `/console/crawl/progress${isSummary ? '?in=summary' : ''}`;
  const link = (text: string) => html`<p><a class="link-target" href="/console/crawl">${text}</a></p>`;
  const why = crawl?.why ? folded(t, html`<p>${crawl.why}</p>`) : nothing;
  const onward = isSummary ? link(t('crawl.summary-link')) : crawl?.isRunning ? link(t('publish.job.reload')) : nothing;
  return html`<div id="crawl-job"${crawl?.isRunning ? asksAgain(address) : ''}>${crawl ? html`${banner(crawl)}${why}${onward}` : ''}</div>`;
};
