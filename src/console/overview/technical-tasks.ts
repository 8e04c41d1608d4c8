import type { Task } from '../../frame/tasks.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { Member } from '../../office/staff/account.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';

/** Tasks for administrators that belong to no single page: accounts, numbers and Twilio. */
export async function technicalTasks(
  { desk, drafts, isTwilioSet }: Pick<ConsoleParts, 'desk' | 'drafts' | 'isTwilioSet'>,
  { t, signedIn }: Visitor,
): Promise<Task[]> {
  if (!signedIn || !may(signedIn.member.role, 'manage-accounts')) return [];
  const members = (await desk.listMembers()).filter(({ isActive }) => isActive);
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
  ];
}

/** Maximum number of names in a sentence. */
const mostNames = 3;

const namesOf = (members: readonly Member[]): string => {
  const names = members.slice(0, mostNames).map(({ display }) => display);
  return [...names, ...(members.length > mostNames ? ['…'] : [])].join(', ');
};

const task = (isOpen: boolean, kind: Task['kind'], detail: string, href: string | null): Task[] =>
  isOpen ? [{ kind, detail, href }] : [];
