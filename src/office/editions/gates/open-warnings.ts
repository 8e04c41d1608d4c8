import { type Gate, toHindrance } from './gate.ts';

/**
 * Open if every warning of the checks has a reason in the draft. To pass the closed gate, staff give a reason for this
 * publication.
 */
export const openWarnings: Gate = {
  id: 'open-warnings',
  passing: 'with-reason',
  asks: 'words',
  title: { ja: '理由が必要な警告', en: 'Warnings that need a reason' },
  advice: { ja: '残してよい理由を書くと公開できます。', en: 'Say why these may stay.' },
  commandAdvice: null,
  page: null,
  look: async ({ findings }) =>
    findings.filter(({ level, reason }) => level === 'warning' && reason === undefined).map(toHindrance),
};
