import type { Response } from 'supertest';
import { describe, expect, jest, test } from '#jest';
import { firstGroups } from '../../src/console/approvals/groups.ts';
import { createTestConsole } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { approvalsIn } from '../support/small-approvals.ts';
import { mori } from '../support/small-office.ts';
import { visibleText } from '../support/visible-text.ts';

jest.setTimeout(60_000);

const path = '/console/approvals';
const wordsOf = ({ text }: Pick<Response, 'text'>) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Texts of about forty seconds each. Two of them are too long for one listening. */
const long = {
  ja: [...'あいうえおかきくけこさしすせそたちつてと'].map((letter) => `これは ながい ぶんです、${letter}。`),
  en: [...'abcdefghijklmnopqrst'].map((letter) => `This is the long sentence ${letter}.`),
  'zh-Hans': [...'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸'].map((letter) => `这是一个很长的句子${letter}。`),
} as const;
const goodbye = { ja: 'さようなら。', en: 'So long.', 'zh-Hans': '再见。' } as const;
const languages = ['ja', 'en', 'zh-Hans'] as const;

/** A console whose line is published and approved. Since then, tanaka has changed one text in three languages. */
async function start() {
  const line = await createTestConsole();
  const office = approvalsIn(line.office);
  await office.publish();
  for (const language of languages) await office.save(language, 'goodbye', goodbye[language]);
  await line.letIn('hanako', 'approver');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const fieldOf = async (language: string, prompt: string) =>
    `${language} ${prompt} ${(await office.textOf(language, prompt)).hash}`;
  /** Sends fields of which several have the same name. */
  const post = async (act: string, fields: readonly (readonly [string, string])[]) => {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
    const body = new URLSearchParams([['csrf', csrf], ...fields].map(([name = '', value = '']) => [name, value]));
    return visitor.sendBody(`${path}/${act}`, 'application/x-www-form-urlencoded', body.toString());
  };
  const texts = (fields: readonly string[]) => fields.map((field) => ['text', field] as const);
  /** The page that an answer leads to. */
  const follow = async ({ headers }: Response) => visitor.get(headers.location ?? '');
  /** Confirms that the texts of a page were heard, and names the texts to play next. */
  const listened = (page: Response, rest: readonly string[] = []) => {
    const { hidden = {} } = formsIn(page.text).find(({ action }) => action.endsWith('/listened')) ?? {};
    const heard = [...page.text.matchAll(/name="heard" value="(\d+)"/g)].map(
      ([, number = '']) => ['heard', number] as const,
    );
    const { csrf: _own, heard: _one, ...others } = hidden;
    return post('listened', [...Object.entries(others), ...heard, ...texts(rest)]);
  };
  return { ...line, office, visitor, fieldOf, post, texts, follow, listened };
}

/** The texts that the player of a page plays, as `language prompt`. */
const playing = ({ text }: Response) =>
  [...text.matchAll(/<li data-text="(\S+ \S+) /g)].map(([, played = '']) => played);
const ticked = ({ text }: Response) =>
  [...text.matchAll(/name="text" type="checkbox" value="(\S+ \S+) \w+" checked/g)].map(([, each = '']) => each);
const everywhere = languages.map((language) => `${language} goodbye`);

describe('Everything that waits, in all languages', () => {
  test('is one list: the Japanese text, then each language; new texts come before those that callers already hear', async () => {
    const { office, visitor } = await start();
    const page = await visitor.get(path);
    expect(page.text.match(/class="approve-name"/g)).toHaveLength(1);
    expect(page.text.match(/<ins>/g)).toHaveLength(3);
    expect(ticked(page)).toEqual(everywhere);
    await office.publish({ emergencyReason: 'The river' }, undefined, null);
    await office.save('en', 'limit', 'It ends.');
    const later = await visitor.get(path);
    expect(wordsOf(later)).toMatch(
      /新しく流す文\(1件\) 電話が長くなったとき limit .*もう流れていて、承認されていない文\(3件\) 終わりのあいさつ goodbye/,
    );
    expect(ticked(later)).toEqual(['en limit']);
    expect(wordsOf(later)).toMatch(/limit 元の文 電話 \( でんわ \) を/);
  });

  test('is heard in one go and approved with one button', async () => {
    const { office, visitor, fieldOf, post, texts, follow, listened } = await start();
    const all = texts(await Promise.all(languages.map((language) => fieldOf(language, 'goodbye'))));
    const page = await follow(await post('listening', all));
    expect(playing(page)).toEqual(everywhere);
    expect(page.text.match(/<audio/g)).toHaveLength(1);
    office.later(60);
    const heard = await listened(page);
    expect(heard.headers.location).toBe('/console/approvals?heard=1&notice=approvals.done.heard');
    const after = await follow(heard);
    expect([ticked(after), after.text.includes('<audio')]).toEqual([everywhere, false]);
    const approved = await post('approve', all);
    expect(approved.headers.location).toBe('/console/approvals?notice=approvals.done.approved');
    expect(wordsOf(await follow(approved))).toContain('承認を待つ文はありません。');
    expect((await office.publish({}, undefined, null)).kind).toBe('published');
    expect(wordsOf(await visitor.get('/console/audit'))).toContain(
      '日本語, 英語, 中国語の文3件を聞いて承認しました(終わりのあいさつ)。',
    );
  });

  test('has no checkbox for the approver’s own texts, which the approver cannot approve', async () => {
    const { visitor, fieldOf, post, texts } = await start();
    await visitor.submit('/console/texts/en/limit', '/console/texts/en/limit', { text: 'It ends.', ready: '1' });
    const page = await visitor.get(path);
    expect(ticked(page)).toEqual(everywhere);
    expect(wordsOf(page)).toContain('あなたが書いた、または値を変えた文です。');
    const own = await post('approve', texts([await fieldOf('en', 'limit')]));
    expect([own.status, wordsOf(own)]).toEqual([409, expect.stringContaining('承認できません。')]);
  });

  test('can be sent back by language; a comment that is refused stays in the form', async () => {
    const { visitor, fieldOf, post } = await start();
    const text = await fieldOf('zh-Hans', 'goodbye');
    const empty = await post('send-back', [
      ['text', text],
      ['comment', ' '],
    ]);
    expect([empty.status, wordsOf(empty)]).toEqual([422, expect.stringContaining('直してほしいところを書いて')]);
    const comment = 'x'.repeat(401);
    const refused = await post('send-back', [
      ['text', text],
      ['comment', comment],
    ]);
    expect(refused.text.match(new RegExp(`value="${comment}"`, 'g'))).toHaveLength(1);
    const sent = await post('send-back', [
      ['text', text],
      ['comment', 'Too short.'],
    ]);
    expect(sent.headers.location).toBe('/console/approvals?notice=approvals.done.sent-back');
    expect(ticked(await visitor.get(path))).toEqual(['ja goodbye', 'en goodbye']);
  });

  test('is limited to a number of texts, and the others are counted', () => {
    const group = (count: number) => ({
      ...({ prompt: 'p', origin: 'draft', isLive: false } as const),
      candidates: Array.from({ length: count }, () => ({
        ...({ language: 'en', prompt: 'p', hash: '', origin: 'draft', state: 'to-approve', isLive: false } as const),
      })),
    });
    const sizes = (counts: readonly number[], most: number) => {
      const { shown, left } = firstGroups(counts.map(group), most);
      return [shown.length, left];
    };
    expect(sizes([3, 3, 3], 9)).toEqual([3, 0]);
    expect(sizes([3, 3, 3], 8)).toEqual([2, 3]);
    expect(sizes([3, 3, 3], 2)).toEqual([1, 6]);
    expect(sizes([], 2)).toEqual([0, 0]);
  });
});

describe('A playlist', () => {
  async function startLong() {
    const line = await start();
    const { office, fieldOf } = line;
    for (const language of languages) await office.save(language, 'goodbye', ...long[language]);
    const fields = await Promise.all(languages.map((language) => fieldOf(language, 'goodbye')));
    return { ...line, fields };
  }

  test('that is too long for one listening continues with the next; the server’s clock proves each of them', async () => {
    const { office, fields, post, texts, follow, listened } = await startLong();
    const first = await follow(await post('listening', texts(fields)));
    expect(playing(first)).toEqual(['ja goodbye']);
    office.later(60);
    const second = await follow(await listened(first, fields.slice(1)));
    expect(playing(second)).toEqual(['en goodbye']);
    const early = await listened(second, fields.slice(2));
    expect([early.status, ticked(early)]).toEqual([409, everywhere]);
    office.later(60);
    const third = await follow(await listened(second, fields.slice(2)));
    office.later(60);
    const last = await listened(third);
    expect(last.headers.location).toBe('/console/approvals?heard=1&heard=2&heard=3&notice=approvals.done.heard');
    expect(ticked(await follow(last))).toEqual(everywhere);
    expect((await post('approve', texts(fields))).headers.location).toContain('done.approved');
  });

  test('that somebody stops counts as heard up to that text, and those texts can be approved', async () => {
    const { office, visitor, fields, post, texts, follow, listened } = await startLong();
    const first = await follow(await post('listening', texts(fields)));
    office.later(60);
    await listened(first, fields.slice(1));
    const approved = await post('approve', texts(fields));
    expect(approved.headers.location).toBe('/console/approvals?notice=approvals.done.approved-heard');
    expect(ticked(await visitor.get(path))).toEqual(everywhere.slice(1));
    const nothing = await post('approve', texts(fields.slice(1)));
    expect([nothing.status, wordsOf(nothing)]).toEqual([409, expect.stringContaining('最後まで聞いてください')]);
  });

  test('leaves out texts that have changed meanwhile, and says so at its end', async () => {
    const { office, fields, fieldOf, post, texts, follow, listened } = await startLong();
    const first = await follow(await post('listening', texts(fields)));
    office.later(60);
    await office.save('en', 'goodbye', 'Something else.');
    const second = await follow(await listened(first, fields.slice(1)));
    expect(playing(second)).toEqual(['zh-Hans goodbye']);
    office.later(60);
    const last = await follow(await listened(second));
    expect(wordsOf(last)).toContain('その間に変わった文は、もう一度聞いてください。');
    expect(ticked(last)).toEqual(['ja goodbye', 'zh-Hans goodbye']);
    const late = await post('approve', texts(fields));
    expect([late.status, wordsOf(late)]).toEqual([
      409,
      expect.stringContaining('もう一度聞いてください:終わりのあいさつ'),
    ]);
    const unheard = await fieldOf('en', 'goodbye');
    expect((await post('approve', texts([unheard]))).status).toBe(409);
  });

  test('stops at a text that cannot be spoken and keeps what was heard until then, and refuses a text that is too long', async () => {
    const { office, fields, fieldOf, post, texts, follow, listened } = await startLong();
    const first = await follow(await post('listening', texts(fields)));
    office.later(60);
    office.engine.failWhen(({ language }) => language === 'zh-Hans');
    const second = await follow(await listened(first, fields.slice(1)));
    office.later(60);
    const failed = await listened(second, fields.slice(2));
    expect([failed.status, ticked(failed)]).toEqual([503, ['ja goodbye', 'en goodbye']]);
    expect(visibleText(failed.text, 'ja')).toContain('音声のない文:終わりのあいさつ(中国語)');
    expect(visibleText(failed.text, 'ja').join()).not.toContain('goodbye');
    expect(failed.text).toMatch(/<summary>くわしく<\/summary><ul><li>「goodbye」\(zh-Hans\)に、音声のない文があります/);
    office.engine.failWhen(() => false);
    await office.save('ja', 'limit', ...Array.from({ length: 22 }, () => `${'あ'.repeat(250)}。`));
    const tooLong = await post('listening', texts([await fieldOf('ja', 'limit')]));
    expect([tooLong.status, wordsOf(tooLong)]).toEqual([422, expect.stringContaining('10分より長い文は聞けません。')]);
  });

  test('belongs to one person: the listenings of somebody else change nothing on the page', async () => {
    const { office, visitor, fields } = await startLong();
    const [language = '', prompt = '', hash = ''] = fields[0]?.split(' ') ?? [];
    const begun = await office.approvals.beginListening(mori, [{ language, prompt, hash }]);
    expect(begun).toMatchObject({ kind: 'begun' });
    const page = await visitor.get(`${path}?heard=1&listening=1`);
    expect([playing(page), ticked(page)]).toEqual([[], everywhere]);
  });
});
