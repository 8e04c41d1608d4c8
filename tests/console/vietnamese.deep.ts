import { cleanUp, deepTest, expect, jest } from '#jest';
import type { Key } from '../../src/call/input.ts';
import { takeTurn } from '../../src/edition/take-turn.ts';
import type { OfficeShelf } from '../../src/office/editions/edition.ts';
import { EspeakEngine } from '../../src/speech/engines/espeak/espeak-engine.ts';
import { checkDraft } from '../../src/words/check-draft.ts';
import { formatFactValue } from '../../src/words/format-fact-value.ts';
import { createTestConsole } from '../support/console-server.ts';
import { type ConsoleVisitor, formsIn, visitConsole } from '../support/console-visitor.ts';
import { at, moments } from '../support/moments.ts';
import { translated, twoLanguages } from '../support/vietnamese.ts';

/** The test speaks a whole line in three languages, on a machine that may be busy. */
jest.setTimeout(900_000);

/** The fields of a form as a browser would send them if nobody typed anything. */
function filledIn(html: string, action: string): Record<string, string> {
  const [, inside = ''] = new RegExp(`<form[^>]*action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(html) ?? [];
  const inputs = [...inside.matchAll(/<input id="([^"]+)" name="[^"]+" type="text" value="([^"]*)"/g)];
  const selects = [...inside.matchAll(/<select id="([^"]+)"[\s\S]*?<\/select>/g)];
  return Object.fromEntries([
    ...inputs.map(([, name = '', value = '']) => [name, value]),
    ...selects.map(([whole, name = '']) => [name, /<option value="([^"]*)" selected/.exec(whole)?.[1] ?? '']),
  ]);
}

/** The text of a page. */
const said = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Makes a function that calls, presses keys, and returns what is heard after the last one. */
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

async function office() {
  const engine = new EspeakEngine();
  cleanUp(() => engine.close());
  const line = await createTestConsole({ draft: twoLanguages(), engine });
  await line.letIn('hanako', 'editor');
  await line.letIn('mori', 'approver');
  const [visitor, approver] = [visitConsole(line.app), visitConsole(line.app)];
  await visitor.signIn('hanako');
  await approver.signIn('mori');
  return { ...line, visitor, approver };
}

/** Uploads a sheet and takes it in. @returns the page that compared it with the draft */
async function takeIn(visitor: ConsoleVisitor, bytes: Uint8Array): Promise<string> {
  const sent = await visitor.upload('/console/sheets', '/console/sheets', { name: 'vi.xlsx', bytes });
  const address = sent.headers.location ?? '';
  const compared = await visitor.get(address);
  await visitor.send(compared, address, { agreed: 'yes' });
  return compared.text;
}

/** Hears all ticked texts of a page of approvals as one file, and approves them. @returns the number of these texts */
async function hearAndApprove(
  { office: { later }, approver }: Awaited<ReturnType<typeof office>>,
  page: string,
  more: Readonly<Record<string, string>>,
): Promise<number> {
  const waiting = `/console/approvals${page}`;
  const all = (await approver.get(waiting)).text;
  const ticked = all.matchAll(/ name="text" type="checkbox" value="([^"]+)" checked>/g);
  const text = [...ticked].map(([, value = '']) => value);
  const csrf = formsIn(all).find(({ action }) => action === `${waiting}/approve`)?.hidden.csrf ?? '';
  const begun = await approver.post(`${waiting}/listening-file`, { csrf, text });
  later(1800);
  const playing = await approver.get(begun.headers.location ?? '');
  const heard = await approver.send(playing, `${waiting}/heard-elsewhere`, { elsewhere: '1' });
  expect(heard.headers.location).toContain('notice=approvals.done.heard');
  const approved = await approver.post(`${waiting}/approve`, { csrf, text, ...more });
  expect(approved.headers.location).toBe(`${waiting}?notice=approvals.done.approved`);
  return text.length;
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

    // The list links to the sheet of the new language.
    const list = (await visitor.get('/console/languages')).text;
    expect(list).toContain('href="/console/sheets/export?language=vi&amp;kind=xlsx"');
    const { bytes } = await visitor.download('/console/sheets/export?language=vi&kind=xlsx');
    const compared = await takeIn(visitor, translated(bytes));
    expect(said(compared)).toContain('変わる文 98 変わらない文 0 直すもの 0');
    expect((await visitor.get('/console/languages')).text).toContain('Tiếng Việtの文 92/92');

    // The same sheet also contained the names on the printed sheets.
    const { leaflet } = (await line.office.desk.read()).line.file;
    expect(leaflet?.contacts.map(({ names }) => names.vi)).toContain('Chính quyền tỉnh Kumamoto');
    expect(said(compared)).toContain('Trang web của chính phủ Nhật Bản (các ngôn ngữ khác)');

    const { draft } = await line.office.desk.read();
    const open = checkDraft(draft, '2026-11-24').filter(({ reason }) => reason === undefined);
    // Both texts have as many sentences as their source, which has a written reason for that.
    expect(open.map(({ rule, level, place }) => [rule, level, 'prompt' in place && place.prompt])).toEqual([
      ['T-05', 'warning', 'card.use'],
      ['T-05', 'warning', 'flyers.languages'],
    ]);

    // Somebody else hears and approves all of it, and then the whisper, which names the new language to the agent.
    expect(await hearAndApprove(line, '/vi', { reviewed: '1', reader: 'Nguyễn' })).toBe(92);
    expect(await hearAndApprove(line, '', {})).toBe(1);
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
    // Nobody at the call centre speaks Vietnamese. The call says so, and then the number and the hours.
    const number = call('3', '0').words;
    expect(number).toContain('Không có người nói ngôn ngữ của quý vị.');
  },
);
