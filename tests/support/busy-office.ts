import type { TestConsole } from './console-server.ts';
import { type ConsoleVisitor, visitConsole } from './console-visitor.ts';
import { flood } from './flood.ts';
import { approvalsIn } from './small-approvals.ts';

/**
 * Fills an office, so that the pages of the console have something to show. The line must have the words of
 * `disasterDraft`. Everything on pages is done by hanako, an administrator.
 * @returns hanako's browser, still signed in, and addresses of pages: the overview, and pages that may not be reachable
 * by links from the overview
 */
export async function fillOffice(
  line: Omit<TestConsole, 'signIn'>,
): Promise<{ readonly visitor: ConsoleVisitor; readonly addresses: readonly string[] }> {
  const office = approvalsIn(line.office);
  await line.letIn('hanako', 'administrator');
  await line.letIn('taro', 'approver');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  await office.publish({ comment: 'Beginning', documentNumber: '1' });
  const notice = await visitor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode: 'on' });
  await visitor.send(notice, '/console/disaster/on');
  await office.save('en', 'limit', 'This call ends here, sorry.');
  await office.approveAll();
  const later = { when: 'later', publishDate: '2026-12-01', publishTime: '09:00' };
  await visitor.submit('/console/publish', '/console/publish', { comment: 'December', noDocument: 'yes', ...later });
  await line.publisher.idle();
  await office.save('en', 'goodbye', 'So long, and thank you.');
  // Days and times that are known only during a call.
  await office.save('en', 'disaster-time', 'This notice is of {{noticeDay}}, {{noticeTime}}.');
  await office.save('en', 'opens-again', 'We open {{openingDay}} at {{openingTime}}.');
  const waiting = '/console/approvals/en';
  const { hash } = await office.textOf('en', 'goodbye');
  const listening = await visitor.submit(waiting, `${waiting}/listening`, { text: `goodbye ${hash}` });
  const call = '/console/rehearsal?at=2026-11-24T10%3A00&path=11';
  await visitor.submit(call, '/console/rehearsal/calls', { title: 'The days' });
  const problem = '/console/rehearsal/problems/new?language=en&prompt=goodbye';
  await visitor.submit(problem, '/console/rehearsal/problems', { comment: 'Too loud.' });
  const readers = '/console/readers';
  const made = await visitor.submit(readers, readers, { language: 'en', reader: 'Maria' });
  const reading = /"https?:[^"]*(\/console\/reading\/[^"]+)"/.exec(made.text)?.[1] ?? '';
  const group = await visitor.get(`${reading}/keys`);
  const answer = { answer: 'wrong', comment: 'Too short.' };
  await visitor.send(group, `${reading}/keys`, answer);
  const beside = [
    reading,
    '/console/rehearsal/calls',
    '/console/rehearsal/problems',
    '/console/languages',
    '/console/publish/schedule',
  ];
  return { visitor, addresses: ['/console', call, problem, listening.headers.location ?? '', ...beside] };
}
