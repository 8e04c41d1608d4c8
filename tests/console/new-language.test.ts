import { expect, test } from '#jest';
import { signedInOnLine } from '../support/console-line.ts';

const vietnamese = {
  ...{ tag: 'vi', key: '4', name: 'Tiếng Việt', sourceName: 'ベトナム{語|ご}', destination: 'office' },
  ...{ google: 'vi-VN-Neural2-A', espeak: 'vi', twilioVoice: 'Google.vi-VN-Neural2-A', twilioLanguage: 'vi-VN' },
};
const named = (name: string) => ({ en: `${name} (en)`, 'zh-Hans': `${name}(zh)`, ja: '{役所|やくしょ}' });

/** A line whose printed sheets have an address and a contact. */
async function start() {
  const line = await signedInOnLine();
  await line.changeAs((file) => ({
    ...file,
    leaflet: {
      addresses: [{ names: named('Site'), url: 'https://www.example.jp' }],
      contacts: [{ names: named('Office'), number: 'officeNumber', source: 'made up' }],
    },
  }));
  return line;
}

/** The names on the sheets as a form has them. */
const valuesOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/name="(leaflet-[^"]+)" type="text" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** The addresses to which the findings about the whole line lead. */
const lineFindings = (html: string) =>
  [...html.matchAll(/<li>(?:(?!<\/li>)[\s\S])*?\b(?:M-12|V-01|M-03|J-01)\b/g)].map(
    ([item]) => /href="([^"]*)"/.exec(item)?.[1] ?? 'nowhere',
  );

test('A saved name on the sheets is accepted at any length until somebody changes it', async () => {
  const line = await start();
  const en = 'x'.repeat(201);
  const names = { ...named('Site'), en };
  await line.changeAs((file) => ({
    ...file,
    leaflet: { addresses: [{ names, url: 'https://www.example.jp' }], contacts: [] },
  }));
  const page = '/leaflets/names';
  const fields = Object.fromEntries(Object.entries(names).map(([tag, name]) => [`addresses-0-${tag}`, name]));
  expect((await line.visitor.get(`/console${page}`)).text).not.toContain('maxlength');
  const saved = await line.submit(page, { ...fields, 'addresses-0-zh-Hans': '市' });
  expect(saved.headers.location).toBe('/console/leaflets?notice=leaflets.done.names-saved');
  expect((await line.file()).leaflet?.addresses[0]?.names).toMatchObject({ en, 'zh-Hans': '市' });
  const longer = await line.submit(page, { ...fields, 'addresses-0-en': `${en}x` });
  expect([longer.status, longer.text.includes('200文字までにしてください。')]).toEqual([422, true]);
});

test('After a language is added with correct values, a page of the console can fix every finding', async () => {
  const line = await start();
  const { visitor } = line;
  await line.submit('/languages/another?tag=vi', vietnamese, '/languages/another');
  expect((await line.file()).languages.at(-1)?.tag).toBe('vi');
  const asked = lineFindings((await visitor.get('/console/publish')).text);
  expect([...new Set(asked)]).toEqual(['/console/leaflets/names']);
  const form = await visitor.get('/console/leaflets/names');
  expect(form.text).toContain('Tiếng Việt (ベトナム語)');
  const filled = Object.fromEntries(
    [...form.text.matchAll(/name="((?:addresses|contacts)-[^"]+)" type="text" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  const missing = await visitor.send(form, '/console/leaflets/names', filled);
  expect([missing.status, missing.text.match(/この言語での名前を書いてください。/g)?.length]).toEqual([422, 2]);
  const saved = await visitor.send(missing, '/console/leaflets/names', {
    ...filled,
    ...{ number: 'officeNumber', 'addresses-0-vi': 'Trang web', 'contacts-0-vi': 'Văn phòng' },
  });
  expect(saved.headers.location).toBe('/console/leaflets?notice=leaflets.done.names-saved');
  expect((await line.file()).leaflet).toEqual({
    number: 'officeNumber',
    addresses: [{ names: { ...named('Site'), vi: 'Trang web' }, url: 'https://www.example.jp' }],
    contacts: [{ names: { ...named('Office'), vi: 'Văn phòng' }, number: 'officeNumber', source: 'made up' }],
  });
  const page = (await visitor.get('/console/publish')).text;
  expect(lineFindings(page)).toEqual([]);
  // Only its texts are left to write, each with a link to its page.
  expect(page).toContain('href="/console/texts/vi/greeting"');
  expect((await visitor.get('/console/audit')).text).toContain('配布シートの名前と番号を変更しました');
});

test('The form of a new language asks for its names on the sheets, so that none is left to write later', async () => {
  const line = await start();
  const { visitor } = line;
  const page = '/console/languages/another';
  const form = (await visitor.get(`${page}?tag=vi`)).text;
  const labels = [
    ...form.matchAll(/<label for="(leaflet-\w+-\d)">([^<]*)<\/label>\s*<p class="field-help"[^>]*>([^<]*)</g),
  ];
  expect(labels.map(([, ...texts]) => texts)).toEqual([
    ['leaflet-addresses-1', '役所', 'Site (en)'],
    ['leaflet-contacts-1', '役所', 'Office (en)'],
  ]);
  const names = { 'leaflet-addresses-1': 'Trang web', 'leaflet-contacts-1': 'x'.repeat(201) };
  const long = await visitor.submit(`${page}?tag=vi`, page, { ...vietnamese, ...names });
  expect(long.text).toContain('id="leaflet-contacts-1-error">長すぎます。200文字までにしてください。');
  expect(long.text).toContain('value="Trang web"');
  await visitor.send(long, page, { ...vietnamese, ...names, 'leaflet-contacts-1': 'Văn phòng' });
  const { leaflet, languages } = await line.file();
  expect([leaflet?.addresses[0]?.names, leaflet?.contacts[0]?.names]).toEqual([
    { ...named('Site'), vi: 'Trang web' },
    { ...named('Office'), vi: 'Văn phòng' },
  ]);
  expect(languages.at(-1)).toEqual(expect.not.objectContaining({ sheetNames: expect.anything() }));
  expect(lineFindings((await visitor.get('/console/publish')).text)).toEqual([]);
  // For a language that is on the line, the page of the sheets has these names.
  expect((await visitor.get('/console/languages/vi')).text).not.toContain('leaflet-contacts-1');
  await line.changeAs((file) => ({ ...file, languages: file.languages.filter(({ tag }) => tag !== 'vi') }));
  const again = await visitor.get('/console/languages/vi');
  expect(again.text).toContain('value="Văn phòng"');
  // An emptied field removes its name. Names that the form does not contain stay.
  await visitor.send(again, '/console/languages/vi', { ...vietnamese, 'leaflet-contacts-1': '' });
  const cleared = (await line.file()).leaflet;
  expect([cleared?.addresses[0]?.names.vi, cleared?.contacts[0]?.names]).toEqual(['Trang web', named('Office')]);
});

test('Names that the line file has for a language are filled in when it is added, and nothing else is left to write', async () => {
  const line = await start();
  const { visitor } = line;
  const names = (name: string, vi: string) => ({ ...named(name), vi });
  await line.changeAs((file) => ({
    ...file,
    leaflet: {
      addresses: [{ names: names('Site', 'Trang web'), url: 'https://www.example.jp' }],
      contacts: [{ names: names('Office', 'Văn phòng'), number: 'officeNumber', source: 'made up' }],
    },
  }));
  const page = '/console/languages/another';
  const form = await visitor.get(`${page}?tag=vi`);
  expect(form.text).toContain('用意された訳');
  expect(form.text).toContain('value="Trang web" lang="vi" dir="auto"');
  await visitor.send(form, page, { ...vietnamese, ...valuesOf(form.text) });
  expect((await line.file()).leaflet?.contacts[0]?.names).toMatchObject({ vi: 'Văn phòng' });
  expect(lineFindings((await visitor.get('/console/publish')).text)).toEqual([]);
  expect((await visitor.get(`${page}?tag=ko`)).text).not.toContain('用意された訳');
});

test('The form of a new language says which name on the sheets is the title, and that publishing does not need it', async () => {
  const line = await start();
  const title = { en: 'Waste by telephone', ja: 'ごみの電話' };
  await line.changeAs((file) => ({ ...file, leaflet: { ...file.leaflet, title } as never }));
  const { text } = await line.visitor.get('/console/languages/another?tag=vi');
  const field = /<label for="leaflet-title">([^<]*)<[\s\S]*?<p class="field-help"[^>]*>([^<]*)</.exec(text);
  expect(field?.slice(1)).toEqual(['題名', 'ごみの電話 / Waste by telephone']);
  expect(text).toContain('題名はなくても公開できます。');
});

test('A name on the sheets that is too long is refused beside its field, and stays in the form', async () => {
  const line = await start();
  const names = Object.entries(named('Site')).map(([tag, name]): [string, string] => [`addresses-0-${tag}`, name]);
  const contacts = Object.entries(named('Office')).map(([tag, name]): [string, string] => [`contacts-0-${tag}`, name]);
  const sent = { ...Object.fromEntries([...names, ...contacts]), 'contacts-0-en': 'x'.repeat(201) };
  const { status, text } = await line.submit('/leaflets/names', sent);
  expect([status, text.match(/class="field-error"/g)?.length]).toEqual([422, 1]);
  expect(text).toContain('id="contacts-0-en-error">長すぎます。200文字までにしてください。');
  expect(text).toContain(`value="${'x'.repeat(201)}"`);
  expect((await line.file()).leaflet?.contacts[0]?.names.en).toBe('Office (en)');
});

test('A number that is on the sheets cannot be removed', async () => {
  const line = await start();
  await line.changeAs((file) => ({
    ...file,
    facts: { ...file.facts, other: { ...file.facts.officeNumber } as never },
  }));
  await line.changeAs((file) => ({ ...file, leaflet: { ...file.leaflet, number: 'other' } as never }));
  const page = await line.visitor.get('/console/facts/other');
  expect(page.text).toContain('href="/console/leaflets/names"');
  expect(page.text).not.toContain('action="/console/facts/other/remove"');
});

test('Every finding about the whole line leads to the page on which it can be fixed', async () => {
  const line = await start();
  await line.changeAs((file) => ({
    ...file,
    languages: file.languages.map((each) => ({ ...each, destination: 'nowhere' })),
    destinations: file.destinations.map((each) => ({ ...each, hours: 'never' })),
  }));
  const asked = lineFindings((await line.visitor.get('/console/publish')).text);
  expect([...new Set(asked)].toSorted()).toEqual([
    '/console/destinations/office',
    '/console/languages/en',
    '/console/languages/ja',
    '/console/languages/zh-Hans',
  ]);
});
