import type { Drafted } from '../../office/rehearsal/drafted-edition.ts';
import type { Translate } from '../texts/texts.ts';
import { pathOfText } from './open-text.ts';

/** More of them help nobody: the ledger has them all. */
const most = 8;

/** What is missing in a draft, each with the way to it. */
export const showGaps = (t: Translate, { gaps, edition }: Drafted) => ({
  text: t(edition ? 'rehearsal.gap.texts' : 'rehearsal.gap.line', { count: gaps.length }),
  texts: gaps.slice(0, most).map(({ language, prompt, why }) => ({
    href: `/console${pathOfText(language, prompt)}`,
    where: `${language} ${prompt}`,
    why: t(`rehearsal.gap.${why}`),
  })),
});
