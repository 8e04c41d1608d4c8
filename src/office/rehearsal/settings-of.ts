import { plainSettings, type Settings } from './settings.ts';
import type { Situation } from './situation.ts';

/**
 * The settings with which a call can be made again on the draft. In which languages a notice counts as approved is taken
 * for all of them: a telephone can be told no more than that.
 */
export const settingsOf = ({ at, holiday, language, dialsUntried, mayTransfer, notice }: Situation): Settings => ({
  ...plainSettings,
  at,
  holiday,
  number: language ?? '',
  transfers: mayTransfer ? 'yes' : 'no',
  numbers: dialsUntried ? 'all' : 'as-live',
  ...(notice && {
    disaster: 'own' as const,
    kind: notice.kind,
    place: [...notice.places],
    action: [...notice.actions],
    noticeAt: notice.at ?? '',
  }),
});
