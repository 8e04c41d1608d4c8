import { type Response, Router } from 'express';
import { longestComment } from '../../office/rehearsal/rehearsal-desk.ts';
import { queryOf, readSettings } from '../../office/rehearsal/settings.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import { fieldOf, formOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { requireMember } from '../require-member.ts';
import { goTo, show, showMessage } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { queryIn, type RehearsalPageParts } from './open-rehearsal.ts';
import { showProblem } from './show-problem.ts';

/** More than an office leaves open. */
const most = 200;

/** Seconds of the longest narration there could be. */
const longestSound = 600;

/** `GET …/problems`: what somebody noticed; `…/new` reports something about one text of a call, `…/<number>` settles it. */
export function createRehearsalProblemsRouter({ rehearsal }: Pick<RehearsalPageParts, 'rehearsal'>): Router {
  const { desk, records, drafted } = rehearsal;
  const router = Router();

  router.get('/', (_request, response) => showList(response));
  router.get('/new', (request, response) => showForm(response, queryIn(request)));

  router.post('/', async (request, response) => {
    const fields = formOf(request);
    const { language, prompt, second, address, isKnown } = await readAbout(fields);
    if (!isKnown) return showMessage(response, 404, 'rehearsal.problems.unknown', { back: '/console/rehearsal' });
    const actor = actorOf(memberOf(response).member);
    const form = { language, prompt, second, address, comment: fieldOf(request, 'comment') };
    const { kind } = await desk.report(actor, form);
    if (kind === 'reported') return goTo(response, withNotice(address));
    await showForm(response, fields, 422, visitOf(response).t(`rehearsal.problems.wrong.${kind}`));
  });

  router.post('/:number', requireMember('edit'), async (request, response) => {
    const number = numberOf(request.params.number);
    if (number === null) return showMessage(response, 404, 'frame.missing');
    const { kind } = await desk.settle(actorOf(memberOf(response).member), number, fieldOf(request, 'comment'));
    if (kind === 'settled') return goTo(response, '/rehearsal/problems', 'rehearsal.done.settled');
    const { t } = visitOf(response);
    await showList(response, kind === 'settled-before' ? 409 : 422, {
      number,
      text: t(`rehearsal.problems.wrong.${kind}`),
    });
  });

  async function showList(response: Response, status = 200, error: { number: number; text: string } | null = null) {
    const visit = visitOf(response);
    const { t } = visit;
    const reports = await records.problems.list(most);
    show(response, 'rehearsal-problems', {
      status,
      title: t('rehearsal.problems.title'),
      trail: [{ path: '/rehearsal', text: t('rehearsal.title') }],
      reports: reports.map((report) => ({
        ...showProblem(visit, report),
        error: error?.number === report.number ? error.text : undefined,
      })),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      longestComment,
    });
  }

  async function showForm(response: Response, fields: URLSearchParams, status = 200, error?: string) {
    const { t } = visitOf(response);
    const about = await readAbout(fields);
    if (!about.isKnown) return showMessage(response, 404, 'rehearsal.problems.unknown', { back: '/console/rehearsal' });
    show(response, 'rehearsal-problem', {
      status,
      title: t('rehearsal.problems.new'),
      trail: [{ path: '/rehearsal', text: t('rehearsal.title') }],
      about,
      comment: fields.get('comment') ?? '',
      error,
      longestComment,
    });
  }

  /** What a report is about, and the call in which it was noticed. */
  async function readAbout(fields: URLSearchParams) {
    const { settings, path } = readSettings(fields);
    const [language, prompt] = [fields.get('language') ?? '', fields.get('prompt') ?? ''];
    const typed = Number.parseFloat(fields.get('second') ?? '');
    const { now } = await drafted();
    const isLanguage = now.line.file.languages.some(({ tag }) => tag === language);
    return {
      language,
      prompt,
      second: typed >= 0 && typed <= longestSound ? Math.round(typed * 10) / 10 : null,
      query: queryOf(settings, path),
      address: `/rehearsal?${queryOf(settings, path)}`,
      isKnown: isLanguage && now.texts.some((text) => text.prompt === prompt),
    };
  }

  return router;
}

/** The page of the call, with the sentence that the report was written down. */
const withNotice = (address: string): string => `${address}&notice=rehearsal.done.reported`;
