import { type Request, type Response, Router } from 'express';
import { messageOf } from '../../common/errors.ts';
import type { DisasterResult } from '../../office/disaster/disaster-desk.ts';
import { type SwitchedOn, toNotice } from '../../office/disaster/disaster-state.ts';
import type { Mode } from '../../office/disaster/disaster-switch.ts';
import { localMoment, type NoticeForm, readNotice } from '../../office/disaster/read-notice.ts';
import { speakNotice } from '../../office/disaster/speak-notice.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { showDisasterCard } from '../disaster-card/route.ts';
import { formatMoment } from '../frame/format-moment.ts';
import { requireMember } from '../frame/require-member.ts';
import { type DoneKey, goTo, show, showMessage } from '../frame/show.ts';
import { type ConsolePage, memberOf, visitOf } from '../frame/visit.ts';
import { confirmView, describeContradictions, offView } from './confirm-views.ts';
import { describeHeard } from './heard.ts';
import { describeNoticeForm, hiddenNotice, readNoticeForm } from './notice-form.ts';
import { describeNotice } from './switched-on.ts';
import { disasterView } from './view.ts';

type DisasterPageParts = Pick<
  ConsoleParts,
  'disaster' | 'shelf' | 'editions' | 'publicUrl' | 'narrator' | 'clock' | 'report'
>;

/** `/console/disaster`: switches the notice on and off, with one confirmation that shows what callers will hear. */
export function createDisasterPage(parts: DisasterPageParts): ConsolePage {
  const { disaster } = parts;
  const router = Router();
  const change = requireMember('disaster');
  router.get('/', (_request, response) => showPage(parts, response, null));
  router.get('/card', (request, response) => showDisasterCard(parts, request, response));
  router.post('/confirm', change, (request, response) => showConfirmation(parts, request, response));
  router.post('/on', change, async (request, response) => {
    const { mode, form } = readNoticeForm(request, visitOf(response).t);
    const result = await disaster.desk.switchOn(actor(response), mode, form);
    if (result.kind === 'not-right') return showConfirmation(parts, request, response);
    answer(parts, response, result, mode === 'on' ? 'disaster.done.on' : 'disaster.done.drill-on');
  });
  router.get('/off', change, (request, response) => {
    const mode = request.query.mode === 'drill' ? 'drill' : 'on';
    if (!disaster.state()[mode]) return goTo(response, '/disaster');
    const title = visitOf(response).t(`disaster.off-title.${mode}`);
    show(response, offView, { title, trail: trailOf(response), mode });
  });
  router.post('/off', change, async (request, response) => {
    const mode = modeOf(request, response);
    const result = await disaster.desk.switchOff(actor(response), mode);
    answer(parts, response, result, mode === 'on' ? 'disaster.done.off' : 'disaster.done.drill-off');
  });
  router.post('/renew', change, async (request, response) => {
    const result = await disaster.desk.renew(actor(response), modeOf(request, response));
    answer(parts, response, result, 'disaster.done.renewed');
  });
  return {
    path: '/disaster',
    navKey: 'disaster.nav',
    group: 'disaster',
    aboutKey: 'disaster.about',
    act: 'read',
    router,
    news: async ({ t, language }) => {
      const { on } = disaster.state();
      return on && t('disaster.news', { since: formatMoment(language, on.since) });
    },
  };
}

const modeOf = (request: Request, response: Response): Mode => readNoticeForm(request, visitOf(response).t).mode;
const actor = (response: Response) => actorOf(memberOf(response).member);
const trailOf = (response: Response) => [{ path: '/disaster', text: visitOf(response).t('disaster.nav') }];

/** @param typed a submitted form with errors, to be shown again; null for none */
function showPage({ disaster, shelf, clock }: DisasterPageParts, response: Response, typed: NoticeForm | null): void {
  const visit = visitOf(response);
  const { current } = shelf;
  const { file } = current;
  const now = clock();
  const { on, drill } = disaster.state();
  const described = (notice: SwitchedOn | null) => notice && describeNotice(visit, file, notice, now);
  const read = typed && readNotice(typed, file, now);
  const problems = read && 'problems' in read ? read.problems : [];
  const form = typed ?? formOfNotice(on ?? drill, current.line.timeZone, now);
  show(response, disasterView, {
    status: problems.length > 0 ? 422 : 200,
    title: visit.t('disaster.title'),
    hasDisaster: file.disaster !== undefined,
    on: described(on),
    drill: described(drill),
    heard: on ? describeHeard(current, toNotice(on)) : [],
    form: describeNoticeForm(visit, file, form, problems),
    mayChange: may(memberOf(response).member.role, 'disaster'),
  });
}

/** The form filled in with an active notice, to be changed; empty without one. The time of the notice is set to now. */
function formOfNotice(notice: SwitchedOn | null, timeZone: string, now: number): NoticeForm {
  const { kind = '', places = [], actions = [], until = null } = notice ?? {};
  return {
    ...{ kind, places, actions, at: localMoment(now, timeZone) },
    until: until === null ? '' : localMoment(until, timeZone),
  };
}

/** Shows what callers will hear before it is switched on. Its speech is made while staff read the page. */
async function showConfirmation(parts: DisasterPageParts, request: Request, response: Response): Promise<void> {
  const { disaster, shelf, narrator, clock, report } = parts;
  const visit = visitOf(response);
  const { mode, form } = readNoticeForm(request, visit.t);
  const { current } = shelf;
  const read = readNotice(form, current.file, clock());
  if ('problems' in read) return showPage(parts, response, form);
  const languages = (await disaster.approved(read.prompts).catch(() => null)) ?? [];
  const notice = { id: 'x', kind: read.kind, places: read.places, actions: read.actions, at: read.at, languages };
  speakNotice(shelf, notice, narrator).catch(report);
  show(response, confirmView, {
    title: visit.t(`disaster.confirm-title.${mode}`),
    trail: trailOf(response),
    mode,
    heard: describeHeard(current, notice),
    hidden: hiddenNotice({ ...form, at: read.at }),
    isUnapproved: languages.length === 0,
    contradictions: describeContradictions(visit, current.file, form),
  });
}

/** The switch has worked even if its state could not be stored. Staff must know, because a restart would undo it. */
function answer({ report }: DisasterPageParts, response: Response, result: DisasterResult, notice: DoneKey): void {
  const saved = result.kind === 'done' ? result.saved : null;
  for (const failure of saved?.failures ?? []) report(failure);
  if (saved === null) goTo(response, '/disaster');
  else if (saved.isSaved) goTo(response, '/disaster', notice);
  else {
    const detail = messageOf(saved.failures[0]);
    showMessage(response, 500, 'disaster.not-kept', { back: '/console/disaster', keep: 'nothing', detail });
  }
}
