import { type DisasterNotice, disasterPrompts, noticeSayings } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import { contradictionsIn } from '../../office/disaster/contradictions.ts';
import { needsRenewal, type SwitchedOn, toNotice } from '../../office/disaster/disaster-state.ts';
import { localMoment, type NoticeForm } from '../../office/disaster/read-notice.ts';
import type { Edition } from '../../office/editions/edition.ts';
import { showMoment } from '../show-moment.ts';
import type { Visitor } from '../visitor.ts';
import { showSaid } from './show-said.ts';
import type { ShownPart } from './show-sentence.ts';

/** What callers of one language hear of a notice. */
export interface HeardIn {
  readonly tag: LanguageTag;
  readonly name: string;
  /** False: they hear it in the announcers' languages. */
  readonly isApproved: boolean;
  readonly sentences: readonly { readonly parts: readonly ShownPart[] }[];
}

/** The words of a notice in every language, and in which they are heard. */
export const showHeard = (edition: Edition, notice: DisasterNotice): HeardIn[] =>
  edition.file.languages.map(({ tag, name }) => {
    const safety = { prompt: disasterPrompts.safety, language: tag };
    const { sentences } = edition.script([safety, ...noticeSayings(notice, tag)]);
    return {
      tag,
      name,
      isApproved: notice.languages.includes(tag),
      sentences: sentences.map((sentence) => ({ parts: showSaid(sentence) })),
    };
  });

/** One sentence for each pair of parts that should not be said together. */
export function showContradictions({ t, language }: Visitor, file: Edition['file'], form: NoticeForm): string[] {
  const all = [...(file.disaster?.kinds ?? []), ...(file.disaster?.actions ?? [])];
  const nameOf = (id: string) => all.find((each) => each.id === id)?.name[language] ?? id;
  return contradictionsIn(form, file).map(({ action, other }) =>
    t('disaster.contradiction', { action: nameOf(action), other: nameOf(other) }),
  );
}

/** A notice that is on, for the top of the page; null when none is. */
export function showSwitchedOn(
  { t, language }: Visitor,
  { file, line }: Pick<Edition, 'file' | 'line'>,
  notice: SwitchedOn | null,
  now: number,
) {
  if (notice === null) return null;
  const { disaster } = file;
  const nameOf = (
    list: readonly { readonly id: string; readonly name: { ja: string; en: string } }[] = [],
    id: string,
  ) => list.find((each) => each.id === id)?.name[language] ?? id;
  const names = (list: Parameters<typeof nameOf>[0], ids: readonly string[]) =>
    ids.map((id) => nameOf(list, id)).join(t('disaster.comma'));
  return {
    kind: nameOf(disaster?.kinds, notice.kind),
    places: names(disaster?.places, notice.places),
    actions: names(disaster?.actions, notice.actions),
    since: showMoment(language, notice.since),
    until: notice.until === null ? null : showMoment(language, notice.until),
    confirmedAt: showMoment(language, notice.confirmedAt),
    who: notice.by.accountName,
    needsRenewal: needsRenewal(notice, now),
    form: {
      kind: notice.kind,
      places: notice.places,
      actions: notice.actions,
      at: localMoment(now, line.timeZone),
      until: notice.until === null ? '' : localMoment(notice.until, line.timeZone),
    },
    notice: toNotice(notice),
  };
}
