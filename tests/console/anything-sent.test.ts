import type { Response } from 'supertest';
import { deepTest, expect, jest, test } from '#jest';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole } from '../support/console-server.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { openEveryPage, plain } from '../support/every-page.ts';

jest.setTimeout(300_000);

/**
 * Values that no page of ours sends: a NUL character, which a database refuses, odd numbers, the name of a property
 * that every object has, an empty text, and a very long one.
 */
const everyOdd = ['a\0b', '9e999', '-1.5', '99999999999', '__proto__', '', 'x'.repeat(1000)];

/** Parameters that the console reads from addresses, although perhaps no link has them. */
const queries = ['before', 'listening', 'taken', 'notice', 'path', 'at', 'on', 'number', 'language', 'state'];

/** The forms of a page: each address to which a form or one of its buttons sends, with the fields as filled in. */
function formsIn(html: string): [action: string, fields: Readonly<Record<string, string>>][] {
  return [...html.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const elements = [...form.matchAll(/<(?:input|textarea|select|button)\b[^>]*\bname="([^"]+)"[^>]*>/g)];
    const fields = elements.map(([element, name = '']) => [name, plain(/\bvalue="([^"]*)"/.exec(element)?.[1] ?? '')]);
    const actions = [...form.matchAll(/\b(?:form)?action="([^"]+)"/g)];
    return actions.map(([, action = '']): [string, Record<string, string>] => [
      plain(action),
      Object.fromEntries(fields.filter(([name]) => name !== 'csrf')),
    ]);
  });
}

async function sendEverywhere(odd: readonly string[]): Promise<void> {
  const line = await createTestConsole({ draft: disasterDraft() });
  const { visitor, addresses } = await fillOffice(line);
  const broken: unknown[] = [];
  const look = async (what: readonly string[], answer: Promise<Response>): Promise<Response> => {
    const { status } = await answer;
    const said = line.reported.splice(0).map(String);
    if (status >= 500 || said.length > 0) broken.push([...what.map((text) => text.slice(0, 80)), status, ...said]);
    return answer;
  };
  const forms = new Map<string, Readonly<Record<string, string>>>();
  const pages = await openEveryPage(addresses, async (address) => {
    const { status, text = '' } = await visitor.get(address);
    // This address redirects to a call.
    const isLeading = address.startsWith('/console/rehearsal/hear?');
    expect([address, status]).toEqual([address, isLeading && status === 303 ? 303 : 200]);
    for (const [action, fields] of formsIn(text)) forms.set(action, fields);
    return text;
  });
  // If links or forms were no longer recognised, this test would send nothing.
  expect([pages.length > 50, forms.size > 50]).toEqual([true, true]);

  for (const page of pages) {
    const [address = '', query = ''] = page.split('?');
    const names = new Set([...queries, ...new URLSearchParams(query).keys()]);
    for (const value of odd) {
      const text = encodeURIComponent(value);
      await look([address, value], visitor.get(address.replace(/[^/]+$/, text)));
      const everywhere = [...names].map((name) => `${name}=${text}`).join('&');
      await look([address, 'everywhere', value], visitor.get(`${address}?${everywhere}`));
      for (const name of new URLSearchParams(query).keys()) {
        const asked = new URLSearchParams(query);
        asked.set(name, value);
        await look([address, name, value], visitor.get(`${address}?${asked}`));
      }
    }
  }

  // A browser may request the address of a form as a page: when staff reload the answer to the form, or return to it.
  const lost: string[] = [];
  for (const action of forms.keys()) {
    let opened = await visitor.get(action);
    while (opened.status === 303) opened = await visitor.get(opened.headers.location ?? '');
    if (opened.status !== 200) lost.push(action);
  }
  expect(lost).toEqual([]);

  const csrf = async () => /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
  let token = await csrf();
  for (const [action, fields] of forms) {
    for (const name of ['', ...Object.keys(fields)]) {
      for (const value of odd) {
        const sent = name === '' ? {} : { ...fields, [name]: value };
        const { status } = await look([action, name, value], visitor.post(action, { csrf: token, ...sent }));
        // Sign in again if this form, or the one before it, ended the session.
        if (status !== 403 && !action.endsWith('/sign-out')) continue;
        await visitor.signIn('hanako');
        token = await csrf();
      }
    }
  }
  expect(broken).toEqual([]);
}

test('A text that a database refuses breaks no page', () => sendEverywhere(everyOdd.slice(0, 1)));
deepTest('Odd values, sent to every page and form, break nothing', () => sendEverywhere(everyOdd));
