import type { Act } from '../office/staff/role.ts';

/**
 * Every kind of task that the overview can show, in the order in which the tasks should be done. The value is the
 * permission that a person needs to see the task; with `read`, every member of staff sees it. Each kind has its heading
 * in `overview.tasks.<kind>`.
 */
export const taskActs = {
  /** A disaster notice is on. */
  notice: 'read',
  /** A drill is going on. */
  drill: 'disaster',
  /** The first edition is being made. Until it is finished, there is nothing to publish. */
  'first-edition': 'read',
  /** Only one account is active, so nobody can approve what its owner writes. */
  colleagues: 'manage-accounts',
  /** The disaster texts are not approved in the languages that everybody hears. */
  'disaster-texts': 'approve',
  /** Values are past the day on which they were to be checked again. */
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
  /**
   * The same as `disaster-texts`, for staff who can only ask an approver. It comes after what they can do themselves.
   */
  'disaster-ask': 'read',
  'drill-due': 'disaster',
  problems: 'edit',
  /** Printed leaflets with outdated numbers or keys. Anybody may print new ones. */
  leaflets: 'read',
  /** Active accounts without a password, because nobody has used their link yet. */
  passwords: 'manage-accounts',
  /** The telephone number that people call has not been entered. */
  number: 'manage-accounts',
  /** Telephone numbers to which nobody has put a call through yet. Production does not dial them. */
  untried: 'manage-accounts',
  twilio: 'manage-accounts',
  /** There is no recent backup of the database. */
  backup: 'manage-accounts',
} as const satisfies Readonly<Record<string, Act>>;

export type TaskKind = keyof typeof taskActs;

export const taskKinds = Object.keys(taskActs) as readonly TaskKind[];

/** Something to do, for the overview. */
export interface Task {
  readonly kind: TaskKind;
  /** Details, in the visitor's language: what, how many, since when. */
  readonly detail: string;
  /**
   * The page on which the task is done. Null if people can only wait, if the task is not done in the console, or if the
   * visitor may see the task but not do it.
   */
  readonly href: string | null;
}
