import { type Request, type Response, Router } from 'express';
import { compareContents } from '../../office/editions/compare-contents.ts';
import { contentOf } from '../../office/editions/edition-content.ts';
import type { Passing } from '../../office/editions/gates/gate.ts';
import { closedGates, createGates } from '../../office/editions/gates/gates.ts';
import { readSubject } from '../../office/editions/gates/read-subject.ts';
import type { PublishJob } from '../../office/editions/publisher.ts';
import { checkCalls } from '../../office/rehearsal/run-rehearsed-calls.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isFirstBeingMade } from '../first-edition.ts';
import { fieldOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { requireMember } from '../require-member.ts';
import { goTo, show, showPart } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import type { Visitor } from '../visitor.ts';
import { reportUnlessStopped } from './report-unless-stopped.ts';
import { showChanges } from './show-changes.ts';
import { showCrawl } from './show-crawl.ts';
import { showGates } from './show-gates.ts';
import { type LiveNow, showJob } from './show-job.ts';
import { showMark } from './show-mark.ts';

type PublishPageParts = Pick<
  ConsoleParts,
  'drafts' | 'rehearsal' | 'approvals' | 'editions' | 'publisher' | 'shelf' | 'engine' | 'clock' | 'crawls' | 'report'
>;

/** What was typed into the form, and what is missing in it. */
interface Typed {
  readonly comment: string;
  readonly documentNumber: string;
  readonly hasNoDocument: boolean;
  readonly warningsReason: string;
  /** Why it cannot wait for an approval; empty when it can. */
  readonly emergency: string;
  readonly basedOn: number;
}

const nothingTyped: Typed = {
  ...{ comment: '', documentNumber: '', hasNoDocument: false, warningsReason: '', emergency: '', basedOn: 0 },
};

/** `GET /console/publish`: what would change for callers; `POST`: publishes it in the background. */
export function createPublishPage(parts: PublishPageParts): ConsolePage {
  const { publisher } = parts;
  const router = Router();
  router.get('/', (_request, response) =>
    showSummary(parts, response, typedBefore(publisher.job, memberOf(response).member) ?? nothingTyped),
  );
  router.get('/progress', async (_request, response) => {
    // When it is over, what would change has changed as well: the whole page is asked for once more.
    if (publisher.job.state !== 'running') response.set('HX-Refresh', 'true');
    showPart(response, 'parts/publish-job', { job: showJob(visitOf(response), publisher.job, await liveNow(parts)) });
  });
  router.post('/', requireMember('publish'), async (request, response) => {
    const typed = readTyped(request);
    const isComplete = typed.comment !== '' && (typed.documentNumber !== '' || typed.hasNoDocument);
    if (!isComplete) return showSummary(parts, response, typed, 400);
    const { hasNoDocument: _none, ...form } = typed;
    // Somebody else's publishing is then shown, whose it is and how far.
    publisher.start(actorOf(memberOf(response).member), form);
    goTo(response, '/publish');
  });
  return {
    path: '/publish',
    navKey: 'publish.nav',
    aboutKey: 'publish.about',
    act: 'read',
    router,
    news: async ({ t }) => {
      if (await isFirstBeingMade(parts)) return t('publish.first');
      const compared = await compareWithLive(parts);
      const count = compared.texts.length + compared.values.length;
      if (count === 0) return t('publish.news-none');
      const subject = await readSubject(compared.now, compared.before, parts.engine);
      const gates = gatesFor(parts).filter(({ passing }) => passing !== 'in-emergency');
      const closed = await closedGates(gates, subject, ['words']);
      const waiting = (passing: Passing) =>
        closed.reduce((sum, { gate, hindrances }) => sum + (gate.passing === passing ? hindrances.length : 0), 0);
      return t('publish.news', { count, wrong: waiting('never'), warnings: waiting('with-reason') });
    },
  };
}

/** What somebody typed whose publishing came to nothing: it is there again, beside the reason. */
function typedBefore(job: PublishJob, { id }: { readonly id: string }): Typed | null {
  if (job.state === 'none' || job.state === 'running' || job.by.accountId !== id) return null;
  const isOver = job.state === 'done' && (job.result.kind === 'published' || job.result.kind === 'nothing-new');
  return isOver ? null : { ...job.form, hasNoDocument: job.form.documentNumber === '', basedOn: 0 };
}

/** The edition that is live. */
async function liveNow({ editions }: Pick<PublishPageParts, 'editions'>): Promise<LiveNow | null> {
  const [live] = await editions.publications(1);
  const record = live ? await editions.find(live.edition) : null;
  return live && record ? { edition: record.number, at: live.at } : null;
}

async function compareWithLive({ drafts, editions, engine }: PublishPageParts) {
  const [now, [live]] = await Promise.all([drafts.read(), editions.publications(1)]);
  const before = live ? await editions.find(live.edition) : null;
  return { now, live: live ?? null, before, ...compareContents(before, contentOf(now.draft, engine)) };
}

/** The gates of publishing. The check of languages takes long and has a place of its own on the page. */
const gatesFor = ({ approvals, rehearsal }: PublishPageParts) =>
  createGates({
    checks: checkCalls(rehearsal.records.calls),
    unapprovedIn: approvals.unapprovedNews,
    crawl: null,
  });

/** The gates that are closed for the draft, as publishing itself would find them. */
async function closedIn(parts: PublishPageParts, { now, before }: Awaited<ReturnType<typeof compareWithLive>>) {
  return closedGates(gatesFor(parts), await readSubject(now, before, parts.engine), ['words', 'edition']);
}

async function showSummary(parts: PublishPageParts, response: Response, typed: Typed, status = 200): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  if (await isFirstBeingMade(parts)) return show(response, 'publish-first', { title: t('publish.title') });
  const compared = await compareWithLive(parts);
  const { now, live, before, texts, values, areKeysChanged } = compared;
  const isNothingNew = texts.length + values.length === 0;
  const unapprovedLive = before ? await parts.approvals.unapproved(before) : [];
  const closed = showGates(visit, now.line.file, isNothingNew ? [] : await closedIn(parts, compared));
  const isBlocked = closed.some(({ passing }) => passing === 'never');
  const waitsFor = (passing: Passing) => closed.find((gate) => gate.passing === passing) ?? null;
  const problems = status === 200 ? {} : problemsOf(typed, t);
  show(response, 'publish', {
    status,
    title: t('publish.title'),
    job: showJob(visit, parts.publisher.job, live && before && { edition: before.number, at: live.at }),
    live: live?.number ?? 0,
    changes: await showChanges(visit, { texts, values }),
    isNothingNew,
    areKeysChanged,
    closed,
    isBlocked,
    crawl: isBlocked || isNothingNew ? null : await crawlOf(parts, visit),
    warnings: waitsFor('with-reason'),
    unapproved: waitsFor('in-emergency'),
    mark: before && showMark(t, unapprovedLive.length),
    mayPublish: may(memberOf(response).member.role, 'publish'),
    typed: { ...typed, basedOn: typed.basedOn || (live?.number ?? 0) },
    problems,
  });
}

/** The check of languages on the draft; begun while somebody reads the summary, because publishing waits for it. */
async function crawlOf({ rehearsal, crawls, report }: PublishPageParts, visitor: Visitor) {
  const { now, edition } = await rehearsal.drafted();
  if (!edition) return null;
  if (crawls.of(edition.hash) === null) crawls.crawl(edition).catch((error) => reportUnlessStopped(report, error));
  return showCrawl(visitor, now.line.file, crawls.of(edition.hash));
}

function readTyped(request: Request): Typed {
  const text = (name: string) => fieldOf(request, name).trim();
  return {
    comment: text('comment'),
    documentNumber: text('documentNumber'),
    hasNoDocument: text('noDocument') === 'yes',
    warningsReason: text('warningsReason'),
    emergency: text('emergency'),
    basedOn: numberOf(text('basedOn')) ?? 0,
  };
}

const problemsOf = ({ comment, documentNumber, hasNoDocument }: Typed, t: (key: string) => string) => ({
  ...(comment === '' && { comment: t('publish.wrong.comment') }),
  ...(documentNumber === '' && !hasNoDocument && { documentNumber: t('publish.wrong.document') }),
});
