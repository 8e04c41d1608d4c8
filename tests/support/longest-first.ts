import type { Test } from '@jest/test-result';
import sequencer from '@jest/test-sequencer';

// The package's types describe its CommonJS build, but its ES module is loaded.
const Sequencer = sequencer as unknown as typeof sequencer.default;

/**
 * Test files that take a minute or more. If one of them began last, the other processors would be idle until its end.
 */
const longest = [
  'process/starts',
  'browser/accessibility',
  'office/editions/approval/approval-property',
  'cli/speech-report',
  'browser/office-day',
  'browser/console-line',
  'browser/console-notices-accessibility',
  'process/killed',
  'process/schedule',
  'console/anything-sent',
  // The files below come later: by then, the lines that the files above have started have made all sounds.
  'browser/office-control',
  'browser/console-approvals',
  'browser/whole-call',
  'bench',
  'browser/console-every-page',
  'browser/language-link',
  'browser/manual-pictures',
  'call/walk',
];

/** The position of a file in `longest`; for all other files, the end of that list. */
const rankOf = ({ path }: Test): number => {
  const rank = longest.findIndex((each) => path.replaceAll('\\', '/').includes(`/tests/${each}.`));
  return rank < 0 ? longest.length : rank;
};

/** Runs the longest files first, even if Jest does not know from an earlier run which they are. */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Test[]): Promise<Test[]> {
    const usual = await super.sort(tests);
    return usual.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
