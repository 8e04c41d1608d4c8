import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '#jest';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole } from '../support/console-server.ts';
import { disasterDraft } from '../support/disaster-draft.ts';

jest.setTimeout(120_000);

/** Names of properties that every object has. */
const names = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'isPrototypeOf',
];

/** Every route of the console that takes a name from its address. `:x` stands for the name. */
const routes: readonly (readonly ['get' | 'post', string])[] = [
  ['get', '/leaflets/:x'],
  ['post', '/leaflets/:x/printed'],
  ['get', '/accounts/:x'],
  ['post', '/accounts/:x/link'],
  ['post', '/accounts/:x/role'],
  ['post', '/accounts/:x/display'],
  ['post', '/accounts/:x/off'],
  ['post', '/accounts/:x/on'],
  ['get', '/languages/:x'],
  ['post', '/languages/:x'],
  ['get', '/facts/:x'],
  ['post', '/facts/:x'],
  ['post', '/facts/:x/remove'],
  ['get', '/topics/:x'],
  ['post', '/topics/:x'],
  ['post', '/topics/:x/parts'],
  ['post', '/topics/:x/names'],
  ['post', '/readers/:x/revoke'],
  ['post', '/readers/remarks/:x'],
  ['get', '/readers/remarks/:x'],
  ['get', '/reading/:x/sound/:x'],
  ['post', '/reading/:x/finish'],
  ['get', '/sheets/compared/:x'],
  ['post', '/sheets/compared/:x'],
  ['get', '/editions/:x'],
  ['get', '/editions/:x/change-sheet'],
  ['get', '/editions/:x/export.zip'],
  ['get', '/editions/:x/sounds/:x.wav'],
  ['post', '/editions/:x/roll-back'],
  ['get', '/approvals/:x'],
  ['post', '/approvals/:x/listening'],
  ['post', '/approvals/:x/listened'],
  ['post', '/approvals/:x/approve'],
  ['post', '/approvals/:x/heard-elsewhere'],
  ['post', '/approvals/:x/send-back'],
  ['post', '/rehearsal/calls/:x/rename'],
  ['post', '/rehearsal/calls/:x/archive'],
  ['post', '/rehearsal/calls/:x/accept'],
  ['post', '/rehearsal/problems/:x'],
  ['get', '/destinations/:x'],
  ['post', '/destinations/:x'],
  ['post', '/destinations/:x/remove'],
  ['get', '/texts/:x/greeting'],
  ['get', '/texts/en/:x'],
  ['post', '/texts/en/:x'],
  ['post', '/texts/:x/goodbye'],
  ['get', '/texts/en/:x/history'],
  ['get', '/texts/:x/goodbye/history'],
  ['post', '/texts/en/:x/restore'],
  ['post', '/texts/unused/topics/:x'],
  ['post', '/texts/unused/destinations/:x'],
  ['get', '/destinations/:x/remove'],
  ['post', '/texts/unused/:x/use'],
  ['post', '/texts/unused/:x/delete'],
  ['get', '/reading/:x/sounds/:x'],
  ['get', '/sign-in/:x'],
];

/** Fields for the forms. Many of their values are the name, too. */
const fields = (name: string, csrf: string) => ({
  ...{ csrf, type: 'text', value: 'x', basedOn: '1', step: name, role: name, text: `${name} x`, title: name, id: name },
  ...{ name, tag: name, number: name, language: name, destination: name, hours: name, listening: name },
});

test('no name of a property that every object has finds anything, in any address of the console', async () => {
  const line = await createTestConsole({ draft: disasterDraft() });
  const { visitor } = await fillOffice(line);
  const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
  const found: unknown[] = [];
  for (const [method, route] of routes) {
    for (const name of names) {
      const address = `/console${route.replaceAll(':x', name)}`;
      const answer = method === 'get' ? visitor.get(address) : visitor.post(address, fields(name, csrf));
      const { status } = await answer;
      const said = line.reported.splice(0).map(String);
      if (status !== 404 || said.length > 0) found.push([method, address, status, ...said]);
    }
  }
  expect(found).toEqual([]);
});

test('the list of routes has every route of the console’s pages that takes a name from its address', () => {
  const folder = join(import.meta.dirname, '../../src/console');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\/.*\.ts$/.test(name));
  const written = sources.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/router\.(get|post)\('(\/[^']*:[^']*)'/g)].map(
      ([, method = '', path = '']) => `${method} ${path.replaceAll(/:[a-z]+/g, ':x').replaceAll('/:x/:x', '/en/:x')}`,
    ),
  );
  expect(written.length).toBeGreaterThan(25);
  const isListed = (route: string) => {
    const [method = '', path = ''] = route.split(' ');
    return routes.some(([listed, address]) => listed === method && address.endsWith(path));
  };
  // An unknown session of the own account is answered with a notice instead of 404.
  expect(written.filter((route) => !isListed(route) && !route.includes('/sessions/'))).toEqual([]);
});
