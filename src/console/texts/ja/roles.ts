/** What people are. */
export const roles = { viewer: '閲覧者', editor: '編集者', approver: '承認者', administrator: '管理者' };
