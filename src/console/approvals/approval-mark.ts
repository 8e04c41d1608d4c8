import type { Status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';

/**
 * A mark that tells whether all texts of an edition are approved.
 * @param unapproved number of texts that are not approved
 */
export const approvalMark = (t: Translate, unapproved: number): Status =>
  unapproved === 0
    ? { kind: 'good', text: t('approvals.all-approved') }
    : { kind: 'warning', text: t('approvals.mark', { count: unapproved }) };
