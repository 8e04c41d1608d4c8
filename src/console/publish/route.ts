import { type Response, Router } from 'express';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showPart } from '../../frame/show.ts';
import type { Translate } from '../../frame/translate.ts';
import { actorIn, memberOf, type Visitor, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { compareContents } from '../../office/editions/compare-contents.ts';
import { contentOf } from '../../office/editions/edition-content.ts';
import type { ClosedGate, Passing } from '../../office/editions/gates/gate.ts';
import { closedGates } from '../../office/editions/gates/gates.ts';
import { readSubject } from '../../office/editions/gates/read-subject.ts';
import { type SuggestedReasons, suggestReasons } from '../../office/editions/last-reasons.ts';
import type { PublishJob } from '../../office/editions/publisher.ts';
import { may } from '../../office/staff/role.ts';
import { approvalMark } from '../approvals/approval-mark.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { crawlStatus } from '../crawl/crawl-job.ts';
import { startCrawl } from '../crawl/start-crawl.ts';
import { isFirstEditionPending } from '../first-edition.ts';
import { describeChanges } from './changes.ts';
import { describeGates } from './closed-gates.ts';
import { firstView } from './first-view.ts';
import { lastChangesHeard } from './heard-changes.ts';
import { emptyPublishForm, type PublishFormState, readPublishForm } from './publish-form.ts';
import { isOfOther, jobStatus, type LiveNow, publishJobView } from './publish-job.ts';
import { scheduledFor } from './schedule-form.ts';
import { createScheduleRouter } from './schedule-route.ts';
import { unreadErrorsOf, unreadLanguages } from './unread-reasons.ts';
import { type PublishNews, publishView } from './view.ts';

type PublishPageParts = Pick<
  ConsoleParts,
  | 'drafts'
  | 'isLiveForgotten'
  | 'rehearsal'
  | 'approvals'
  | 'editions'
  | 'publisher'
  | 'shelf'
  | 'narrator'
  | 'engine'
  | 'clock'
  | 'crawls'
  | 'report'
  | 'memos'
>;

/**
 * `GET /console/publish` shows what publishing would change for callers. `POST` publishes the draft in the background,
 * or schedules its publication.
 */
export function createPublishPage(parts: PublishPageParts): ConsolePage {
  const { publisher } = parts;
  const router = Router();
  router.get('/', (_request, response) => showSummary(parts, response, null));
  router.get('/progress', async (_request, response) => {
    // After the publication has ended, the list of changes may be different too, so the browser reloads the whole page.
    if (publisher.job.state !== 'running') response.set('HX-Refresh', 'true');
    const job = jobStatus(visitOf(response), publisher.job, await liveNow(parts));
    showPart(response, publishJobView, { job });
  });
  router.use('/schedule', createScheduleRouter(parts));
  router.post('/', requireMember('publish'), async (request, response) => {
    const sent = readPublishForm(request, visitOf(response).t, parts.clock());
    if (sent.status !== 200) return showSummary(parts, response, sent);
    const isStarted = publisher.start(actorIn(response), sent.typed, sent.schedule.publishAt);
    // If a publication of another person is running, the form is shown again with everything that was typed.
    if (isStarted || !isOfOther(publisher.job, memberOf(response).member)) goTo(response, '/publish');
    else await showSummary(parts, response, { ...sent, status: 409 });
  });
  return {
    path: '/publish',
    navKey: 'publish.nav',
    group: 'publish',
    aboutKey: 'publish.about',
    act: 'read',
    styles: ['publish'],
    router,
    tasks: async ({ t }) => {
      if (await isFirstEditionPending(parts))
        return [{ kind: 'first-edition', detail: t('publish.first'), href: null }];
      const compared = await compareWithLive(parts);
      const count = compared.texts.length + compared.values.length;
      if (count === 0) return [];
      const subject = await readSubject(compared.now, compared.before, parts.engine);
      const closed = await closedGates(parts.publisher.gates, subject, ['words']);
      const wrong = countHindrances(closed, 'never');
      const unapproved = countHindrances(closed, 'in-emergency');
      const detail = t('publish.news', { count, wrong, warnings: countHindrances(closed, 'with-reason'), unapproved });
      const ready = unapproved > 0 ? 'awaits-approval' : 'publish';
      return [{ kind: wrong > 0 ? 'blocked' : ready, detail, href: '/console/publish' }];
    },
  };
}

/** Outcomes after which the form need not be shown again. */
const over: ReadonlySet<string> = new Set(['published', 'nothing-new', 'scheduled']);

/**
 * The form of the last attempt to publish, to be shown again. Null unless this person made the attempt and it failed.
 * @param closed the gates that are closed now. The form reports a missing reason only if the gate that needs it is
 * among them
 */
function unpublishedForm(
  t: Translate,
  job: PublishJob,
  { id }: { readonly id: string },
  closed: readonly ClosedGate[],
): PublishFormState | null {
  if (job.state === 'none' || job.state === 'running' || job.by.accountId !== id) return null;
  const isOver = job.state === 'done' && over.has(job.result.kind);
  if (isOver) return null;
  const typed = {
    ...job.form,
    unreadReasons: job.form.unreadReasons ?? {},
    noDocument: job.form.documentNumber === '',
    basedOn: 0,
  };
  const stopped = job.state === 'done' && job.result.kind === 'stopped' ? job.result.gates : [];
  const gates = stopped.filter(({ gate }) => closed.some((now) => now.gate.id === gate.id));
  const isMissing = (passing: Passing, reason: string) =>
    reason === '' && gates.some(({ gate }) => gate.passing === passing);
  const errors = {
    ...(isMissing('with-reason', typed.warningsReason) && { warningsReason: t('publish.wrong.reason') }),
    ...(isMissing('in-emergency', typed.emergencyReason) && { emergencyReason: t('publish.wrong.reason') }),
  };
  const unreadErrors = unreadErrorsOf(t, gates, typed.unreadReasons);
  return { ...emptyPublishForm, typed, errors, unreadErrors, schedule: scheduledFor(job.form.publishAt) };
}

const withReasons = (form: PublishFormState, suggested: SuggestedReasons): PublishFormState => ({
  ...form,
  typed: { ...form.typed, ...suggested },
});

/** The live edition; null if none is stored. */
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

type Compared = Awaited<ReturnType<typeof compareWithLive>>;

/**
 * The gates that are closed for the draft. The gate of the language check is not asked here, because the check takes
 * long and has its own section on the page. Publishing asks this gate too.
 */
async function closedIn(parts: PublishPageParts, { now, before }: Compared): Promise<ClosedGate[]> {
  return closedGates(parts.publisher.gates, await readSubject(now, before, parts.engine), ['words', 'edition']);
}

/** The number of hindrances at the closed gates with this `passing`. */
const countHindrances = (closed: readonly ClosedGate[], passing: Passing): number =>
  closed.reduce((sum, { gate, hindrances }) => sum + (gate.passing === passing ? hindrances.length : 0), 0);

/** @param refused the submitted form, if it is to be shown again; otherwise null */
async function showSummary(
  parts: PublishPageParts,
  response: Response,
  refused: PublishFormState | null,
): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const jobBefore = parts.publisher.job;
  if (await isFirstEditionPending(parts)) return show(response, firstView, { title: t('publish.title') });
  const compared = await compareWithLive(parts);
  const { live, before, texts, values } = compared;
  const isNews = texts.length + values.length > 0;
  const closed = isNews ? await closedIn(parts, compared) : [];
  const isOpen = isNews && countHindrances(closed, 'never') === 0;
  const unapprovedLive = before ? (await parts.approvals.unapproved(before)).length : 0;
  const news = isNews ? await newsOf(parts, visit, compared, closed, isOpen) : null;
  const heard =
    isNews || !before ? null : await lastChangesHeard(parts, namesIn(visit, compared.now, [before.line]), before);
  const suggested = await suggestReasons(parts.memos, closed, compared);
  const isToCome = (await parts.editions.schedules.newest())?.end === null;
  const now = parts.publisher.job;
  // If a publication has ended in the meantime, the data read above may be out of date. The page is then made again.
  if (now !== jobBefore && now.state !== 'running') return showSummary(parts, response, refused);
  const { typed, errors, unreadErrors, schedule, status } =
    refused ?? unpublishedForm(t, now, memberOf(response).member, closed) ?? withReasons(emptyPublishForm, suggested);
  const isOld = now.state === 'done' && now.result.kind === 'scheduled' && !isToCome;
  const job = isOld ? null : jobStatus(visit, now, live && before && { edition: before.number, at: live.at });
  // A refused form is shown even if nothing can be published now, so that nothing typed is lost.
  const hasForm = (isOpen && !job?.isRunning) || status !== 200;
  show(response, publishView, {
    status,
    title: t('publish.title'),
    job,
    mark: before && approvalMark(t, unapprovedLive),
    news,
    heard,
    form:
      hasForm && may(memberOf(response).member.role, 'publish')
        ? {
            typed: { ...typed, basedOn: typed.basedOn || (live?.number ?? 0) },
            errors,
            schedule,
            suggested,
            isScheduled: isToCome,
            unreadErrors,
            unread: unreadLanguages(namesIn(visit, compared.now), compared.now.line.file, closed, typed.unreadReasons),
            hasWarnings: countHindrances(closed, 'with-reason') > 0,
            unapproved: countHindrances(closed, 'in-emergency'),
          }
        : null,
  });
}

async function newsOf(
  parts: PublishPageParts,
  visitor: Visitor,
  { now, before, texts, values, areKeysChanged }: Compared,
  closed: readonly ClosedGate[],
  isOpen: boolean,
): Promise<PublishNews> {
  const names = namesIn(visitor, now, before ? [before.line] : []);
  return {
    changes: await describeChanges(visitor, names, { texts, values }, now.draft),
    areKeysChanged,
    closed: describeGates(visitor, names, now.line.file, closed),
    crawl: isOpen ? await crawlOf(parts, visitor) : null,
  };
}

/**
 * The language check of the draft. If it has not run yet, it is started here, because publishing has to wait for it.
 */
async function crawlOf(parts: PublishPageParts, visitor: Visitor) {
  const { rehearsal, crawls } = parts;
  const { now, edition } = await rehearsal.drafted();
  if (!edition) return null;
  if (crawls.of(edition.hash) === null) startCrawl(parts, edition);
  return crawlStatus(visitor, namesIn(visitor, now), crawls.of(edition.hash));
}
