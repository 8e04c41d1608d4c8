import { describe, expect, test } from '#jest';
import { createFailureReporter, type FailureSummary } from '../../../src/office/editions/report-failures.ts';
import { SpeechError } from '../../../src/speech/engine.ts';

const full = new Error('There is no room.');
const sentence = (prompt: string, cause: unknown = full) =>
  new SpeechError(`A sentence of "${prompt}" has no sound`, { cause });

describe('What cannot be spoken', () => {
  test('for one reason is reported in one line with a count, and again only after an hour', () => {
    const told: FailureSummary[] = [];
    let now = 0;
    const tell = createFailureReporter(
      (each) => told.push(each),
      () => now,
    );
    const failures = [sentence('greeting'), sentence('menu'), sentence('limit', new Error('Too long.'))];
    tell(failures);
    expect(told.splice(0)).toEqual([
      { why: 'There is no room.', count: 2 },
      { why: 'A sentence of "limit" has no sound', count: 1 },
    ]);
    now += 30_000;
    tell([sentence('goodbye')]);
    expect(told).toEqual([]);
    now += 3_600_000;
    tell([sentence('goodbye')]);
    expect(told).toEqual([{ why: 'A sentence of "goodbye" has no sound', count: 1 }]);
  });
});
