import type { Test } from '@jest/test-result';
import sequencer from '@jest/test-sequencer';

// Its types are those of its CommonJS build, and what is loaded is the other one.
const Sequencer = sequencer as unknown as typeof sequencer.default;

/** Files that take a minute or more. One that came last would be waited for while the other processor has nothing to do. */
const longest = [
  'process/starts',
  'browser/accessibility',
  'office/editions/approval/approval-property',
  'cli/speech-report',
  'browser/office-day',
  'browser/console-line',
  'browser/console-notices-accessibility',
  'process/killed',
  'console/anything-sent',
  // After the first lines have spoken all there is to speak.
  'browser/office-control',
  'browser/console-approvals',
  'browser/whole-call',
  'bench',
  'browser/console-every-page',
  'browser/language-link',
  'browser/manual-pictures',
  'call/walk',
];

/** The place of a file in that list; files that are not in it follow in their usual order. */
const rankOf = ({ path }: Test): number => {
  const rank = longest.findIndex((each) => path.replaceAll('\\', '/').includes(`/tests/${each}.`));
  return rank < 0 ? longest.length : rank;
};

/** Runs the longest files first, also where no earlier run has told Jest which they are. */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Test[]): Promise<Test[]> {
    const usual = await super.sort(tests);
    return usual.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
