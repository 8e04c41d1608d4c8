import { type Request, type Response, Router } from 'express';
import { explanationOf } from '../../common/explained-error.ts';
import { checkbox, readForm } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { type DoneKey, goTo, show, showMessage } from '../../frame/show.ts';
import { actorIn, memberOf, type Visit, visitOf } from '../../frame/visit.ts';
import type { DisasterResult } from '../../office/disaster/disaster-desk.ts';
import { type SwitchedOn, toNotice } from '../../office/disaster/disaster-state.ts';
import { isDrillDue } from '../../office/disaster/drill-desk.ts';
import { localMoment, type NoticeForm, readNotice } from '../../office/disaster/read-notice.ts';
import { readReadiness } from '../../office/disaster/readiness.ts';
import { speakNotice } from '../../office/disaster/speak-notice.ts';
import { type Act, may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { showDisasterCard } from '../disaster-card/route.ts';
import { createApproveRouter } from './approve-route.ts';
import { confirmView, describeChoices, describeContradictions, offView } from './confirm-views.ts';
import { disasterTasks } from './disaster-tasks.ts';
import { createDrillRouter, showDrill } from './drill-route.ts';
import { describeDrill } from './drills-view.ts';
import { describeHeard } from './heard.ts';
import { describeNoticeForm, emptyNotice, hiddenNotice, readNoticeForm } from './notice-form.ts';
import { describeNotice } from './switched-on.ts';
import { disasterView } from './view.ts';

type DisasterPageParts = Pick<
  ConsoleParts,
  'staff' | 'disaster' | 'shelf' | 'editions' | 'approvals' | 'publicUrl' | 'narrator' | 'clock' | 'report'
>;

/**
 * `/console/disaster`: switches the notice on and off. Before it is switched on, a page shows what callers will hear.
 * Before it is switched off, a page asks for confirmation.
 */
export function createDisasterPage(parts: DisasterPageParts): ConsolePage {
  const { disaster } = parts;
  const router = Router();
  const change = requireMember('disaster');
  router.get('/', (_request, response) => showPage(parts, response, null));
  router.use('/drill', createDrillRouter(parts));
  router.use('/approve', createApproveRouter(parts));
  router.get('/card', (request, response) => showDisasterCard(parts, request, response));
  // The answer to the POST is a page with a form. If that form is sent while the office is unavailable, the line's
  // error page leads the browser back to this address, with GET.
  router.get('/confirm', (_request, response) => goTo(response, '/disaster'));
  router.post('/confirm', change, (request, response) => showConfirmation(parts, request, response));
  router.post('/on', change, async (request, response) => {
    const { mode, form } = readNoticeForm(request, visitOf(response).t);
    const result = await disaster.desk.switchOn(actorIn(response), mode, form);
    if (result.kind === 'not-right') return showConfirmation(parts, request, response);
    // `languages` is null if the approvals could not be read. The page of the notice then says so.
    const isUnapproved = result.kind === 'done' && result.state[mode]?.languages?.length === 0;
    if (mode === 'on') {
      const notice = isUnapproved ? 'disaster.done.but-on-unapproved' : 'disaster.done.on';
      return answer(parts, response, result, '/disaster', notice);
    }
    const drill = await disaster.drills.current();
    if (drill) disaster.drills.press(drill);
    const notice = isUnapproved ? 'disaster.done.but-drill-unapproved' : 'disaster.done.drill-on';
    answer(parts, response, result, '/disaster/drill', notice);
  });
  router.get('/off', change, (_request, response) => {
    if (!disaster.state().on) return goTo(response, '/disaster');
    show(response, offView, { title: visitOf(response).t('disaster.off-title'), trail: trailOf(response) });
  });
  router.post('/off', change, async (_request, response) => {
    const result = await disaster.desk.switchOff(actorIn(response), 'on');
    answer(parts, response, result, '/disaster', 'disaster.done.off');
  });
  router.post('/renew', change, async (_request, response) => {
    const result = await disaster.desk.renew(actorIn(response), 'on');
    answer(parts, response, result, '/disaster', 'disaster.done.renewed');
  });
  return {
    path: '/disaster',
    navKey: 'disaster.nav',
    group: 'disaster',
    aboutKey: 'disaster.about',
    act: 'read',
    styles: ['disaster', 'disaster-card', 'disaster-card-print'],
    router,
    tasks: (visitor) => disasterTasks(parts, visitor),
  };
}
const trailOf = (response: Response) => [{ path: '/disaster', text: visitOf(response).t('disaster.nav') }];

/** Maximum number of people whose names are shown. */
const mostNames = 5;

/** Maximum number of drills that the page lists. */
const mostDrills = 24;

/** @param typed a submitted form to show again, because it has errors or the member went back to it; null for none */
async function showPage(parts: DisasterPageParts, response: Response, typed: NoticeForm | null): Promise<void> {
  const { disaster, shelf, narrator, clock, report } = parts;
  const visit = visitOf(response);
  const { current } = shelf;
  const { file, line } = current;
  const now = clock();
  const { on, drill } = disaster.state();
  const read = typed && readNotice(typed, file, now);
  const problems = read && 'problems' in read ? read.problems : [];
  const form = typed ?? formOfNotice(on, line.timeZone, now);
  const mayChange = may(memberOf(response).member.role, 'disaster');
  // This page is needed in a disaster, so it is shown even if the database cannot be read.
  const unknown = (error: unknown) => void report(error);
  const ready = await readReadiness(file, disaster.approved).catch(unknown);
  const held = (await disaster.drills.list(mostDrills).catch(unknown)) ?? [];
  const going = held.some(({ end }) => end === null) && (await disaster.drills.current().catch(unknown));
  // Undefined if the database cannot be read. The page then does not say whether a drill is due.
  const last = await disaster.drills.lastDone().catch(unknown);
  const heard = on ? describeHeard(visit, current, toNotice(on), narrator) : [];
  show(response, disasterView, {
    status: problems.length > 0 ? 422 : 200,
    title: visit.t('disaster.title'),
    hasDisaster: file.disaster !== undefined,
    isReady: ready ? ready.lackingFirst.length + ready.lackingOthers.length === 0 : null,
    on: on && describeNotice(visit, file, on, now),
    heard,
    isUnapproved: heard.length > 0 && on?.languages?.length === 0,
    isApprovalUnknown: heard.length > 0 && on?.languages === null,
    form: describeNoticeForm(visit, file, form, problems),
    drills: {
      isDue: last !== undefined && isDrillDue(last, now, line.timeZone),
      wasEverDone: typeof last === 'number',
      isOn: drill !== null || Boolean(going),
      held: held.map((each) => describeDrill(visit, file, each, going ? going.number : null)),
      mayChange,
    },
    mayChange,
    mayApprove: may(memberOf(response).member.role, 'approve'),
    helpers: mayChange ? '' : await namesOfThose(parts, visit, 'disaster'),
  });
}

/**
 * The names of some people whose role permits an act, joined; a dash if there are none, or if the names cannot be read.
 */
async function namesOfThose({ staff, report }: DisasterPageParts, { t }: Visit, act: Act): Promise<string> {
  const members = await staff.listMembers().catch((error: unknown) => void report(error));
  const able = (members ?? []).filter(({ role, isActive, hasPassword }) => isActive && hasPassword && may(role, act));
  const names = able.slice(0, mostNames).map(({ display }) => display);
  return [...names, ...(able.length > mostNames ? ['…'] : [])].join(t('frame.comma')) || '–';
}

/** The form filled in with the active notice, or empty if there is none. The time of the notice is set to now. */
function formOfNotice(notice: SwitchedOn | null, timeZone: string, now: number): NoticeForm {
  const empty = emptyNotice(timeZone, now);
  if (!notice) return empty;
  const { kind, places, actions, until } = notice;
  return { ...empty, kind, places, actions, until: until === null ? '' : localMoment(until, timeZone) };
}

/**
 * Shows what callers will hear if the notice is switched on. The office makes the sounds while staff read the page. If
 * the form has errors, or if the member goes back, the form is shown again instead.
 */
async function showConfirmation(parts: DisasterPageParts, request: Request, response: Response): Promise<void> {
  const { disaster, shelf, narrator, clock, report } = parts;
  const visit = visitOf(response);
  const { mode, form } = readNoticeForm(request, visit.t);
  const { current } = shelf;
  const read = readNotice(form, current.file, clock());
  const { back: isBack } = readForm(request, visit.t, { back: checkbox }).typed;
  if (isBack || 'problems' in read) {
    // A member who goes back finds the form as it was filled in.
    const refused = { form, problems: 'problems' in read ? read.problems : [] };
    return mode === 'on' ? showPage(parts, response, form) : showDrill(parts, response, { notice: refused });
  }
  const approved = await disaster.approved(read.prompts).catch((error: unknown) => void report(error));
  const languages = approved ?? [];
  const notice = { id: 'x', kind: read.kind, places: read.places, actions: read.actions, at: read.at, languages };
  speakNotice(shelf, notice, narrator).catch(report);
  show(response, confirmView, {
    title: visit.t(`disaster.confirm-title.${mode}`),
    trail: trailOf(response),
    mode,
    heard: describeHeard(visit, current, notice, narrator),
    hidden: hiddenNotice({ ...form, at: read.at }),
    // If the approvals cannot be read, the page says so instead of naming approvers.
    approvers: languages.length > 0 || !approved ? null : await namesOfThose(parts, visit, 'approve'),
    isApprovalUnknown: !approved,
    mayApprove: may(memberOf(response).member.role, 'approve'),
    chosen: describeChoices(visit, current.file, form),
    contradictions: describeContradictions(visit, current.file, form),
  });
}

/**
 * Answers after a change of the switch. If the change could not be stored, staff are told, because a restart would undo
 * it.
 */
function answer(
  { report }: DisasterPageParts,
  response: Response,
  result: DisasterResult,
  next: string,
  notice: DoneKey,
): void {
  const saved = 'saved' in result ? result.saved : null;
  for (const failure of saved?.failures ?? []) report(failure);
  if (saved === null) goTo(response, next);
  else if (saved.isSaved) goTo(response, next, result.kind === 'done' ? notice : undefined);
  else {
    const detail = explanationOf(saved.failures[0])[visitOf(response).language];
    showMessage(response, 500, 'disaster.not-kept', { back: '/console/disaster', keep: 'nothing', detail });
  }
}
