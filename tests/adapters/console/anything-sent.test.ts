import { expect, jest, test } from '@jest/globals';
import type { Response } from 'supertest';
import { createTestConsole } from '../../support/console-server.ts';
import { type ConsoleVisitor, visitConsole } from '../../support/console-visitor.ts';
import { disasterDraft } from '../../support/disaster-draft.ts';
import { flood } from '../../support/flood.ts';
import { approvalsIn } from '../../support/small-approvals.ts';

jest.setTimeout(300_000);

/** What no page of ours sends: no text or number that a database takes, a name that every object has, nothing, too much. */
const odd = ['a\0b', '9e999', '-1.5', '99999999999', '__proto__', '', 'x'.repeat(1000)];

/** Parts of addresses that stand in no link of a page that is opened without them. */
const queries = ['before', 'listening', 'taken', 'notice', 'path', 'at', 'on', 'number', 'language', 'state'];

/** Many pages differ only by a text or a number; of each kind so many are opened. */
const pagesOfAKind = 2;

const kindOf = (path: string): string => path.split(/[?/]/).slice(0, 4).join('/');

/** Undoes what the views do to text. */
const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Everything that somebody could come upon by clicking, a few pages of each kind. */
async function openPages(visitor: ConsoleVisitor, first: readonly string[]): Promise<Map<string, Response>> {
  const pages = new Map<string, Response>();
  const opened = new Map<string, number>();
  const waiting = [...first];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const known = opened.get(kindOf(path)) ?? 0;
    if (pages.has(path) || (known >= pagesOfAKind && !first.includes(path))) continue;
    opened.set(kindOf(path), known + 1);
    const page = await visitor.get(path);
    pages.set(path, page);
    const links = [...(page.text ?? '').matchAll(/<a\b[^>]*\bhref="(\/console[^"#]*)/g)];
    waiting.push(...links.map(([, link = '']) => plain(link)).filter((link) => !link.startsWith('/console/language')));
  }
  return pages;
}

/** Where the forms of a page go, and their fields as they are filled in; a button may send a form elsewhere. */
function formsIn({ text }: Response): [action: string, fields: Readonly<Record<string, string>>][] {
  return [...(text ?? '').matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const elements = [...form.matchAll(/<(?:input|textarea|select|button)\b[^>]*\bname="([^"]+)"[^>]*>/g)];
    const fields = elements.map(([element, name = '']) => [name, plain(/\bvalue="([^"]*)"/.exec(element)?.[1] ?? '')]);
    const actions = [...form.matchAll(/\b(?:form)?action="([^"]+)"/g)];
    return actions.map(([, action = '']): [string, Record<string, string>] => [
      plain(action),
      Object.fromEntries(fields.filter(([name]) => name !== 'csrf')),
    ]);
  });
}

/** A line on which everything has happened that a page can be about. */
async function busyOffice() {
  const line = await createTestConsole({ draft: disasterDraft() });
  const office = approvalsIn(line.office);
  await line.letIn('hanako', 'administrator');
  await line.letIn('taro', 'approver');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  await office.publish();
  const notice = await visitor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode: 'on' });
  await visitor.send(notice, '/console/disaster/on');
  await office.save('en', 'goodbye', 'So long, and thank you.');
  const listening = await visitor.submit('/console/approvals/en', '/console/approvals/en/listening', {
    text: `goodbye ${(await office.textOf('en', 'goodbye')).hash}`,
  });
  const call = '/console/rehearsal?at=2026-11-24T10%3A00&path=11';
  await visitor.submit(call, '/console/rehearsal/calls', { title: 'The days' });
  const about = '/console/rehearsal/problems/new?language=en&prompt=goodbye';
  await visitor.submit(about, '/console/rehearsal/problems', { comment: 'Too loud.' });
  return {
    ...line,
    visitor,
    first: [
      '/console',
      call,
      about,
      listening.headers.location ?? '',
      '/console/rehearsal/calls',
      '/console/rehearsal/problems',
      '/console/languages',
    ],
  };
}

test('Whatever is sent to whichever page, nothing breaks', async () => {
  const { visitor, first, reported } = await busyOffice();
  const broken: unknown[] = [];
  const look = async (what: readonly string[], answer: Promise<Response>): Promise<Response> => {
    const { status } = await answer;
    const said = reported.splice(0).map(String);
    if (status >= 500 || said.length > 0) broken.push([...what.map((text) => text.slice(0, 80)), status, ...said]);
    return answer;
  };
  const pages = await openPages(visitor, first);
  const forms = new Map([...pages.values()].flatMap(formsIn));
  // Where the reading of pages itself breaks, nothing would be found.
  expect([pages.size > 50, forms.size > 50, [...pages.values()].filter(({ status }) => status !== 200)]).toEqual([
    true,
    true,
    [],
  ]);

  for (const path of pages.keys()) {
    const [address = '', query = ''] = path.split('?');
    const names = new Set([...queries, ...new URLSearchParams(query).keys()]);
    for (const value of odd) {
      const text = encodeURIComponent(value);
      await look([address, value], visitor.get(address.replace(/[^/]+$/, text)));
      const all = [...names].map((name) => `${name}=${text}`).join('&');
      await look([address, 'all', value], visitor.get(`${address}?${all}`));
    }
    for (const name of new URLSearchParams(query).keys()) {
      for (const value of odd) {
        const asked = new URLSearchParams(query);
        asked.set(name, value);
        await look([address, name, value], visitor.get(`${address}?${asked}`));
      }
    }
  }
  const csrf = async () => /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
  let token = await csrf();
  for (const [action, fields] of forms) {
    for (const name of ['', ...Object.keys(fields)]) {
      for (const value of odd) {
        const whole = name === '' ? {} : { ...fields, [name]: value };
        const answer = await look([action, name, value], visitor.post(action, { csrf: token, ...whole }));
        if (answer.status !== 403 && !action.endsWith('/sign-out')) continue;
        await visitor.signIn('hanako');
        token = await csrf();
      }
    }
  }
  expect(broken).toEqual([]);
});
