import { expect, test } from '#jest';
import type { Gate } from '../../src/office/editions/gates/gate.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { tanaka } from '../support/small-office.ts';

/** A gate that the product does not have. */
const fullMoon: Gate = {
  id: 'full-moon',
  passing: 'never',
  asks: 'words',
  title: { ja: '満月の夜', en: 'A full moon' },
  advice: { ja: '次の日まで待ってください。', en: 'Wait until the next day.' },
  commandAdvice: null,
  page: '/audit',
  look: async () => [{ place: null, rule: '', ja: '今夜は満月です。', en: 'The moon is full tonight.' }],
};

test('A new gate is shown on the publish page with its own texts and a link to its page, and stops a publication', async () => {
  const line = await createTestConsole({ gate: fullMoon });
  await line.letIn('hanako', 'administrator');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  await line.office.publish();
  await line.office.save('en', 'goodbye', 'So long.');
  await line.office.approveAll();
  const { text } = await visitor.get('/console/publish');
  for (const { ja } of [fullMoon.title, fullMoon.advice]) expect(text).toContain(ja);
  expect(text).toMatch(/href="\/console\/audit"[^<]*>[^<]*<\/a> 今夜は満月です。/);
  const form = { comment: 'At night', documentNumber: '', warningsReason: '', emergencyReason: '', basedOn: 1 };
  expect(line.publisher.start(tanaka, form)).toBe(true);
  await line.publisher.idle();
  expect(line.publisher.job).toMatchObject({ state: 'done', result: { kind: 'stopped', gates: [{ gate: fullMoon }] } });
});
