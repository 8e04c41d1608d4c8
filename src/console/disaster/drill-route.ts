import { type Request, type Response, Router } from 'express';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { oneOf, readForm, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show } from '../../frame/show.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import { toNotice } from '../../office/disaster/disaster-state.ts';
import { longestDrillComment } from '../../office/disaster/drill-desk.ts';
import { drillOutcomes } from '../../office/disaster/drill-records.ts';
import type { NoticeForm, NoticeProblem } from '../../office/disaster/read-notice.ts';
import { plainSettings, queryOf } from '../../office/rehearsal/settings.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { type DrillEndForm, drillView } from './drill-view.ts';
import { formatSeconds } from './drills-view.ts';
import { describeHeard } from './heard.ts';
import { describeNoticeForm, emptyNotice } from './notice-form.ts';
import { describeNotice } from './switched-on.ts';

type DrillParts = Pick<ConsoleParts, 'disaster' | 'shelf' | 'narrator' | 'clock' | 'report'>;

/**
 * `/console/disaster/drill`: leads staff through the two steps of switching a notice on. Callers do not hear the notice
 * of a drill. The second step is `/console/disaster/confirm`, the same page as in a disaster.
 */
export function createDrillRouter(parts: DrillParts): Router {
  const { desk, drills, state } = parts.disaster;
  const router = Router();
  router.use(requireMember('disaster'));
  router.get('/', (_request, response) => showDrill(parts, response));
  router.post('/', async (_request, response) => {
    await drills.begin(actorIn(response));
    goTo(response, '/disaster/drill');
  });
  router.post('/end', async (request, response) => {
    const { form, errors } = readEnd(request, response);
    if (form === null) return showDrill(parts, response, { end: { ...errors } });
    const { kind } = await drills.end(actorIn(response), form);
    if (kind === 'no-comment') {
      const comment = visitOf(response).t('drill.wrong.comment');
      return showDrill(parts, response, { end: { ...form, errors: { comment } } });
    }
    if (kind !== 'done') return goTo(response, '/disaster/drill');
    if (state().drill) {
      const result = await desk.switchOff(actorIn(response), 'drill');
      if (result.kind === 'done') result.saved.failures.forEach(parts.report);
    }
    goTo(response, '/disaster', form.outcome === 'stopped' ? 'drill.done.stopped' : 'drill.done.recorded');
  });
  return router;
}

/** Reads the form that ends a drill. The result has errors if the outcome is missing or the comment is too long. */
function readEnd(request: Request, response: Response) {
  const { t } = visitOf(response);
  const fields = { outcome: oneOf([...drillOutcomes, ''], ''), comment: textLine(longestDrillComment) };
  const { typed, errors } = readForm(request, t, fields);
  const { outcome, comment } = typed;
  const wrong = outcome === '' ? { ...errors, outcome: t('drill.wrong.outcome') } : errors;
  if (outcome === '' || errors.comment !== undefined)
    return { form: null, errors: { outcome, comment, errors: wrong } };
  return { form: { outcome, comment }, errors: null };
}

/**
 * A submitted form that is shown again. `notice` is the form of the first step. Its list of problems may be empty,
 * because the member may have gone back to a form without errors. `end` is the form that ends the drill, if it was
 * refused.
 */
interface ShownAgain {
  readonly notice?: { readonly form: NoticeForm; readonly problems: readonly NoticeProblem[] };
  readonly end?: DrillEndForm;
}

/** Answers with the page of the drill in progress. If there is none, redirects to the page of the disaster notice. */
export async function showDrill(parts: DrillParts, response: Response, refused: ShownAgain = {}): Promise<void> {
  const { disaster, shelf, narrator, clock } = parts;
  const visit = visitOf(response);
  const { t, language } = visit;
  const going = await disaster.drills.current();
  const { drill: on } = disaster.state();
  if (!going && !on) return goTo(response, '/disaster');
  const { current } = shelf;
  const now = clock();
  const seconds = going && disaster.drills.secondsOf(going);
  show(response, drillView, {
    status: refused.notice?.problems.length || refused.end ? 422 : 200,
    title: t('drill.page-title'),
    trail: [{ path: '/disaster', text: t('disaster.nav') }],
    begun: going && t('drill.begun', { who: formatPerson(visit, going.by), when: formatMoment(language, going.at) }),
    form: on
      ? null
      : describeNoticeForm(
          visit,
          current.file,
          refused.notice?.form ?? emptyNotice(current.line.timeZone, now),
          refused.notice?.problems ?? [],
        ),
    pressed: on && {
      notice: describeNotice(visit, current.file, on, now),
      took: seconds === null ? null : formatSeconds(visit, seconds),
      heard: describeHeard(visit, current, toNotice(on), narrator),
      call: `/console/rehearsal?${callOn(on)}`,
      end: refused.end ?? { outcome: '', comment: '', errors: {} },
    },
  });
}

/** The query of a rehearsal on the live edition, in which the notice of the drill is on. */
const callOn = ({ kind, places, actions, at }: Pick<NoticeForm, 'kind' | 'places' | 'actions' | 'at'>): string =>
  queryOf(
    {
      ...plainSettings,
      on: 'live',
      numbers: 'as-live',
      disaster: 'own',
      approved: 'real',
      kind,
      place: [...places],
      action: [...actions],
      noticeAt: at,
    },
    [],
  );
