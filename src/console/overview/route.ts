import { Router } from 'express';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { show } from '../../frame/show.ts';
import { taskActs, taskKinds } from '../../frame/tasks.ts';
import { type ConsolePage, memberOf, menuGroups, type Visit, visitOf } from '../../frame/visit.ts';
import { plainSettings, queryOf } from '../../office/rehearsal/settings.ts';
import { may } from '../../office/staff/role.ts';
import { approvalMark } from '../approvals/approval-mark.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { technicalTasks } from './technical-tasks.ts';
import { type LiveEdition, overviewView } from './view.ts';

type OverviewParts = Pick<ConsoleParts, 'editions' | 'approvals' | 'desk' | 'drafts' | 'isTwilioSet' | 'report'>;

/** `GET /console`: the live edition, and what to do next, in the order in which it should be done, with links to the pages. */
export function createOverviewPage(parts: OverviewParts): ConsolePage {
  const router = Router();
  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { t } = visit;
    const { member } = memberOf(response);
    const [live, tasks] = await Promise.all([readLive(parts, visit), gatherTasks(parts, visit)]);
    show(response, overviewView, {
      title: t('overview.title'),
      live,
      tasks: tasks.map(({ kind, detail, href }) => ({ title: t(`overview.tasks.${kind}`), detail, href })),
      mayEdit: may(member.role, 'edit'),
      groups: menuGroups.map((group) => ({
        heading: t(`frame.menu-groups.${group}`),
        pages: visit.pages.flatMap((page) =>
          page.group === group && page.aboutKey !== undefined && may(member.role, page.act)
            ? [{ href: `/console${page.path}`, name: t(page.navKey), about: t(page.aboutKey) }]
            : [],
        ),
      })),
    });
  });
  return { path: '/', navKey: 'overview.nav', group: null, act: 'read', router };
}

/** The edition that callers hear now; null before the first publication. */
async function readLive({ editions, approvals }: OverviewParts, visit: Visit): Promise<LiveEdition | null> {
  const { t, language } = visit;
  const [live] = await editions.publications(1);
  const record = live ? await editions.find(live.edition) : null;
  if (!live || !record) return null;
  return {
    number: record.number,
    about: t('editions.news', { when: formatMoment(language, live.at), who: formatPerson(visit, live.by) }),
    mark: approvalMark(t, (await approvals.unapproved(record)).length),
    href: `/console/editions/${live.edition.slice(0, 10)}`,
    call: `/console/rehearsal?${queryOf({ ...plainSettings, on: 'live', numbers: 'as-live' }, [])}`,
  };
}

/** The tasks of all pages for this member, in order. If a page fails to list its tasks, the others are still listed. */
async function gatherTasks(parts: OverviewParts, visit: Visit) {
  const { pages, signedIn } = visit;
  const sources = [...pages.flatMap(({ tasks }) => tasks ?? []), () => technicalTasks(parts, visit)];
  const asked = await Promise.allSettled(sources.map(async (tasks) => tasks(visit)));
  const all = asked.flatMap((each) => {
    if (each.status === 'fulfilled') return each.value;
    parts.report(each.reason);
    return [];
  });
  const open = all.filter(({ kind }) => signedIn && may(signedIn.member.role, taskActs[kind]));
  // Whoever may approve the texts does not wait for somebody else's approval.
  const approves = open.some(({ kind }) => kind === 'approve');
  return open
    .filter(({ kind }) => kind !== 'awaits-approval' || !approves)
    .toSorted((one, other) => taskKinds.indexOf(one.kind) - taskKinds.indexOf(other.kind));
}
