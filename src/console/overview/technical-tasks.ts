import type { Visitor } from '../../frame/visit.ts';
import type { Member } from '../../office/staff/account.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Task } from '../tasks.ts';

/** Tasks for administrators that no page lists. They are about accounts, telephone numbers, Twilio and backups. */
export async function technicalTasks(
  parts: Pick<ConsoleParts, 'staff' | 'drafts' | 'editions' | 'isTwilioSet' | 'lastBackup' | 'clock'>,
  visitor: Visitor,
): Promise<Task[]> {
  const { staff, drafts, isTwilioSet } = parts;
  const { t, signedIn } = visitor;
  if (!signedIn || !may(signedIn.member.role, 'manage-accounts')) return [];
  const members = (await staff.listMembers()).filter(({ isActive }) => isActive);
  const waiting = members.filter(({ hasPassword }) => !hasPassword);
  const { file } = (await drafts.read()).line;
  const dials = file.destinations.flatMap((destination) => destination.dials);
  const untried = dials.filter(({ triedOn }) => triedOn === undefined).length;
  return [
    ...task(members.length === 1, 'colleagues', t('overview.details.colleagues'), '/console/accounts'),
    ...task(
      waiting.length > 0,
      'passwords',
      t('overview.details.passwords', { count: waiting.length, names: namesOf(waiting) }),
      '/console/accounts',
    ),
    ...task(file.leaflet?.number === undefined, 'number', t('overview.details.number'), '/console/leaflets/names'),
    ...task(untried > 0, 'untried', t('overview.details.untried', { count: untried }), '/console/destinations'),
    ...task(!isTwilioSet, 'twilio', t('overview.details.twilio'), null),
    ...(await backupTask(parts, visitor)),
  ];
}

/**
 * After this number of days, the last backup is old, and a task asks for a new one. If the database were lost, all work
 * since the last backup would be lost too.
 */
const oldAfter = 31;

const day = 86_400_000;

/**
 * The task to make a backup, if there is none or the last one is old. Before the first publication there is no task.
 */
async function backupTask(
  { editions, lastBackup, clock }: Pick<ConsoleParts, 'editions' | 'lastBackup' | 'clock'>,
  { t }: Visitor,
): Promise<Task[]> {
  const [[live], at] = await Promise.all([editions.publications(1), lastBackup()]);
  if (!live) return [];
  if (at === null) return task(true, 'backup', t('overview.details.no-backup'), null);
  const days = Math.floor((clock() - at) / day);
  return task(days > oldAfter, 'backup', t('overview.details.old-backup', { count: days }), null);
}

/** Maximum number of people that a sentence names. Further names are replaced by an ellipsis. */
const mostNames = 3;

const namesOf = (members: readonly Member[]): string => {
  const names = members.slice(0, mostNames).map(({ display }) => display);
  return [...names, ...(members.length > mostNames ? ['…'] : [])].join(', ');
};

const task = (isOpen: boolean, kind: Task['kind'], detail: string, href: string | null): Task[] =>
  isOpen ? [{ kind, detail, href }] : [];
