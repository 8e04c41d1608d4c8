/** From the one who may least to the one who may everything. */
export const roles = ['viewer', 'editor', 'approver', 'administrator'] as const;

/** What somebody is in the office's console. */
export type Role = (typeof roles)[number];

/** Whether a text names a role. */
export const isRole = (text: string): text is Role => roles.some((role) => role === text);

/**
 * Who may do what: the one table to change. That nobody approves what he wrote himself is for the approval to check, because
 * it depends on the text and not on the role.
 */
const allowed = {
  read: ['viewer', 'editor', 'approver', 'administrator'],
  edit: ['editor', 'approver', 'administrator'],
  publish: ['editor', 'approver', 'administrator'],
  approve: ['approver', 'administrator'],
  disaster: ['editor', 'approver', 'administrator'],
  'manage-accounts': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** What a role may allow. */
export type Act = keyof typeof allowed;

/** Whether somebody of this role may do it. */
export const may = (role: Role, act: Act): boolean => (allowed[act] as readonly Role[]).includes(role);
