import { type Request, type Response, Router } from 'express';
import { messageOf } from '../../common/errors.ts';
import type { DisasterResult } from '../../office/disaster/disaster-desk.ts';
import type { Mode } from '../../office/disaster/disaster-switch.ts';
import { localMoment, type NoticeForm, readNotice } from '../../office/disaster/read-notice.ts';
import { speakNotice } from '../../office/disaster/speak-notice.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { requireMember } from '../require-member.ts';
import { goTo, show, showMessage } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { showDisasterCard } from './disaster-card.ts';
import { carryNotice, readNoticeForm, showNoticeForm } from './disaster-form.ts';
import { showContradictions, showHeard, showSwitchedOn } from './show-notice.ts';

type DisasterPageParts = Pick<
  ConsoleParts,
  'disaster' | 'shelf' | 'editions' | 'publicUrl' | 'narrator' | 'clock' | 'report'
>;

/** `/console/disaster`: the switch, what callers hear of it, and one confirmation before it. */
export function createDisasterPage(parts: DisasterPageParts): ConsolePage {
  const { disaster, clock } = parts;
  const router = Router();
  const change = requireMember('disaster');
  router.get('/', (_request, response) => showPage(parts, response, null));
  router.get('/card', (request, response) => showDisasterCard(parts, request, response));
  router.post('/confirm', change, (request, response) => confirm(parts, request, response));
  router.post('/on', change, async (request, response) => {
    const mode = modeOf(request);
    const result = await disaster.desk.switchOn(actor(response), mode, readNoticeForm(request));
    if (result.kind === 'not-right') return confirm(parts, request, response);
    tell(parts, response, result, mode === 'on' ? 'disaster.done.on' : 'disaster.done.drill-on');
  });
  router.get('/off', change, (request, response) => {
    const mode = request.query.mode === 'drill' ? 'drill' : 'on';
    const isSwitchedOn = showSwitchedOn(visitOf(response), parts.shelf.current, disaster.state()[mode], clock());
    if (!isSwitchedOn) return goTo(response, '/disaster');
    const { t } = visitOf(response);
    show(response, 'disaster-off', { title: t(`disaster.off-title.${mode}`), trail: trailOf(response), mode });
  });
  router.post('/off', change, async (request, response) => {
    const mode = modeOf(request);
    const result = await disaster.desk.switchOff(actor(response), mode);
    tell(parts, response, result, mode === 'on' ? 'disaster.done.off' : 'disaster.done.drill-off');
  });
  router.post('/renew', change, async (request, response) => {
    tell(parts, response, await disaster.desk.renew(actor(response), modeOf(request)), 'disaster.done.renewed');
  });
  return {
    path: '/disaster',
    navKey: 'disaster.nav',
    aboutKey: 'disaster.about',
    act: 'read',
    router,
    news: async (visitor) => {
      const on = showSwitchedOn(visitor, parts.shelf.current, disaster.state().on, clock());
      return on && visitor.t('disaster.news', { since: on.since });
    },
  };
}

const modeOf = (request: Request): Mode => (fieldOf(request, 'mode') === 'drill' ? 'drill' : 'on');
const actor = (response: Response) => actorOf(memberOf(response).member);
const trailOf = (response: Response) => [{ path: '/disaster', text: visitOf(response).t('disaster.nav') }];

/** @param typed what was sent and is not right; null for what is on, or an empty form */
function showPage({ disaster, shelf, clock }: DisasterPageParts, response: Response, typed: NoticeForm | null): void {
  const visit = visitOf(response);
  const { t } = visit;
  const { current } = shelf;
  const now = clock();
  const state = disaster.state();
  const [on, drill] = [state.on, state.drill].map((each) => showSwitchedOn(visit, current, each, now));
  const empty = { kind: '', places: [], actions: [], at: localMoment(now, current.line.timeZone), until: '' };
  const form = typed ?? on?.form ?? drill?.form ?? empty;
  const read = typed && readNotice(typed, current.file, now);
  const problems = read && 'problems' in read ? read.problems : [];
  show(response, 'disaster', {
    status: problems.length > 0 ? 400 : 200,
    title: t('disaster.title'),
    hasDisaster: current.file.disaster !== undefined,
    on,
    drill,
    heard: on ? showHeard(current, on.notice) : [],
    form: showNoticeForm(visit, current.file, form, problems),
    mayChange: may(memberOf(response).member.role, 'disaster'),
  });
}

/** What is about to be heard, and by whom. It is spoken while somebody reads it. */
async function confirm(parts: DisasterPageParts, request: Request, response: Response): Promise<void> {
  const { disaster, shelf, narrator, clock, report } = parts;
  const typed = readNoticeForm(request);
  const { current } = shelf;
  const read = readNotice(typed, current.file, clock());
  if ('problems' in read) return showPage(parts, response, typed);
  const languages = (await disaster.approved(read.prompts).catch(() => null)) ?? [];
  const notice = { id: 'x', kind: read.kind, places: read.places, actions: read.actions, at: read.at, languages };
  speakNotice(shelf, notice, narrator).catch(report);
  const { t } = visitOf(response);
  const mode = modeOf(request);
  show(response, 'disaster-confirm', {
    title: t(`disaster.confirm-title.${mode}`),
    trail: trailOf(response),
    mode,
    heard: showHeard(current, notice),
    hidden: carryNotice({ ...typed, at: read.at }),
    isNobodyHeard: languages.length === 0,
    contradictions: showContradictions(visitOf(response), current.file, typed),
  });
}

/** It holds whatever could not be kept; but then somebody must know, because the next start would not. */
function tell({ report }: DisasterPageParts, response: Response, result: DisasterResult, notice: string): void {
  if (result.kind !== 'done') {
    goTo(response, '/disaster');
    return;
  }
  const { isKept, failures } = result.kept;
  for (const failure of failures) report(failure);
  if (isKept) goTo(response, '/disaster', notice);
  else
    showMessage(response, 500, 'disaster.not-kept', {
      back: '/console/disaster',
      keep: 'nothing',
      detail: messageOf(failures[0]),
    });
}
