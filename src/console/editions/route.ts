import { type Request, type Response, Router } from 'express';
import { editionId } from '../../edition/edition.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { integer, readForm, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import type { Translate } from '../../frame/translate.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { compareContents } from '../../office/editions/compare-contents.ts';
import { draftOf } from '../../office/editions/edition-content.ts';
import type { Publication } from '../../office/editions/edition-records.ts';
import { may } from '../../office/staff/role.ts';
import { approvalMark } from '../approvals/approval-mark.ts';
import { showSheetOf } from '../change-sheet/route.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { describeChanges } from '../publish/changes.ts';
import { sendEdition } from './edition-archive.ts';
import { editionView, longestReason } from './edition-view.ts';
import { editionsView } from './editions-view.ts';

type EditionsParts = Pick<ConsoleParts, 'editions' | 'approvals' | 'drafts' | 'engine' | 'publisher'>;

/** Maximum number of publications in the list: more than staff make in several years. */
const most = 500;

/**
 * Number of latest publications for which the list shows whether all texts are approved. An edition's page always shows
 * this.
 */
const mostMarked = 20;

/**
 * `GET /console/editions`: which edition went live when. `GET /console/editions/<hash>`: the texts of an edition, how
 * it differs from the live one, and the form to roll back to it.
 */
export function createEditionsPage(parts: EditionsParts): ConsolePage {
  const { editions } = parts;
  const router = Router();
  router.get('/', (request, response) => showEditions(parts, request, response));
  router.get('/:hash', (request, response) => showEdition(parts, request, response));
  router.get('/:hash/change-sheet', (request, response) => showSheetOf(parts, request, response));
  router.get('/:hash/export.zip', async (request, response) => {
    const record = await editions.find(request.params.hash);
    if (!record) return showMessage(response, 404, 'editions.unknown', { back: '/console/editions' });
    await sendEdition(response, record, editions.sounds);
  });
  router.get('/:hash/sounds/:key.wav', async (request, response) => {
    const bytes = await editions.sounds.read(request.params.key);
    if (!bytes) return showMessage(response, 404, 'editions.no-sound', { back: '/console/editions' });
    response.type('audio/wav').send(Buffer.from(bytes));
  });
  router.post('/:hash/roll-back', requireMember('publish'), (request, response) => rollBack(parts, request, response));
  return {
    path: '/editions',
    navKey: 'editions.nav',
    group: 'records',
    aboutKey: 'editions.about',
    act: 'read',
    styles: ['change-sheet'],
    router,
  };
}

async function showEditions(parts: EditionsParts, request: Request, response: Response): Promise<void> {
  const { editions } = parts;
  const visit = visitOf(response);
  const { t, language } = visit;
  const asked = typeof request.query.at === 'string' ? request.query.at : '';
  const moment = asked === '' ? null : readJapaneseMoment(asked);
  if (moment !== null) {
    const heard = await editions.publicationAt(moment);
    if (heard) return response.redirect(303, addressOf(heard));
  }
  const [publications, heads] = await Promise.all([editions.publications(most), editions.list(most)]);
  const headOf = new Map(heads.map((head) => [head.hash, head]));
  const marks = await marksOf(parts, t, publications.slice(0, mostMarked));
  show(response, editionsView, {
    title: t('editions.title'),
    at: asked,
    problem: asked === '' ? null : t(moment === null ? 'editions.wrong-moment' : 'editions.nothing-then'),
    publications: publications.map((each, index) => ({
      isLive: index === 0,
      href: addressOf(each),
      number: headOf.get(each.edition)?.number ?? 0,
      document: headOf.get(each.edition)?.documentNumber ?? t('editions.no-document'),
      what: t(each.emergency ? 'editions.emergency' : `editions.${each.kind}`),
      mark: marks.get(each.edition) ?? null,
      when: formatMoment(language, each.at),
      who: formatPerson(visit, each.by),
      comment: each.comment,
    })),
  });
}

/**
 * Reads the value of a `datetime-local` field, such as `2026-11-22T17:05`, as the last moment of that minute in Japan.
 * @returns milliseconds since the epoch; null if the text is no date, or has a year that the database cannot compare
 */
function readJapaneseMoment(text: string): number | null {
  try {
    const local = Temporal.PlainDateTime.from(text).round({ smallestUnit: 'minute', roundingMode: 'floor' });
    // The database cannot compare moments in other years.
    if (local.year < 1 || local.year > 9999) return null;
    return local.toZonedDateTime('Asia/Tokyo').epochMilliseconds + 59_999;
  } catch {
    return null;
  }
}

const addressOf = ({ edition }: Publication): string => `/console/editions/${editionId(edition)}`;

/** The marks that tell whether all texts of an edition are approved, by the hash of the edition. */
async function marksOf({ editions, approvals }: EditionsParts, t: Translate, publications: readonly Publication[]) {
  const marks = new Map<string, ReturnType<typeof approvalMark>>();
  for (const { edition } of publications) {
    const record = marks.has(edition) ? null : await editions.find(edition);
    if (record) marks.set(edition, approvalMark(t, (await approvals.unapproved(record)).length));
  }
  return marks;
}

/** A refused rollback: why, and the reason that was typed. */
interface FailedRollBack {
  readonly status: 409 | 422;
  readonly problem: string | null;
  readonly reason: string;
  readonly reasonError: string | undefined;
}

const nothingSent = { status: 200, problem: null, reason: '', reasonError: undefined } as const;

async function showEdition(
  { editions, approvals, drafts }: EditionsParts,
  request: Request,
  response: Response,
  sent: FailedRollBack | typeof nothingSent = nothingSent,
): Promise<void> {
  const visit = visitOf(response);
  const { t, language } = visit;
  const record = await editions.find(String(request.params.hash));
  if (!record) return showMessage(response, 404, 'editions.unknown', { back: '/console/editions' });
  const publications = await editions.publications(most);
  const [live] = publications;
  const isLive = live?.edition === record.hash;
  // The page of the live edition has no form, and so no field beside which an error could be shown.
  const hasNoField = isLive && sent.reasonError !== undefined;
  const current = live && live.edition !== record.hash ? await editions.find(live.edition) : null;
  const names = namesIn(visit, await drafts.read(), [record.line, ...(current ? [current.line] : [])]);
  const { texts, values } = current ? compareContents(current, record) : { texts: [], values: [] };
  show(response, editionView, {
    ...sent,
    ...(hasNoField ? { status: 409, problem: t('editions.wrong.live-already') } : {}),
    title: t('editions.one', { number: record.number }),
    trail: [{ path: '/editions', text: t('editions.title') }],
    record,
    names,
    isLive,
    mark: approvalMark(t, (await approvals.unapproved(record)).length),
    emergencies: publications.flatMap(({ edition, emergency }) =>
      edition === record.hash && emergency ? [emergency.reason] : [],
    ),
    basedOn: live?.number ?? 0,
    mayRollBack: may(memberOf(response).member.role, 'publish'),
    changes: await describeChanges(visit, names, { texts, values }, draftOf(record)),
    times: timesOf(publications, record.hash).map(({ from, until }) => ({
      from: formatMoment(language, from),
      until: until === null ? t('editions.until-now') : formatMoment(language, until),
    })),
  });
}

/** The periods in which an edition was live, the latest first. `until` is null if a period has not ended. */
function timesOf(publications: readonly Publication[], hash: string) {
  return publications.flatMap(({ edition, at }, index) =>
    edition === hash ? [{ from: at, until: publications[index - 1]?.at ?? null }] : [],
  );
}

async function rollBack(parts: EditionsParts, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const { typed, errors, isGood } = readForm(request, t, { basedOn: integer, reason: textLine(longestReason) });
  const { reason } = typed;
  if (!isGood) {
    return showEdition(parts, request, response, { status: 422, problem: null, reason, reasonError: errors.reason });
  }
  const form = { hash: String(request.params.hash), ...typed };
  const { kind } = await parts.publisher.rollBack(actorIn(response), form);
  if (kind === 'rolled-back') return goTo(response, '/editions', 'editions.done.rolled-back');
  if (kind === 'unknown-edition') return showMessage(response, 404, 'editions.unknown', { back: '/console/editions' });
  const why = t(`editions.wrong.${kind}`);
  const refused =
    kind === 'no-reason'
      ? ({ status: 422, problem: null, reasonError: why } as const)
      : ({ status: 409, problem: why, reasonError: undefined } as const);
  await showEdition(parts, request, response, { ...refused, reason });
}
