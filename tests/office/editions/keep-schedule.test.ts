import { expect, test } from '#jest';
import { keepSchedule } from '../../../src/office/editions/schedule/keep-schedule.ts';
import { until } from '../../support/until.ts';

test('The schedule is looked at from the start on, also after a look that failed, until the office stops', async () => {
  const stopping = new AbortController();
  const failures: unknown[] = [];
  let looks = 0;
  const look = async () => {
    looks += 1;
    if (looks === 1) throw new Error('the database is busy');
  };
  const kept = keepSchedule({ look }, (error) => failures.push(error), stopping.signal, 1);
  await until('further looks', () => looks > 3);
  stopping.abort();
  await kept.catch(() => {});
  const then = looks;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect([looks, String(failures)]).toEqual([then, 'Error: the database is busy']);
});
