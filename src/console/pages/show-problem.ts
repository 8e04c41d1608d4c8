import type { ProblemReport } from '../../office/rehearsal/problem-report.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import type { Visitor } from '../visitor.ts';
import { pathOfText } from './open-text.ts';

/** What somebody noticed, with the way to the text and to the call in which it was. */
export const showProblem = ({ t, language }: Pick<Visitor, 't' | 'language'>, report: ProblemReport) => ({
  number: report.number,
  where: `${report.language} ${report.prompt}`,
  href: `/console${pathOfText(report.language, report.prompt)}`,
  second: report.second === null ? null : t('rehearsal.problems.at', { second: report.second.toFixed(1) }),
  comment: report.comment,
  call: `/console${report.address}`,
  when: showMoment(language, report.at),
  who: showPerson(t, report.by),
  settled: report.settled && {
    comment: report.settled.comment,
    when: showMoment(language, report.settled.at),
    who: showPerson(t, report.settled.by),
  },
});
