import type { Status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';

/**
 * Whether all of an edition is approved.
 * @param unapproved how many of its texts are not
 */
export const approvalMark = (t: Translate, unapproved: number): Status =>
  unapproved === 0
    ? { kind: 'good', text: t('approvals.all-approved') }
    : { kind: 'warning', text: t('approvals.mark', { count: unapproved }) };
