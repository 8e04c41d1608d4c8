import { type Gate, toHindrance } from './gate.ts';

/** Open if the checks find no errors. For publishing the prompts folder at a start, this is the only condition. */
export const wrongWords: Gate = {
  id: 'wrong-words',
  passing: 'never',
  asks: 'words',
  title: { ja: '公開する前に直すもの', en: 'Must be corrected first' },
  advice: { ja: '直すと公開できます。', en: 'Correct these first.' },
  commandAdvice: null,
  page: null,
  look: async ({ findings }) => findings.filter(({ level }) => level === 'error').map(toHindrance),
};
