import { expect, test } from '#jest';
import { keepSchedule } from '../../../src/office/editions/schedule/schedule-keeper.ts';
import { until } from '../../support/until.ts';

test('The schedule is checked from the start on, also after a check that failed, until the office stops', async () => {
  const stopping = new AbortController();
  const failures: unknown[] = [];
  let checks = 0;
  const check = async () => {
    checks += 1;
    if (checks === 1) throw new Error('the database is busy');
  };
  const kept = keepSchedule({ check }, (error) => failures.push(error), stopping.signal, 1);
  await until('further checks', () => checks > 3);
  stopping.abort();
  await kept.catch(() => {});
  const then = checks;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect([checks, String(failures)]).toEqual([then, 'Error: the database is busy']);
});
