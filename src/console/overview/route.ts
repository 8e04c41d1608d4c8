import { Router } from 'express';
import { inSlices } from '../../common/slices.ts';
import { editionId } from '../../edition/edition.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { show } from '../../frame/show.ts';
import { memberOf, menuGroups, type Visit, visitOf } from '../../frame/visit.ts';
import { plainSettings, queryOf } from '../../office/rehearsal/settings.ts';
import { may } from '../../office/staff/role.ts';
import { approvalMark } from '../approvals/approval-mark.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isDatabaseLost } from '../first-edition.ts';
import { type Task, taskActs, taskKinds } from '../tasks.ts';
import { technicalTasks } from './technical-tasks.ts';
import { type LiveEdition, overviewView } from './view.ts';

type OverviewParts = Pick<
  ConsoleParts,
  'editions' | 'approvals' | 'staff' | 'drafts' | 'isLiveForgotten' | 'isTwilioSet' | 'lastBackup' | 'clock' | 'report'
>;

/**
 * `GET /console`: the live edition, the tasks of the visitor, and all pages that the visitor may open. The tasks are in
 * the order in which they should be done.
 */
export function createOverviewPage(parts: OverviewParts, pages: () => readonly ConsolePage[]): ConsolePage {
  const router = Router();
  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { t } = visit;
    const { member } = memberOf(response);
    const [live, tasks] = await Promise.all([readLive(parts, visit), gatherTasks(parts, pages(), visit)]);
    show(response, overviewView, {
      title: t('overview.title'),
      live,
      isForgotten: live === null && (await isDatabaseLost(parts)),
      tasks: tasks.map(({ kind, detail, href }) => ({ title: t(`overview.tasks.${kind}`), detail, href })),
      mayEdit: may(member.role, 'edit'),
      groups: menuGroups.map((group) => ({
        heading: t(`frame.menu-groups.${group}`),
        pages: pages().flatMap((page) =>
          page.group === group && page.aboutKey !== undefined && may(member.role, page.act)
            ? [{ href: `/console${page.path}`, name: t(page.navKey), about: t(page.aboutKey) }]
            : [],
        ),
      })),
    });
  });
  return { path: '/', navKey: 'frame.overview', group: null, act: 'read', router };
}

/** The live edition; null before the first publication, or if the edition is not stored. */
async function readLive({ editions, approvals }: OverviewParts, visit: Visit): Promise<LiveEdition | null> {
  const { t, language } = visit;
  const [live] = await editions.publications(1);
  const record = live ? await editions.find(live.edition) : null;
  if (!live || !record) return null;
  return {
    number: record.number,
    about: t('editions.news', { when: formatMoment(language, live.at), who: formatPerson(visit, live.by) }),
    mark: approvalMark(t, (await approvals.unapproved(record)).length),
    href: `/console/editions/${editionId(live.edition)}`,
    call: `/console/rehearsal?${queryOf({ ...plainSettings, on: 'live', numbers: 'as-live' }, [])}`,
  };
}

/**
 * The tasks for this member, from all pages and from `technicalTasks`, in the order in which they should be done. If a
 * page fails to list its tasks, the tasks of the other pages are still listed. Some pages look through all texts. So
 * that other requests need not wait, this function can yield to the event loop after each page.
 */
async function gatherTasks(parts: OverviewParts, pages: readonly ConsolePage[], visit: Visit) {
  const { signedIn } = visit;
  const sources = [...pages.flatMap(({ tasks }) => tasks ?? []), () => technicalTasks(parts, visit)];
  const all: Task[] = [];
  const endOfStep = inSlices();
  for (const tasks of sources) {
    try {
      all.push(...(await tasks(visit)));
    } catch (error) {
      parts.report(error);
    }
    await endOfStep();
  }
  const open = all.filter(({ kind }) => signedIn && may(signedIn.member.role, taskActs[kind]));
  // A member with texts to approve already has a task for them. So the task that says that changes wait for an approval
  // is left out.
  const approves = open.some(({ kind }) => kind === 'approve');
  return open
    .filter(({ kind }) => kind !== 'awaits-approval' || !approves)
    .toSorted((one, other) => taskKinds.indexOf(one.kind) - taskKinds.indexOf(other.kind));
}
