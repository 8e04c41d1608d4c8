import { type Response, Router } from 'express';
import { formOf, queryIn } from '../../frame/form.ts';
import { numberOf, readForm, textArea, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { longestComment } from '../../office/rehearsal/rehearsal-desk.ts';
import { queryOf, readSettings } from '../../office/rehearsal/settings.ts';
import { may } from '../../office/staff/role.ts';
import { describeProblem } from '../text/problem-report.ts';
import type { RehearsalPageParts } from './open-rehearsal.ts';
import { longestSound, problemFormView, problemsView, type SettleRefused } from './problems-view.ts';

/** Maximum number of reports in the list. Open reports come first, and an office leaves fewer reports open. */
const mostReports = 200;

/**
 * `GET /console/rehearsal/problems` lists the problems that staff noticed while listening. `GET …/problems/new` shows
 * the form that reports a problem with a text. `POST …/problems` takes this form. `POST …/problems/<number>` settles a
 * report.
 */
export function createProblemsRouter({ rehearsal }: Pick<RehearsalPageParts, 'rehearsal'>): Router {
  const { desk, records, drafted } = rehearsal;
  const router = Router();

  router.get('/', (_request, response) => showList(response));

  router.get('/new', async (request, response) => {
    const fields = queryIn(request);
    showForm(response, await readAbout(fields), { comment: fields.get('comment') ?? '', error: undefined });
  });

  router.post('/', async (request, response) => {
    const { t } = visitOf(response);
    const about = await readAbout(formOf(request));
    const { typed, errors, isGood } = readForm(request, t, { comment: textArea(longestComment) });
    if (!about.isKnown || !isGood)
      return showForm(response, about, { comment: typed.comment, error: errors.comment }, 422);
    const { language, prompt, second, address } = about;
    const actor = actorIn(response);
    const { kind } = await desk.report(actor, { language, prompt, second, address, comment: typed.comment });
    if (kind === 'reported') return goTo(response, address, 'rehearsal.done.reported');
    showForm(response, about, { comment: typed.comment, error: t(`rehearsal.problems.wrong.${kind}`) }, 422);
  });

  router.post('/:number', requireMember('edit'), async (request, response) => {
    const { t } = visitOf(response);
    const number = numberOf(request.params.number);
    if (number === null) return showMessage(response, 404, 'frame.missing');
    const { typed, errors, isGood } = readForm(request, t, { comment: textLine(longestComment) });
    const { comment } = typed;
    if (!isGood) return showList(response, 422, { number, comment, error: errors.comment });
    const { kind } = await desk.settle(actorIn(response), number, comment);
    if (kind === 'settled') return goTo(response, '/rehearsal/problems', 'rehearsal.done.settled');
    const status = kind === 'settled-before' ? 409 : 422;
    await showList(response, status, { number, comment, error: t(`rehearsal.problems.wrong.${kind}`) });
  });

  async function showList(response: Response, status = 200, refused: SettleRefused | null = null): Promise<void> {
    const visit = visitOf(response);
    const { t } = visit;
    const names = namesIn(visit, (await drafted()).now);
    const reports = await records.problems.list(mostReports);
    show(response, problemsView, {
      status,
      title: t('rehearsal.problems.title'),
      trail: [{ path: '/rehearsal', text: t('rehearsal.title') }],
      reports: reports.map((report) => describeProblem(visit, names, report)),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      refused,
    });
  }

  function showForm(
    response: Response,
    { isKnown, now, language, prompt, second, query }: Awaited<ReturnType<typeof readAbout>>,
    { comment, error }: { readonly comment: string; readonly error: string | undefined },
    status = 200,
  ): void {
    if (!isKnown) {
      showMessage(response, 404, 'rehearsal.problems.unknown', { back: '/console/rehearsal' });
      return;
    }
    const visit = visitOf(response);
    const { t } = visit;
    show(response, problemFormView, {
      status,
      title: t('rehearsal.problems.new'),
      trail: [{ path: '/rehearsal', text: t('rehearsal.title') }],
      about: namesIn(visit, now).text({ language, prompt }),
      language,
      prompt,
      second,
      query,
      comment,
      commentError: error,
    });
  }

  /** The text that a report is about, and the call in which the problem was noticed. */
  async function readAbout(fields: URLSearchParams) {
    const { settings, path } = readSettings(fields);
    const [language, prompt] = [fields.get('language') ?? '', fields.get('prompt') ?? ''];
    const second = Number.parseFloat(fields.get('second') ?? '');
    const query = queryOf(settings, path);
    const { now } = await drafted();
    const isLanguage = now.line.file.languages.some(({ tag }) => tag === language);
    return {
      now,
      language,
      prompt,
      second: second >= 0 && second <= longestSound ? Math.round(second * 10) / 10 : null,
      query,
      address: `/rehearsal?${query}`,
      isKnown: isLanguage && now.texts.some((text) => text.prompt === prompt),
    };
  }

  return router;
}
