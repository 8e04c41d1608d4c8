import { describe, expect, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { sato } from '../support/small-office.ts';

const signedIn = async (role: Role = 'editor') => {
  const line = await createTestConsole();
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const factNamed = async (name: string) => (await line.office.desk.read()).line.file.facts[name];
  return { ...line, visitor, factNamed };
};
const submit = (line: Awaited<ReturnType<typeof signedIn>>, page: string, fields: Readonly<Record<string, string>>) =>
  line.visitor.submit(`/console/facts/${page}`, `/console/facts/${page.replace(/\?.*/, '')}`, fields);

const provenance = { source: '課のホームページ', checkedOn: '2026-11-20', reviewBy: '2027-11-20' };
const phone = { ...provenance, value: '03-0000-1111' };
const hours = {
  ...{ ...provenance, rows: '2' },
  ...{ 'day-0-1': '1', 'day-0-3': '1', 'opens-0': '9:30', 'closes-0': '17:00' },
  ...{ 'day-1-6': '1', 'opens-1': '10:00', 'closes-1': '24:00' },
};

describe('The list of facts', () => {
  test('shows every value in words, where it is used, and whether it is due for a review', async () => {
    const { visitor, office } = await signedIn('viewer');
    const { text } = await visitor.get('/console/facts');
    expect(text).toContain('月曜日から金曜日まで、午前9時から午後5時まで');
    expect(text).toContain('href="/console/texts/ja/destination.office.number"');
    expect(text).toContain('(3言語)');
    expect(text).toContain('転送先「役所」');
    expect(text).not.toContain('期限切れ');
    expect(text).not.toContain('href="/console/facts/officeNumber"');
    const { line } = await office.desk.read();
    const officeNumber = { ...line.file.facts.officeNumber, reviewBy: '2026-11-23' };
    const file = { ...line.file, facts: { ...line.file.facts, officeNumber } };
    await office.desk.saveLine(sato, { basedOn: 1, file, what: 'fact', about: {} });
    const late = (await visitor.get('/console/facts')).text;
    expect(late).toContain('見直し期限を過ぎた値が1件あります。');
    expect(late.match(/期限切れ/g)).toHaveLength(1);
    expect((await visitor.get('/console')).text).toContain('見直し期限を過ぎた値が1件あります。');
  });
});

describe('Changing a fact', () => {
  test('saves the value with its source and dates, and the audit contains the old and the new value', async () => {
    const line = await signedIn('administrator');
    const { headers } = await submit(line, 'officeNumber', phone);
    expect(headers.location).toBe('/console/facts?notice=facts.done.saved');
    expect(await line.factNamed('officeNumber')).toEqual({ type: 'phone', ...phone });
    const entries = await line.office.records.audit.list(null, 9);
    expect(entries[0]).toMatchObject({
      act: 'fact-changed',
      about: { name: 'officeNumber', before: '03-0000-0000', after: '03-0000-1111' },
    });
  });

  test('converts full-width digits and says so, and sets the review to one year after the check', async () => {
    const line = await signedIn();
    const typed = { ...phone, value: '０３－００００－２２２２', reviewBy: '' };
    const { headers } = await submit(line, 'officeNumber', typed);
    expect(headers.location).toBe('/console/facts?notice=facts.done.tidied');
    expect((await line.visitor.get(headers.location ?? '')).text).toContain('全角の数字や日付・時刻の書き方を');
    expect(await line.factNamed('officeNumber')).toMatchObject({ value: '03-0000-2222', reviewBy: '2027-11-20' });
  });

  test('keeps opening hours of several kinds of days, and leaves empty rows out', async () => {
    const line = await signedIn();
    await submit(line, 'officeHours', { ...hours, rows: '3', 'opens-2': '' });
    expect(await line.factNamed('officeHours')).toMatchObject({
      value: [
        { days: [1, 3], opens: '09:30', closes: '17:00' },
        { days: [6], opens: '10:00', closes: '24:00' },
      ],
    });
  });

  test('merges periods that touch, and refuses periods that overlap', async () => {
    const line = await signedIn();
    const second = { 'day-1-1': '1', 'day-1-3': '1', 'day-1-6': '' };
    await submit(line, 'officeHours', { ...hours, ...second, 'opens-1': '17:00', 'closes-1': '18:00' });
    expect(await line.factNamed('officeHours')).toMatchObject({
      value: [{ days: [1, 3], opens: '09:30', closes: '18:00' }],
    });
    const overlap = await submit(line, 'officeHours', { ...hours, ...second, 'opens-1': '16:00', 'closes-1': '18:00' });
    expect([overlap.status, overlap.text]).toEqual([
      422,
      expect.stringContaining('1行目と2行目の時間が重なっています'),
    ]);
    const twice = await submit(line, 'officeHours', { ...hours, ...second, 'opens-1': '9:30', 'closes-1': '17:00' });
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('1行目にもう入っています')]);
  });

  test('finds no fact by the name of a property that every object has', async () => {
    const line = await signedIn();
    for (const name of ['constructor', 'toString', '__proto__', 'valueOf']) {
      expect((await line.visitor.get(`/console/facts/${name}`)).status).toBe(404);
      const hidden = /name="csrf" value="([^"]*)"/.exec((await line.visitor.get('/console/facts')).text)?.[1] ?? '';
      expect((await line.visitor.post(`/console/facts/${name}/remove`, { csrf: hidden })).status).toBe(404);
    }
  });

  test('adds and removes rows without saving anything, and keeps what was typed', async () => {
    const line = await signedIn();
    const more = await submit(line, 'officeHours', { ...hours, step: 'add' });
    expect(more.text.match(/<legend>時間帯/g)).toHaveLength(3);
    expect(more.text).toContain('id="day-2-1" name="day-2-1" value="1" autofocus');
    const three = { ...hours, rows: '3', 'opens-2': '', 'closes-2': '' };
    const less = await line.visitor.send(more, '/console/facts/officeHours', { ...three, step: 'remove-0' });
    expect(less.text.match(/<legend>時間帯/g)).toHaveLength(2);
    expect(less.text).toContain('name="opens-0" type="text" value="10:00"');
    const today = await submit(line, 'officeHours', { ...hours, step: 'today' });
    expect(today.text).toContain('name="checkedOn" type="date" value="2026-11-24"');
    expect(today.text).toContain('name="reviewBy" type="date" value="2027-11-24"');
    expect((await line.office.desk.read()).line.revision).toBe(1);
  });

  test.each<[string, string, Record<string, string>, string[]]>([
    ['a number with letters', 'officeNumber', { ...phone, value: 'x' }, ['電話番号を「03-0000-0000」のように']],
    ['a date that does not exist', 'firstDay', { ...phone, value: '2027-02-30' }, ['実際にある日付を']],
    ['a day that no year has', 'closedTo', { ...phone, value: '2月30日' }, ['実際にある月日を']],
    [
      'everything at once',
      'officeNumber',
      { value: '', source: ' ', checkedOn: '', reviewBy: 'x' },
      ['電話番号を', '出典を書いて', '確認した日を選んで', '見直し期限の日付を'],
    ],
    ['a check tomorrow', 'officeNumber', { ...phone, checkedOn: '2026-11-25' }, ['確認日が先の日付です。']],
    [
      'a review before the check',
      'officeNumber',
      { ...phone, reviewBy: '2026-11-19' },
      ['見直し期限を、確認日より前に'],
    ],
    [
      'hours that end before they begin',
      'officeHours',
      { ...hours, 'closes-0': '8:00' },
      ['終わり(08:00)を始まり(09:30)より後にしてください。'],
    ],
    [
      'hours without days and with wrong times',
      'officeHours',
      { ...hours, 'day-1-6': '', 'opens-0': 'x', 'closes-1': '25:00' },
      ['曜日を一つ以上', '始まりの時刻を', '終わりの時刻を'],
    ],
    ['no hours at all', 'officeHours', { ...provenance, rows: '1' }, ['曜日を一つ以上', '始まりの時刻を']],
    ['an impossible number of rows', 'officeHours', { ...hours, rows: '1e9', 'opens-0': 'x' }, ['始まりの時刻を']],
  ])('says at each field what to do about %s, and keeps what was typed', async (_what, name, typed, sentences) => {
    const line = await signedIn();
    const { status, text } = await submit(line, name, typed);
    expect([status, sentences.filter((sentence) => !text.includes(sentence))]).toEqual([422, []]);
    expect(text).toContain('aria-invalid="true"');
    expect(text).toContain('保存していません。');
    expect(text).toContain(`value="${typed.source?.trim()}"`);
    expect((await line.office.desk.read()).line.revision).toBe(1);
  });

  test('says beside each field that it is too long, and keeps what was typed', async () => {
    const line = await signedIn();
    const source = 'x'.repeat(1001);
    const refused = await submit(line, 'officeNumber', { ...phone, source, value: '1-'.repeat(31), checkedOn: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="source-error">長すぎます。1000文字までにしてください。');
    expect(refused.text).toContain('id="value-error">長すぎます。60文字までにしてください。');
    expect(refused.text).toContain('確認した日を選んで');
    expect(refused.text).toContain(`value="${source}" autocomplete="off" required`);
    expect(await line.factNamed('officeNumber')).toMatchObject({ value: '03-0000-0000' });
    const [name, id] = ['n'.repeat(101), 'n'.repeat(61)];
    const added = await submit(line, 'new?type=phone', { ...phone, name, id });
    expect([added.status, added.text]).toEqual([422, expect.stringContaining('id="id-error">長すぎます。60文字まで')]);
    expect(added.text).toContain('id="name-error">長すぎます。100文字まで');
    for (const each of [name, id]) expect(added.text).toContain(`value="${each}"`);
  });

  test('accepts a saved text of any length until somebody changes it', async () => {
    const line = await signedIn();
    const [source, value] = ['x'.repeat(1001), `03-${'0'.repeat(60)}`];
    const { file } = (await line.office.desk.read()).line;
    const officeNumber = { ...phone, type: 'phone' as const, source, value };
    const about = { basedOn: 1, what: 'fact', about: {} } as const;
    await line.office.desk.saveLine(sato, { ...about, file: { ...file, facts: { ...file.facts, officeNumber } } });
    const form = (await line.visitor.get('/console/facts/officeNumber')).text;
    expect(form).not.toMatch(/name="(?:value|source)"[^>]*maxlength/);
    const checked = { ...phone, source, value, checkedOn: '2026-11-21' };
    expect((await submit(line, 'officeNumber', checked)).status).toBe(303);
    expect(await line.factNamed('officeNumber')).toMatchObject({ source, value, checkedOn: '2026-11-21' });
    const longer = await submit(line, 'officeNumber', { ...checked, source: `${source}x`, value: `${value}0` });
    expect([longer.status, longer.text.match(/長すぎます/g)?.length]).toEqual([422, 2]);
  });

  test('shows an error beside its period, even if an empty period above it was left out', async () => {
    const line = await signedIn();
    const typed = { ...provenance, rows: '2', 'day-1-6': '1', 'opens-1': '9'.repeat(21), 'closes-1': '17:00' };
    const none = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`day-0-${day}`, '']));
    const { status, text } = await submit(line, 'officeHours', { ...typed, ...none, 'opens-0': '', 'closes-0': '' });
    expect([status, text.match(/<legend>時間帯/g)?.length]).toEqual([422, 1]);
    expect(text).toContain('id="opens-0-error">長すぎます。20文字までにしてください。');
    expect(text).toContain(`name="opens-0" type="text" value="${'9'.repeat(21)}"`);
  });

  test('says that there are too many periods if sorting splits them into more', async () => {
    const line = await signedIn();
    const time = (hour: number, minute: string) => `${String(hour).padStart(2, '0')}:${minute}`;
    const pairs = Array.from({ length: 10 }, (_, pair) => ({
      ...{ [`day-${2 * pair}-1`]: '1', [`day-${2 * pair}-2`]: '1' },
      ...{ [`opens-${2 * pair}`]: time(2 * pair, '00'), [`closes-${2 * pair}`]: time(2 * pair, '30') },
      ...{ [`day-${2 * pair + 1}-2`]: '1', [`day-${2 * pair + 1}-3`]: '1' },
      ...{ [`opens-${2 * pair + 1}`]: time(2 * pair, '30'), [`closes-${2 * pair + 1}`]: time(2 * pair + 1, '00') },
    }));
    const typed = Object.assign({ ...provenance, rows: '20' }, ...pairs);
    const { status, text } = await submit(line, 'officeHours', {
      ...typed,
      'day-0-3': '',
      'day-0-4': '',
      'day-0-5': '',
    });
    expect([status, text.includes('時間帯が多すぎます。20行までにしてください。')]).toEqual([422, true]);
    expect(text).not.toContain('value="add"');
    // All periods come back, and none is dropped when the form is sent again.
    const inputs = [...text.matchAll(/name="((?:opens|closes)-\d+)" type="text" value="([^"]*)"/g)];
    const ticked = [...text.matchAll(/name="(day-\d+-\d)" value="1" checked/g)];
    const fields = Object.fromEntries([...inputs, ...ticked].map(([, field = '', value = '1']) => [field, value]));
    const again = await submit(line, 'officeHours', { ...provenance, ...fields, rows: String(inputs.length / 2) });
    expect([inputs.length / 2 > 20, again.status]).toEqual([true, 422]);
    expect(again.text.match(/<legend>時間帯/g)).toHaveLength(inputs.length / 2);
  });

  test('does not overwrite what somebody else saved meanwhile: it says who did, and saves when it is sent again', async () => {
    const line = await signedIn();
    const page = await line.visitor.get('/console/facts/officeNumber');
    const { line: before } = await line.office.desk.read();
    const officeNumber = { ...before.file.facts.officeNumber, value: '03-0000-9999' };
    const closedTo = { ...before.file.facts.closedTo, value: '01-05' };
    const file = { ...before.file, facts: { ...before.file.facts, officeNumber, closedTo } };
    await line.office.desk.saveLine(sato, { basedOn: 1, file, what: 'fact', about: {} });
    const refused = await line.visitor.send(page, '/console/facts/officeNumber', phone);
    expect(refused.status).toBe(409);
    expect(refused.text).toMatch(/satoさんが2026年11月24日\(火\) 09:00に、この電話案内の設定を先に保存しました。/);
    expect(refused.text).toContain('今保存されている値:03-0000-9999');
    expect(refused.text).toContain('value="03-0000-1111"');
    const again = await line.visitor.send(refused, '/console/facts/officeNumber', phone);
    expect(again.status).toBe(303);
    expect(await line.factNamed('officeNumber')).toMatchObject({ value: '03-0000-1111' });
    expect(await line.factNamed('closedTo')).toMatchObject({ value: '01-05' });
  });

  test('writes nothing when nothing has changed', async () => {
    const line = await signedIn();
    const same = { value: '03-0000-0000', source: 'made up', checkedOn: '2026-01-01', reviewBy: '2027-01-01' };
    const { headers } = await submit(line, 'officeNumber', same);
    expect(headers.location).toBe('/console/facts?notice=line.done.unchanged');
    expect(await line.office.acts()).not.toContain('fact-changed');
  });
});

describe('Adding and removing a fact', () => {
  test('adds one with an id made from its name, and removes it while nothing uses it', async () => {
    const line = await signedIn();
    expect((await line.visitor.get('/console/facts/new')).text).toContain('href="/console/facts/new?type=month"');
    const page = await line.visitor.get('/console/facts/new?type=month');
    const month = { ...provenance, name: '最初の月', nameEn: 'First month', value: '2027年４月' };
    await line.visitor.send(page, '/console/facts/new', month);
    const name = { ja: '最初の月', en: 'First month' };
    expect(await line.factNamed('firstMonth')).toMatchObject({ name, type: 'month', value: '2027-04' });
    const { headers } = await line.visitor.submit('/console/facts/firstMonth', '/console/facts/firstMonth/remove', {});
    expect(headers.location).toBe('/console/facts?notice=facts.done.removed');
    expect(await line.factNamed('firstMonth')).toBeUndefined();
  });

  test('numbers the ids of facts without a name in Latin letters, and avoids ids that are taken', async () => {
    const line = await signedIn();
    await submit(line, 'new?type=phone', { ...phone, name: '窓口の番号' });
    await submit(line, 'new?type=phone', { ...phone, name: '役所', nameEn: 'Office number' });
    expect(await line.factNamed('phone1')).toMatchObject({ name: { ja: '窓口の番号' } });
    expect(await line.factNamed('officeNumber2')).toMatchObject({ name: { ja: '役所', en: 'Office number' } });
  });

  test('asks for a name', async () => {
    const line = await signedIn();
    const { status, text } = await submit(line, 'new?type=phone', { ...phone, name: ' ' });
    expect([status, text.includes('名前を書いてください。'), text.includes(phone.value)]).toEqual([422, true, true]);
  });

  test.each(['key', 'language', 'new', 'constructor', 'My Number', '1st'])('refuses the id "%s"', async (id) => {
    const line = await signedIn();
    const { status, text } = await submit(line, 'new?type=phone', { ...phone, name: '番号', id });
    expect([status, text.includes('IDは英小文字で始め')]).toEqual([422, true]);
  });

  test('refuses an id that is taken', async () => {
    const line = await signedIn();
    const { status, text } = await submit(line, 'new?type=phone', { ...phone, name: '番号', id: 'officeNumber' });
    expect([status, text.includes('このIDはすでに使われています。')]).toEqual([422, true]);
    expect(await line.factNamed('officeNumber')).toMatchObject({ value: '03-0000-0000' });
  });

  test('does not remove a fact that texts or destinations use, and says where it is used', async () => {
    const line = await signedIn();
    const page = await line.visitor.get('/console/facts/officeNumber');
    expect(page.text).not.toContain('action="/console/facts/officeNumber/remove"');
    expect(page.text).toContain('href="/console/texts/zh-Hans/destination.office.number"');
    const csrf = page.text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '';
    const refused = await line.visitor.post('/console/facts/officeNumber/remove', { csrf, basedOn: '1' });
    expect([refused.status, refused.text.includes('この値は使われているので、削除できません。')]).toEqual([422, true]);
    expect(await line.factNamed('officeNumber')).toBeDefined();
  });

  test('answers 404 for names that do not exist, and for those of properties that every object has', async () => {
    const { visitor } = await signedIn();
    const asked = ['nothing', 'toString', '__proto__'].map((name) => visitor.get(`/console/facts/${name}`));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

test('A viewer sees the list, but no form accepts anything from a viewer', async () => {
  const { visitor, office } = await signedIn('viewer');
  const csrf = (await visitor.get('/console/facts')).text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '';
  for (const path of ['facts/new', 'facts/officeNumber', 'facts/officeNumber/remove']) {
    expect((await visitor.post(`/console/${path}`, { csrf, ...phone, type: 'phone', basedOn: '1' })).status).toBe(403);
  }
  expect((await office.desk.read()).line.revision).toBe(1);
});
