import type { Act } from '../office/staff/role.ts';

/**
 * Everything that the overview can ask for, in the order in which it should be done, with who can do it (`read`: everybody should
 * know it). Each has its heading in `overview.tasks.<kind>`.
 */
export const taskActs = {
  /** A disaster notice is on. */
  notice: 'read',
  /** A drill is going on. */
  drill: 'disaster',
  /** The first edition is being made; until then there is nothing to publish. */
  'first-edition': 'read',
  /** Nobody else has an account, so nobody can approve what one person writes. */
  colleagues: 'manage-accounts',
  /** The disaster texts are not approved in the languages that everybody hears. */
  'disaster-texts': 'read',
  /** Values are past the day on which they were to be looked at again. */
  values: 'read',
  'sent-back': 'edit',
  /** Native readers said that texts are not right. */
  remarks: 'edit',
  translate: 'edit',
  unfinished: 'edit',
  approve: 'approve',
  /** The disaster texts are not approved in some other language. */
  'disaster-others': 'approve',
  /** Changes wait to be published, but something has to be put right first. */
  blocked: 'publish',
  /** Changes wait for somebody else's approval before they can be published. */
  'awaits-approval': 'publish',
  publish: 'publish',
  'drill-due': 'disaster',
  problems: 'edit',
  /** Anybody prints sheets. */
  leaflets: 'read',
  /** Accounts whose link was never used. */
  passwords: 'manage-accounts',
  /** The number that people call is not written down. */
  number: 'manage-accounts',
  /** Numbers to which nobody has put a call through yet, which production therefore does not dial. */
  untried: 'manage-accounts',
  twilio: 'manage-accounts',
} as const satisfies Readonly<Record<string, Act>>;

export type TaskKind = keyof typeof taskActs;

export const taskKinds = Object.keys(taskActs) as readonly TaskKind[];

/** Something to do, for the overview. */
export interface Task {
  readonly kind: TaskKind;
  /** Details, in the visitor's language: what, how many, since when. */
  readonly detail: string;
  /** The page on which it is done; null if there is nothing to be done but to wait, or not in the console. */
  readonly href: string | null;
}
