import { expect, jest, test } from '#jest';
import { StorageError } from '../../src/common/storage-error.ts';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { openEveryPage, plain } from '../support/every-page.ts';
import { memoryDatabase } from '../support/memory-database.ts';

jest.setTimeout(120_000);

/** A text that somebody typed, escaped as in a page. */
const typed = 'typed&lt;1&gt;';
const words = plain(typed);

interface FoundForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The names of the fields into which something was typed. */
  readonly written: readonly string[];
}

/** The forms of a page that have a CSRF token and no file, filled in as a person would. */
function filledForms(html: string): FoundForm[] {
  const bodies = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  return formsIn(html).flatMap(({ action, hidden }, index) => {
    const inside = bodies[index]?.[2] ?? '';
    if (hidden.csrf === undefined || /enctype=/.test(bodies[index]?.[0] ?? '')) return [];
    const inputs = [...inside.matchAll(/<(?:textarea|input)\b[^>]*?\bname="([^"]+)"[^>]*>/g)]
      .filter(
        ([tag]) =>
          !/ (?:hidden|readonly)[ >]|type="(?:hidden|checkbox|radio|password|submit|file|date|datetime-local|time)"/.test(
            tag,
          ),
      )
      .map(([, name = '']) => plain(name));
    const chosen = [...inside.matchAll(/<select\b[^>]*name="([^"]+)"[^>]*>\s*<option value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [plain(name), plain(value)],
    );
    const fields = { ...hidden, ...Object.fromEntries(chosen) };
    return [
      { action, fields: { ...fields, ...Object.fromEntries(inputs.map((name) => [name, words])) }, written: inputs },
    ];
  });
}

/** A console with something on every page, and its forms into which people type. Its database can be made to fail. */
async function start() {
  const failing: { error: Error | null } = { error: null };
  const database = await memoryDatabase(() => failing.error);
  const line = await createTestConsole({ database, draft: disasterDraft() });
  const { visitor, addresses } = await fillOffice(line);
  const forms = new Map<string, FoundForm>();
  await openEveryPage(addresses, async (address) => {
    if (/\.zip$|\.wav$/.test(address)) return '';
    const { text } = await visitor.get(address);
    for (const form of filledForms(text)) {
      const kind = form.action.split(/[?/]/).slice(0, 4).join('/') + form.written.join();
      if (form.written.length > 0 && !forms.has(kind)) forms.set(kind, form);
    }
    return text;
  });
  return { ...line, visitor, forms: [...forms.values()], failing };
}

test('Whatever error answers a form, what was typed comes back with the answer', async () => {
  const { visitor, forms, failing } = await start();
  expect(forms.length).toBeGreaterThan(12);
  const troubles = [
    new StorageError('busy', 'locked'),
    new StorageError('full', 'disk full'),
    new StorageError('other', 'broken'),
    Object.assign(new Error('Too many requests.'), { status: 429 }),
  ];
  const statuses = new Map<number, number>();
  const lost: unknown[] = [];
  for (const { action, fields } of forms) {
    for (const error of troubles) {
      failing.error = error;
      const { status, text } = await visitor.post(action, fields);
      failing.error = null;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 400 && !text.includes(typed)) lost.push({ action, status });
    }
  }
  expect(lost).toEqual([]);
  // Enough forms met the failure itself, and not an error in the form before it.
  for (const status of [429, 500, 503]) expect(statuses.get(status)).toBeGreaterThan(2);
});

test('A form that is too long comes back with what was typed, unless nobody can have typed so much', async () => {
  const { visitor, forms } = await start();
  const wrong: unknown[] = [];
  for (const { action, fields } of forms) {
    for (const [kilobytes, isGivenBack] of [
      [230, true],
      [1030, false],
    ] as const) {
      const { status, text } = await visitor.post(action, { ...fields, more: 'x'.repeat(kilobytes * 1000) });
      // With JavaScript, the browser also restores what was typed from its own memory.
      const isRight = text.includes(typed) === isGivenBack && text.includes('data-remembered');
      if (status !== 413 || !isRight) wrong.push({ action, kilobytes, status });
    }
  }
  expect(wrong).toEqual([]);
});

test('A form that exceeds the limit of requests comes back with what was typed, and can be sent again', async () => {
  const { app, letIn } = await createTestConsole({ visitsPerMinute: { stranger: 100, known: 4 } });
  await letIn('hanako', 'editor');
  const visitor = visitConsole(app);
  await visitor.signIn('hanako');
  const page = await visitor.get('/console/texts/en/goodbye');
  let refused = await visitor.send(page, '/console/texts/en/goodbye', { text: words });
  for (let asked = 0; refused.status !== 429 && asked < 5; asked += 1) {
    refused = await visitor.send(page, '/console/texts/en/goodbye', { text: words });
  }
  expect([refused.status, refused.text.includes(typed)]).toEqual([429, true]);
  expect(formsIn(refused.text).find(({ action }) => action === '/console/texts/en/goodbye')?.hidden.text).toBe(words);
});

test('A form that met trouble can be sent again with one button when the trouble is over', async () => {
  const { visitor, failing, office } = await start();
  const page = await visitor.get('/console/texts/en/goodbye');
  failing.error = new StorageError('busy', 'locked');
  const refused = await visitor.send(page, '/console/texts/en/goodbye', { text: 'Goodbye, and thank you.' });
  expect([refused.status, refused.text.includes('Goodbye, and thank you.')]).toEqual([503, true]);
  failing.error = null;
  expect((await visitor.send(refused, '/console/texts/en/goodbye')).status).toBe(303);
  expect((await office.desk.read()).find('en', 'goodbye')?.sentences).toEqual(['Goodbye, and thank you.']);
});

test('A form from somebody else’s page is not shown again with a valid CSRF token', async () => {
  const { visitor } = await start();
  const { status, text } = await visitor.post('/console/texts/en/goodbye', { csrf: 'x', text: words });
  expect([status, text.includes(typed)]).toEqual([403, false]);
  const long = await visitor.post('/console/accounts/new', { csrf: 'x', name: '\0', display: words });
  expect([long.status, long.text.includes(typed)]).toEqual([400, false]);
});
