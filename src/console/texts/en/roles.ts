/** What people are. */
export const roles = { viewer: 'viewer', editor: 'editor', approver: 'approver', administrator: 'administrator' };
