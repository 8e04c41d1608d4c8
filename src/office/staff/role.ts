/** All roles, in order of increasing permissions. */
export const roles = ['viewer', 'editor', 'approver', 'administrator'] as const;

/** The role of a user of the console. */
export type Role = (typeof roles)[number];

export const isRole = (text: string): text is Role => roles.some((role) => role === text);

/**
 * The roles that have each permission. The rule that no one may approve their own texts is not among the permissions,
 * because it depends on the text and not on the role. It is checked when a text is approved.
 */
const allowed = {
  read: ['viewer', 'editor', 'approver', 'administrator'],
  edit: ['editor', 'approver', 'administrator'],
  publish: ['editor', 'approver', 'administrator'],
  approve: ['approver', 'administrator'],
  disaster: ['editor', 'approver', 'administrator'],
  'manage-accounts': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Something that a role may permit. */
export type Act = keyof typeof allowed;

export const may = (role: Role, act: Act): boolean => (allowed[act] as readonly Role[]).includes(role);
