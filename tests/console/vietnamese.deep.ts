import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp, deepTest, expect, jest } from '#jest';
import type { Key } from '../../src/call/input.ts';
import { takeTurn } from '../../src/edition/take-turn.ts';
import type { OfficeShelf } from '../../src/office/editions/edition.ts';
import { readCsv, writeCsv } from '../../src/office/sheets/csv.ts';
import { columnAt } from '../../src/office/sheets/sheet-columns.ts';
import { EspeakEngine } from '../../src/speech/engines/espeak/espeak-engine.ts';
import { checkDraft } from '../../src/words/check-draft.ts';
import type { Draft } from '../../src/words/draft.ts';
import { formatFactValue } from '../../src/words/format-fact-value.ts';
import { bundledDraft } from '../support/bundled.ts';
import { createTestConsole } from '../support/console-server.ts';
import { type ConsoleVisitor, visitConsole } from '../support/console-visitor.ts';
import { at, moments } from '../support/moments.ts';

/** It speaks a whole line in three languages, on a machine that may be busy. */
jest.setTimeout(900_000);

const limits = { rows: 1000, columns: 20, characters: 20_000 };
const decoder = new TextDecoder();
const rowsOf = (bytes: Uint8Array): string[][] => {
  const rows = readCsv(decoder.decode(bytes).replace(/^\uFEFF/, ''), ',', limits);
  if (typeof rows === 'string') throw new Error(`The sheet is ${rows}.`);
  return rows;
};

/** What a translator wrote, by the names of the texts. */
const translations = new Map(
  rowsOf(readFileSync(join(import.meta.dirname, '../fixtures/vi-translation.csv')))
    .slice(1)
    .map(([id = '', translation = '']) => [id, translation]),
);

/** A sheet as a translator sends it back. */
function translated(sheet: Uint8Array): Uint8Array {
  const [header = [], ...rows] = rowsOf(sheet);
  const written = rows.map((row) => row.with(columnAt('translation'), translations.get(row[0] ?? '') ?? ''));
  return writeCsv([header, ...written]);
}

/** The inputs of a form as a browser would send them without anybody typing. */
function filledIn(html: string, action: string): Record<string, string> {
  const [, inside = ''] = new RegExp(`<form[^>]*action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(html) ?? [];
  const inputs = [...inside.matchAll(/<input id="([^"]+)" name="[^"]+" type="text" value="([^"]*)"/g)];
  const selects = [...inside.matchAll(/<select id="([^"]+)"[\s\S]*?<\/select>/g)];
  return Object.fromEntries([
    ...inputs.map(([, name = '', value = '']) => [name, value]),
    ...selects.map(([whole, name = '']) => [name, /<option value="([^"]*)" selected/.exec(whole)?.[1] ?? '']),
  ]);
}

/** What a page says. */
const said = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Tells what is heard after the last of some keys. */
const caller =
  (shelf: OfficeShelf) =>
  (...keys: Key[]) => {
    const conditions = at(moments.open);
    let turn = takeTurn(shelf, { code: null, turns: 0, input: { kind: 'call-started' }, conditions });
    for (const key of keys) {
      turn = takeTurn(shelf, { code: turn.code, turns: turn.turns, input: { kind: 'key', key }, conditions });
    }
    const words = turn.script.sentences.map(({ language, segments }) =>
      segments.map((part) => (part.kind === 'fact' ? formatFactValue(language, part.value) : part.text)).join(''),
    );
    return { words: words.join(' '), ending: turn.ending.do };
  };

/** The bundled line in the two languages that callers hear first: the other ones would only take time. */
function twoLanguages(): Draft {
  const draft = bundledDraft();
  const isKept = (tag: string) => draft.line.announcers.includes(tag);
  const { languages, destinations } = draft.line;
  return {
    ...draft,
    line: {
      ...draft.line,
      languages: languages.filter(({ tag }) => isKept(tag)).map((each, index) => ({ ...each, key: String(index + 1) })),
      destinations: destinations.map((each) => ({ ...each, languages: each.languages.filter(isKept) })),
    },
    words: new Map([...draft.words].filter(([tag]) => isKept(tag))),
    reasons: draft.reasons.filter(({ places }) =>
      places.every((each) => !('language' in each) || isKept(each.language)),
    ),
  };
}

async function office() {
  const engine = new EspeakEngine();
  cleanUp(() => engine.close());
  const line = await createTestConsole({ draft: twoLanguages(), engine });
  await line.letIn('hanako', 'editor');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
}

/** Sends a sheet and takes it in. @returns the page with what it would change */
async function takeIn(visitor: ConsoleVisitor, bytes: Uint8Array): Promise<string> {
  const sent = await visitor.upload('/console/sheets', '/console/sheets', { name: 'vi.csv', bytes });
  const address = sent.headers.location ?? '';
  const compared = await visitor.get(address);
  await visitor.send(compared, address, { agreed: 'yes' });
  return compared.text;
}

deepTest(
  'Vietnamese comes onto the line without a file being edited, from the list of languages to a call',
  async () => {
    const line = await office();
    const { visitor, publisher } = line;
    expect(await line.office.publish()).toMatchObject({ kind: 'published' });

    const picked = await visitor.get('/console/languages/another');
    expect(picked.text).toContain('<option value="vi">ベトナム語 — Tiếng Việt</option>');
    const form = await visitor.get('/console/languages/another?tag=vi&other=');
    const fields = filledIn(form.text, '/console/languages/another');
    const added = await visitor.send(form, '/console/languages/another', fields);
    expect(added.headers.location).toBe('/console/languages?notice=languages.done.added');

    // The list links to the sheet of the new language; a translator may also ask for CSV.
    const list = (await visitor.get('/console/languages')).text;
    expect(list).toContain('href="/console/sheets/export?language=vi&amp;kind=xlsx"');
    const { bytes } = await visitor.download('/console/sheets/export?language=vi&kind=csv');
    const compared = await takeIn(visitor, translated(bytes));
    expect(said(compared)).toContain('変わる文 98 変わらない文 0 直すもの 0');
    expect((await visitor.get('/console/languages')).text).toContain('Tiếng Việtの文 92/92');

    // What printed sheets say besides was in the same sheet.
    const { leaflet } = (await line.office.desk.read()).line.file;
    expect(leaflet?.contacts.map(({ names }) => names.vi)).toContain('Chính quyền tỉnh Kumamoto');
    expect(said(compared)).toContain('Trang web của chính phủ Nhật Bản (các ngôn ngữ khác)');

    const { draft } = await line.office.desk.read();
    const open = checkDraft(draft, '2026-11-24').filter(({ reason }) => reason === undefined);
    // Both texts are as long as in the source, for which a reason is written down.
    expect(open.map(({ rule, level, place }) => [rule, level, 'prompt' in place && place.prompt])).toEqual([
      ['T-05', 'warning', 'card.use'],
      ['T-05', 'warning', 'flyers.languages'],
    ]);

    await line.office.approveAll();
    const page = await visitor.get('/console/publish');
    await visitor.send(page, '/console/publish', {
      ...{ comment: 'ベトナム語', noDocument: 'yes', warningsReason: '日本語と同じ数の文です' },
    });
    await publisher.idle();
    expect(await line.office.liveNumber()).toBe(2);

    const call = caller(line.office.shelf);
    expect(call().words).toContain('Tiếng Việt, bấm phím 3.');
    expect(call('3').words).toContain('Để nghe về Mã số cá nhân và phong bì, bấm phím 1.');
    expect(call('3', '1').words).toContain('Mỗi người chỉ có một Mã số cá nhân của riêng mình.');
    expect(call('3', '1', '#').words).toContain('Từ tháng 10 năm 2015, một phong bì sẽ được gửi đến nhà quý vị.');
    // Nobody at the call centre speaks it, so the number and the hours are said.
    const number = call('3', '0').words;
    expect(number).toContain('Không có người nói ngôn ngữ của quý vị.');
  },
);
