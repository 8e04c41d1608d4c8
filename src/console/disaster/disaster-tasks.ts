import { formatDay, formatMoment } from '../../frame/format-moment.ts';
import type { Visitor } from '../../frame/visit.ts';
import { isDrillDue } from '../../office/disaster/drill-desk.ts';
import { readReadiness } from '../../office/disaster/readiness.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { noticeHeard, noticeSentence } from '../standing-banners.ts';
import type { Task } from '../tasks.ts';

type Parts = Pick<ConsoleParts, 'disaster' | 'shelf' | 'clock'>;

/** The tasks that the disaster notice needs, during a disaster and before one. */
export async function disasterTasks(parts: Parts, visitor: Visitor): Promise<Task[]> {
  const { disaster, shelf, clock } = parts;
  const { t, language, signedIn } = visitor;
  const { on, drill } = disaster.state();
  const { file, line } = shelf.current;
  const now = clock();
  const going = drill ? { at: drill.since } : await disaster.drills.current();
  const tasks: Task[] = [
    ...(on
      ? [
          {
            kind: 'notice' as const,
            detail: noticeSentence(parts, visitor, on, now),
            // If callers hear only the safety text, the texts of the notice have to be approved.
            href: noticeHeard(parts, on) === 'only-safety' ? '/console/disaster/approve' : '/console/disaster',
          },
        ]
      : []),
    ...(going
      ? [
          {
            kind: 'drill' as const,
            detail: t('disaster.banner-drill', { since: formatMoment(language, going.at) }),
            href: '/console/disaster/drill',
          },
        ]
      : []),
  ];
  const ready = await readReadiness(file, disaster.approved);
  if (!ready) return tasks;
  const named = (tags: readonly string[]) =>
    tags.map((tag) => file.languages.find((each) => each.tag === tag)?.name ?? tag).join(t('frame.comma'));
  const { lackingFirst, lackingOthers } = ready;
  const href = '/console/disaster/approve';
  if (lackingFirst.length > 0) {
    const detail = t('disaster.lacking', { languages: named(lackingFirst) });
    const mayApprove = signedIn !== null && may(signedIn.member.role, 'approve');
    tasks.push(
      mayApprove
        ? { kind: 'disaster-texts', detail, href }
        : { kind: 'disaster-ask', detail: `${detail} ${t('disaster.lacking-ask')}`, href: null },
    );
  }
  if (lackingOthers.length > 0) {
    const detail = t('disaster.lacking-others', { languages: named(lackingOthers) });
    tasks.push({ kind: 'disaster-others', detail, href });
  }
  if (lackingFirst.length > 0 || on || going) return tasks;
  const last = await disaster.drills.lastDone();
  if (isDrillDue(last, now, line.timeZone)) {
    const detail = last === null ? t('drill.banner-never') : t('drill.banner-due', { last: formatDay(language, last) });
    tasks.push({ kind: 'drill-due', detail, href: '/console/disaster#drills' });
  }
  return tasks;
}
