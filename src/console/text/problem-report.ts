import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { Names } from '../../naming/names.ts';
import type { ProblemReport } from '../../office/rehearsal/rehearsal-records.ts';
import { pathOfText } from './open-text.ts';

/** A problem report about a text, as views show it. */
export type DescribedProblem = ReturnType<typeof describeProblem>;

/** Describes a report, with links to its text and to the call in which the problem was noticed. */
export const describeProblem = (
  visitor: Pick<Visitor, 't' | 'language' | 'people'>,
  names: Names,
  report: ProblemReport,
) => ({
  number: report.number,
  where: names.text(report),
  href: `/console${pathOfText(report.language, report.prompt)}`,
  second: report.second === null ? null : visitor.t('rehearsal.problems.at', { second: report.second.toFixed(1) }),
  comment: report.comment,
  call: `/console${report.address}`,
  when: formatMoment(visitor.language, report.at),
  who: formatPerson(visitor, report.by),
  settled: report.settled && {
    comment: report.settled.comment,
    when: formatMoment(visitor.language, report.settled.at),
    who: formatPerson(visitor, report.settled.by),
  },
});
