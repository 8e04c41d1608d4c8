import { type Request, type Response, Router } from 'express';
import { contentKey } from '../../common/content-key.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { integer, readForm } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { type DoneKey, goTo, show, showMessage } from '../../frame/show.ts';
import { actorIn, memberOf, type Visitor, visitOf } from '../../frame/visit.ts';
import { nameIds } from '../../naming/name-ids.ts';
import { type Names, namesIn } from '../../naming/names.ts';
import { compareContents } from '../../office/editions/compare-contents.ts';
import { contentOf } from '../../office/editions/edition-content.ts';
import type { ScheduleAnswer } from '../../office/editions/schedule/answer-schedule.ts';
import type { ScheduleFailure, ScheduleState } from '../../office/editions/schedule/schedule-records.ts';
import type { Actor } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { describeChanges } from './changes.ts';
import { type ShownSchedule, scheduleView } from './schedule-view.ts';

type ScheduleParts = Pick<ConsoleParts, 'drafts' | 'editions' | 'engine' | 'publisher'>;

const path = '/publish/schedule';

/**
 * `/console/publish/schedule`: the scheduled publication, or why the last one failed. `/cancel` cancels the
 * publication. `/settle` confirms that a member has read about the failure.
 */
export function createScheduleRouter(parts: ScheduleParts): Router {
  const { publisher } = parts;
  const router = Router();
  router.get('/', (_request, response) => showSchedule(parts, response));
  const answer =
    (act: (actor: Actor, number: number) => Promise<ScheduleAnswer>, done: DoneKey) =>
    async (request: Request, response: Response): Promise<void> => {
      const { number } = readForm(request, visitOf(response).t, { number: integer }).typed;
      const { kind } = await act(actorIn(response), number);
      if (kind === 'done') return goTo(response, path, done);
      showMessage(response, 409, 'schedule.too-late', { back: `/console${path}`, keep: 'nothing' });
    };
  router.post('/cancel', requireMember('publish'), answer(publisher.cancelSchedule, 'schedule.done.cancelled'));
  router.post('/settle', requireMember('publish'), answer(publisher.settleSchedule, 'schedule.done.settled'));
  return router;
}

async function showSchedule(parts: ScheduleParts, response: Response): Promise<void> {
  const visit = visitOf(response);
  const schedule = await parts.editions.schedules.newest();
  const isOpen =
    schedule !== null && (schedule.end === null || (schedule.end.kind === 'failed' && !schedule.isSettled));
  show(response, scheduleView, {
    title: visit.t('schedule.title'),
    trail: [{ path: '/publish', text: visit.t('publish.title') }],
    schedule: isOpen ? await describe(parts, visit, schedule) : null,
    mayPublish: may(memberOf(response).member.role, 'publish'),
  });
}

async function describe(
  { drafts, editions, engine }: ScheduleParts,
  visitor: Visitor,
  schedule: ScheduleState,
): Promise<ShownSchedule> {
  const { t, language } = visitor;
  const [whole, now, [live]] = await Promise.all([
    editions.schedules.find(schedule.number),
    drafts.read(),
    editions.publications(1),
  ]);
  const before = live ? await editions.find(live.edition) : null;
  const names = namesIn(visitor, now, [...(before ? [before.line] : []), ...(whole ? [whole.content.line] : [])]);
  const compared = whole ? compareContents(before, whole.content) : { texts: [], values: [] };
  return {
    number: schedule.number,
    facts: [
      [t('schedule.edition'), t('editions.one', { number: schedule.editionNumber })],
      [t('schedule.moment'), formatMoment(language, schedule.publishAt)],
      [t('publish.comment'), schedule.comment],
      [t('publish.document'), schedule.documentNumber || t('publish.nothing')],
      ...(schedule.warningsReason === '' ? [] : [[t('schedule.warnings-reason'), schedule.warningsReason] as const]),
      ...(whole?.emergency ? [[t('schedule.emergency-reason'), whole.emergency.reason] as const] : []),
      [t('schedule.made-by'), formatPerson(visitor, schedule.by)],
      [t('schedule.made-at'), formatMoment(language, schedule.at)],
    ],
    failure: schedule.end?.failure
      ? describeFailure(visitor, names, whole?.content.line ?? now.line.file, schedule.end.failure)
      : null,
    hasDraftChanged: contentKey(contentOf(now.draft, engine)) !== schedule.edition,
    changes: await describeChanges(visitor, names, compared),
  };
}

/** @param line the line of the publication, or that of the draft if the content of the publication is not stored */
function describeFailure(
  { t, language }: Visitor,
  names: Names,
  line: LineFile,
  { why, details }: ScheduleFailure,
): ShownSchedule['failure'] {
  const text = t(`schedule.why.${why}`);
  const texts = [...new Set(details.flatMap(({ about }) => (about ? [names.text(about)] : [])))];
  if (why !== 'stopped') {
    const which = texts.length === 0 ? [] : [t('approvals.without-sound', { prompts: texts.join(t('frame.comma')) })];
    return { text, details: which, errors: [...new Set(details.map((said) => said[language]))] };
  }
  const named = ({ about, ...said }: ScheduleFailure['details'][number]) =>
    `${about ? `${names.text(about)}: ` : ''}${nameIds(said[language], names, line, about?.prompt ?? null, language)}`;
  return { text, details: details.map(named), errors: [] };
}
