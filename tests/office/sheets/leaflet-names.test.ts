import { expect, test } from '#jest';
import { readCsv, writeCsv } from '../../../src/office/sheets/csv.ts';
import { columnAt } from '../../../src/office/sheets/sheet-columns.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { openSheetOffice, told } from '../../support/sheet-office.ts';
import { tanaka } from '../../support/small-office.ts';

const limits = { rows: 1000, columns: 20, characters: 20_000 };

/** An office that prints the name of one contact, which has no Chinese name yet. */
async function open() {
  const draft = fixtureDraft();
  const contacts = [{ names: { ja: '{役所|やくしょ}', en: 'Office' }, number: 'officeNumber', source: 'made up' }];
  const office = await openSheetOffice({
    draft: { ...draft, line: { ...draft.line, leaflet: { addresses: [], contacts } } },
  });
  /** The Chinese sheet with a name in the row of the contact. */
  const named = async (name: string): Promise<Uint8Array> => {
    const text = new TextDecoder().decode(await office.csv('zh-Hans')).replace(/^\uFEFF/, '');
    const rows = readCsv(text, ',', limits);
    if (typeof rows === 'string') throw new Error(rows);
    expect(rows.at(-1)?.slice(0, 5)).toEqual([
      ...['leaflet/contacts/1', '配布シートに載せる名前 / Name on the printed sheet', '役所(やくしょ)', 'Office', ''],
    ]);
    return writeCsv(
      rows.map((row) => (row[0] === 'leaflet/contacts/1' ? row.with(columnAt('translation'), name) : row)),
    );
  };
  const names = async () => (await office.desk.read()).line.file.leaflet?.contacts[0]?.names;
  return { ...office, named, names };
}

test('Names on printed sheets are written with the texts, and read back with them', async () => {
  const office = await open();
  const compared = await office.compare(await office.named(' 市政府\n办公室 '));
  expect(told(compared)).toEqual([]);
  expect(compared.changes).toEqual([]);
  expect(compared.names).toMatchObject([
    { path: 'leaflet.contacts.0.names', language: 'zh-Hans', before: null, after: '市政府 办公室' },
  ]);
  const saved = await office.desk.importTexts(tanaka, compared.changes, compared.names);
  expect(saved).toMatchObject({ kind: 'saved', texts: [], names: 1 });
  expect(await office.names()).toEqual({ ja: '{役所|やくしょ}', en: 'Office', 'zh-Hans': '市政府 办公室' });
  expect(await office.acts()).toContain('leaflet-changed');
});

test('A sheet whose names were left alone changes none', async () => {
  const office = await open();
  const compared = await office.compare(await office.csv('zh-Hans'));
  expect([compared.names, told(compared)]).toEqual([[], []]);
});

test('A file is refused if a name in it is too long, or if the source of a name has changed', async () => {
  const office = await open();
  const long = await office.compare(await office.named('市'.repeat(201)));
  expect(told(long)).toEqual([expect.stringContaining('The name is too long; at most 200 characters.')]);
  const sheet = await office.named('市政府');
  const { revision, file } = (await office.desk.read()).line;
  const leaflet = JSON.parse(JSON.stringify(file.leaflet).replaceAll('{役所|やくしょ}', '{市|し}'));
  await office.desk.saveLine(tanaka, { basedOn: revision, file: { ...file, leaflet }, what: 'leaflet', about: {} });
  expect(told(await office.compare(sheet))).toEqual([expect.stringContaining('its source has changed')]);
});

test('Names that somebody has changed since they were compared are not saved', async () => {
  const office = await open();
  const { names } = await office.compare(await office.named('市政府'));
  const { revision, file } = (await office.desk.read()).line;
  const leaflet = JSON.parse(JSON.stringify(file.leaflet).replace('"en"', '"zh-Hans":"别的","en"'));
  await office.desk.saveLine(tanaka, { basedOn: revision, file: { ...file, leaflet }, what: 'leaflet', about: {} });
  expect(await office.desk.importTexts(tanaka, [], names)).toMatchObject({ kind: 'moved' });
  expect(await office.names()).toMatchObject({ 'zh-Hans': '别的' });
});
