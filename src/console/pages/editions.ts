import { type Request, type Response, Router } from 'express';
import { compareContents } from '../../office/editions/compare-contents.ts';
import type { Publication } from '../../office/editions/edition-record.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { requireMember } from '../require-member.ts';
import { goTo, show, showMessage } from '../show.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import type { Translate } from '../texts/texts.ts';
import { memberOf, visitOf } from '../visit.ts';
import { showSheetOf } from './change-sheet.ts';
import { sendEdition } from './edition-archive.ts';
import { readJapaneseMoment } from './read-japanese-moment.ts';
import { showChanges } from './show-changes.ts';
import { showEdition } from './show-edition.ts';
import { showMark } from './show-mark.ts';

type EditionsParts = Pick<ConsoleParts, 'editions' | 'approvals' | 'drafts' | 'engine' | 'publisher'>;

/** More publications than an office makes in years. */
const most = 500;

/** Of so many of the latest the list says whether all of it was approved; of earlier ones their own page does. */
const mostMarked = 20;

/** `GET /console/editions`: when which edition was live; below it what each one says, how they differ, and the way back. */
export function createEditionsPage(parts: EditionsParts): ConsolePage {
  const { editions } = parts;
  const router = Router();
  router.get('/', (request, response) => showEditions(parts, request, response));
  router.get('/:hash', (request, response) => showOne(parts, request, response));
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
    aboutKey: 'editions.about',
    act: 'read',
    router,
    news: async ({ t, language }) => {
      const [live] = await editions.publications(1);
      return live ? t('editions.news', { when: showMoment(language, live.at), who: showPerson(t, live.by) }) : null;
    },
  };
}

async function showEditions(parts: EditionsParts, request: Request, response: Response): Promise<void> {
  const { editions } = parts;
  const { t, language } = visitOf(response);
  const asked = typeof request.query.at === 'string' ? request.query.at : '';
  const moment = asked === '' ? null : readJapaneseMoment(asked);
  if (moment !== null) {
    const heard = await editions.publicationAt(moment);
    if (heard) return response.redirect(303, `/console/editions/${heard.edition.slice(0, 10)}`);
  }
  const [publications, heads] = await Promise.all([editions.publications(most), editions.list(most)]);
  const numbers = new Map(heads.map(({ hash, number, documentNumber }) => [hash, { number, documentNumber }]));
  const marks = await marksOf(parts, publications.slice(0, mostMarked));
  show(response, 'editions', {
    title: t('editions.title'),
    at: asked,
    problem: asked === '' ? null : t(moment === null ? 'editions.wrong-moment' : 'editions.nothing-then'),
    publications: publications.map((each, index) => ({
      isLive: index === 0,
      href: `/console/editions/${each.edition.slice(0, 10)}`,
      number: numbers.get(each.edition)?.number ?? 0,
      document: numbers.get(each.edition)?.documentNumber ?? t('editions.no-document'),
      what: t(each.emergency ? 'editions.emergency' : `editions.${each.kind}`),
      mark: showMarkOf(t, marks.get(each.edition)),
      when: showMoment(language, each.at),
      who: showPerson(t, each.by),
      comment: each.comment,
    })),
  });
}

/** Why an edition was not gone back to, and what was typed. */
interface RollBackTyped {
  readonly status?: number;
  readonly problem?: string | null;
  readonly reason?: string;
}

async function showOne(
  { editions, approvals }: EditionsParts,
  request: Request,
  response: Response,
  { status = 200, problem = null, reason = '' }: RollBackTyped = {},
): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const record = await editions.find(String(request.params.hash));
  if (!record) return showMessage(response, 404, 'editions.unknown', { back: '/console/editions' });
  const publications = await editions.publications(most);
  const [live] = publications;
  const current = live && live.edition !== record.hash ? await editions.find(live.edition) : null;
  const { texts, values } = current ? compareContents(current, record) : { texts: [], values: [] };
  show(response, 'edition', {
    status,
    title: t('editions.one', { number: record.number }),
    trail: [{ path: '/editions', text: t('editions.title') }],
    problem,
    reason,
    isLive: live?.edition === record.hash,
    mark: showMark(t, (await approvals.unapproved(record)).length),
    emergencies: publications.flatMap(({ edition, emergency }) =>
      edition === record.hash && emergency ? [emergency.reason] : [],
    ),
    basedOn: live?.number ?? 0,
    mayRollBack: may(memberOf(response).member.role, 'publish'),
    changes: await showChanges(visit, { texts, values }),
    times: timesOf(publications, record.hash).map(({ from, until }) => ({
      from: showMoment(visit.language, from),
      until: until === null ? t('editions.until-now') : showMoment(visit.language, until),
    })),
    edition: showEdition(visit, record),
  });
}

/** How many texts of each edition nobody has approved. */
async function marksOf(
  { editions, approvals }: EditionsParts,
  publications: readonly Publication[],
): Promise<ReadonlyMap<string, number>> {
  const marks = new Map<string, number>();
  for (const { edition } of publications) {
    const record = marks.has(edition) ? null : await editions.find(edition);
    if (record) marks.set(edition, (await approvals.unapproved(record)).length);
  }
  return marks;
}

const showMarkOf = (t: Translate, count: number | undefined) => (count === undefined ? null : showMark(t, count));

/** From when until when an edition was live, the latest first. */
function timesOf(publications: readonly Publication[], hash: string) {
  return publications.flatMap(({ edition, at }, index) =>
    edition === hash ? [{ from: at, until: publications[index - 1]?.at ?? null }] : [],
  );
}

async function rollBack(parts: EditionsParts, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const form = {
    hash: String(request.params.hash),
    basedOn: numberOf(fieldOf(request, 'basedOn')) ?? 0,
    reason: fieldOf(request, 'reason'),
  };
  const { kind } = await parts.publisher.rollBack(actorOf(memberOf(response).member), form);
  if (kind === 'rolled-back') return goTo(response, '/editions', 'editions.done.rolled-back');
  if (kind === 'unknown-edition') return showMessage(response, 404, 'editions.unknown', { back: '/console/editions' });
  await showOne(parts, request, response, { status: 409, problem: t(`editions.wrong.${kind}`), reason: form.reason });
}
