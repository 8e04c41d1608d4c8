import type { DisasterNotice } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ApprovedLanguages } from '../disaster/approved-languages.ts';
import { localMoment, type NoticeProblem, readNotice } from '../disaster/read-notice.ts';
import { plainSettings, type Settings } from './settings.ts';
import type { Situation } from './situation.ts';

/** Everything that is needed to make a situation, besides the settings. */
interface Surroundings {
  /** The line that is called. */
  readonly file: LineFile;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The notice that is on, otherwise the notice of the current drill; null for none. */
  readonly noticeNow: () => DisasterNotice | null;
  readonly approved: ApprovedLanguages;
}

/**
 * What is wrong with the settings: a problem of the notice that they describe (`disaster: 'own'`), or `number`, which
 * means that the call is to the number of a language that the line does not have.
 */
export type SituationProblem = NoticeProblem | 'number';

/**
 * Turns settings into a complete situation. Invalid parts are reported and left out; a notice with an invalid part is
 * left out as a whole.
 */
export async function toSituation(
  settings: Settings,
  { file, now, noticeNow, approved }: Surroundings,
): Promise<{ readonly situation: Situation; readonly problems: readonly SituationProblem[] }> {
  const { timeZone } = file;
  const at = settings.at === '' ? localMoment(now, timeZone) : settings.at;
  const tags = file.languages.map(({ tag }) => tag);
  const language = tags.find((tag) => tag === settings.number) ?? null;
  const problems: SituationProblem[] = settings.number !== '' && language === null ? ['number'] : [];
  const languagesOf = async (prompts: readonly string[]): Promise<readonly LanguageTag[]> =>
    settings.approved === 'all' ? tags : await approved(prompts);
  const notice = async (): Promise<DisasterNotice | null> => {
    if (settings.disaster === 'none') return null;
    if (settings.disaster === 'current') return noticeNow();
    const { kind, place, action, noticeAt: said } = settings;
    // The notice is checked against the simulated time, not the real one. So the simulated time and the time of the
    // notice may both be in the future.
    const then = Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).epochMilliseconds;
    const read = readNotice({ kind, places: place, actions: action, at: said, until: '' }, file, then);
    if ('problems' in read) {
      problems.push(...read.problems);
      return null;
    }
    const { places, actions, prompts } = read;
    return { id: 'rehearsal', kind, places, actions, at: read.at, languages: await languagesOf(prompts) };
  };
  const situation = {
    at,
    holiday: settings.holiday,
    language,
    dialsUntried: settings.numbers === 'all',
    mayTransfer: settings.transfers === 'yes',
    notice: await notice(),
  };
  return { situation, problems };
}

/**
 * The settings with which a call can be made again, on the draft. A notice counts as approved in all languages, because
 * settings cannot express a selection of languages.
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
