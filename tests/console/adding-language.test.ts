import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cleanUp, describe, expect, test } from '#jest';
import { isUndecided, knownTags, voicesFor } from '../../src/console/languages/known-languages.ts';
import { isLanguageTag } from '../../src/console/languages/language-check.ts';
import { languageNameFor, nameInSource, ownName } from '../../src/naming/language-names.ts';
import { leafletEntries } from '../../src/office/drafts/leaflet-names.ts';
import { EspeakEngine } from '../../src/speech/engines/espeak/espeak-engine.ts';
import { scriptOf } from '../../src/words/rules/language-of.ts';
import { voices } from '../../src/words/rules/voices.ts';
import { parseSentence } from '../../src/words/sentence-template.ts';
import { bundledWords } from '../support/bundled.ts';
import { signedInOnLine } from '../support/console-line.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

const address = '/console/languages/another';
const typed = (html: string, name: string): string =>
  new RegExp(`name="${name}" type="text" value="([^"]*)"`).exec(html)?.[1] ?? 'none';
/** The fields of a language form with the values that the page filled in, ready to be sent. */
const filledIn = (html: string): Record<string, string> =>
  Object.fromEntries([
    ...['tag', 'name', 'sourceName', 'google', 'espeak', 'twilioVoice', 'twilioLanguage'].map((name) => [
      name,
      typed(html, name),
    ]),
    ...['key', 'destination'].map((name) => [
      name,
      new RegExp(`<select id="${name}"[\\s\\S]*?value="([^"]*)" selected`).exec(html)?.[1] ?? 'none',
    ]),
  ]);

describe('Languages that can be chosen by their names', () => {
  test('have names in Japanese with readings, in English, and in the language itself', () => {
    expect(knownTags.length).toBeGreaterThan(30);
    for (const tag of knownTags) {
      expect({ tag, isTag: isLanguageTag(tag) }).toEqual({ tag, isTag: true });
      expect({ tag, names: [languageNameFor(tag, 'ja'), languageNameFor(tag, 'en'), ownName(tag)] }).not.toMatchObject({
        names: expect.arrayContaining([expect.stringMatching(new RegExp(`^(?:${tag})?$`, 'i'))]),
      });
      const unread = parseSentence(nameInSource(tag, 'ja')).filter(
        (part) => part.kind === 'text' && /\p{Script=Han}/u.test(part.text),
      );
      expect({ tag, unread }).toEqual({ tag, unread: [] });
    }
    expect([languageNameFor('vi', 'ja'), ownName('vi'), nameInSource('vi', 'ja')]).toEqual([
      ...['ベトナム語', 'Tiếng Việt', 'ベトナム{語|ご}'],
    ]);
  });

  test('have names on the sheets of the bundled line, in their own letters', () => {
    const entries = leafletEntries(bundledWords().line);
    expect(entries).toHaveLength(6);
    const asUnicode: Readonly<Record<string, string>> = { Hans: 'Hani', Hant: 'Hani', Kore: 'Hang', Jpan: 'Hani' };
    const wrong = knownTags.flatMap((tag) => {
      const script = scriptOf(tag) ?? '';
      const foreign = new RegExp(`(?!\\p{scx=${asUnicode[script] ?? script}}|[ぁ-ーʻ])\\p{L}`, 'u');
      return entries.flatMap(({ id, names }) => {
        const name = Object.hasOwn(names, tag) ? (names[tag] ?? '') : '';
        return name === '' || foreign.test(name.replaceAll('My Number', '')) ? [{ tag, id, name }] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('have Google voices that the twilio package lists, too', () => {
    const types = createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts');
    const text = readFileSync(types, 'utf8');
    const [, languages = ''] = /type SayLanguage = ([^;]*);/.exec(text) ?? [];
    const wrong = knownTags
      .map((tag) => ({ tag, ...voicesFor(tag) }))
      .filter(({ google }) => !isUndecided(google))
      .filter(
        ({ google, twilioVoice, twilioLanguage }) =>
          twilioVoice !== `Google.${google}` ||
          !text.includes(`"${twilioVoice}"`) ||
          !languages.includes(`"${twilioLanguage}"`),
      );
    expect(wrong).toEqual([]);
  });

  test('have embedded voices that espeak-ng knows, and that speak the language', async () => {
    const engine = new EspeakEngine();
    cleanUp(() => engine.close());
    const draft = fixtureDraft();
    const [language] = draft.line.languages;
    if (!language) throw new Error('There is no language.');
    for (const tag of knownTags) {
      const { espeak, google, twilioVoice, twilioLanguage } = voicesFor(tag);
      if (espeak === '') continue;
      expect({ espeak, ...(await engine.voicesLike(espeak)) }).toMatchObject({ espeak, isKnown: true });
      const entry = {
        ...language,
        tag,
        voices: { espeak, google, twilio: { voice: twilioVoice, language: twilioLanguage } },
      };
      expect({ tag, found: voices({ ...draft, line: { ...draft.line, languages: [entry] } }) }).toEqual({
        tag,
        found: [],
      });
    }
  });
});

describe('Adding a language', () => {
  test('asks which language, and fills in everything else, so that nothing has to be typed', async () => {
    const line = await signedInOnLine();
    const asked = await line.visitor.get(address);
    expect(asked.text).toContain('<option value="vi">ベトナム語 — Tiếng Việt</option>');
    expect(asked.text).toContain('<option value="fil">フィリピノ語(タガログ語) — Filipino</option>');
    expect(asked.text).not.toContain('<option value="en">');
    const form = await line.visitor.get(`${address}?tag=vi&other=`);
    expect(form.text).toContain('<h1>ベトナム語を追加</h1>');
    const sent = await line.visitor.send(form, address, filledIn(form.text));
    expect(sent.headers.location).toBe('/console/languages?notice=languages.done.added');
    expect((await line.file()).languages.at(-1)).toEqual({
      ...{
        tag: 'vi',
        key: '4',
        name: 'Tiếng Việt',
        sourceName: 'ベトナム{語|ご}',
        destination: 'office',
        ownNumbers: [],
      },
      voices: {
        ...{ espeak: 'vi', google: 'vi-VN-Neural2-A' },
        twilio: { voice: 'Google.vi-VN-Neural2-A', language: 'vi-VN' },
      },
    });
    const list = (await line.visitor.get('/console/languages')).text;
    expect(list).toContain(
      '<a class="link-target" href="/console/destinations/office"><span class="status status-information">この言語は話せない転送先です',
    );
  });

  test('accepts any other language by its tag, in upper or lower case, and refuses a tag that is wrong or taken', async () => {
    const line = await signedInOnLine();
    const other = async (tag: string) => line.visitor.get(`${address}?tag=&other=${tag}`);
    expect((await other('TL')).headers.location).toBe('/console/languages/another?tag=fil');
    expect((await other('am')).headers.location).toBe('/console/languages/another?tag=am');
    const form = await line.visitor.get(`${address}?tag=am`);
    expect(filledIn(form.text)).toMatchObject({
      name: 'አማርኛ',
      sourceName: 'アムハラ{語|ご}',
      espeak: 'am',
      google: 'am-ET',
    });
    const wrong = await other('nothing%3Cb');
    expect([
      wrong.status,
      wrong.text.includes('id="other-error">言語タグを'),
      wrong.text.includes('value="nothing&lt;b"'),
    ]).toEqual([422, true, true]);
    const taken = await other('EN');
    expect([taken.status, taken.text.includes('id="other-error">この言語はもうあります。')]).toEqual([422, true]);
    const nothing = await line.visitor.get(`${address}?tag=`);
    expect([nothing.status, nothing.text.includes('id="tag-error">言語を選んでください。')]).toEqual([422, true]);
  });

  test('leads to the page of the language if it was switched off before', async () => {
    const line = await signedInOnLine();
    await line.changeAs((file) => ({ ...file, languages: file.languages.filter(({ tag }) => tag !== 'zh-Hans') }));
    expect((await line.visitor.get(`${address}?tag=zh-Hans`)).headers.location).toBe('/console/languages/zh-Hans');
  });

  test('says in the form and in the list that no Google voice is known', async () => {
    const line = await signedInOnLine();
    const form = await line.visitor.get(`${address}?tag=ne`);
    expect(form.text).toContain('この言語で使えるGoogleの声は、まだ分かっていません。');
    await line.visitor.send(form, address, filledIn(form.text));
    expect((await line.visitor.get('/console/languages')).text).toContain('Googleの声が決まっていません');
  });
});

describe('The voice of a language', () => {
  test('can be heard before it is saved', async () => {
    const line = await signedInOnLine();
    const form = await line.visitor.get(`${address}?tag=vi`);
    const fields = { ...filledIn(form.text), name: 'Tiếng Việt ơi' };
    const heard = await line.visitor.send(form, address, { ...fields, step: 'listen' });
    expect(heard.status).toBe(200);
    expect(heard.text).toContain('<span lang="vi">Tiếng Việt ơi</span>');
    expect(heard.text).toContain('value="Tiếng Việt ơi"');
    const key = /src="\/audio\/([0-9a-f]+)\.wav"/.exec(heard.text)?.[1] ?? '';
    expect(line.office.narrator.ready.has(key)).toBe(true);
    expect(line.office.engine.requests.at(-1)).toMatchObject({ language: 'vi', voice: 'vi' });
    expect(await line.revision()).toBe(1);
  });

  test('says the greeting of a language that has one', async () => {
    const line = await signedInOnLine();
    const form = await line.visitor.get('/console/languages/zh-Hans');
    const heard = await line.visitor.send(form, '/console/languages/zh-Hans', {
      ...filledIn(form.text),
      step: 'listen',
    });
    expect(heard.text).toContain('<span lang="zh-Hans">这里是垃圾热线。</span>');
  });

  test('is refused beside its field if the engine does not have it; the error lists the voices that it has', async () => {
    const line = await signedInOnLine();
    const form = await line.visitor.get(`${address}?tag=vi`);
    const fields = { ...filledIn(form.text), espeak: 'vi-missing', name: '' };
    const { status, text } = await line.visitor.send(form, address, fields);
    expect(status).toBe(422);
    expect(text).toContain('id="espeak-error">「vi-missing」という声はありません。次の声から選んでください:a-tone');
    expect(text).toContain('id="name-error">');
    expect(text).toContain('<details class="more" open>');
    const heard = await line.visitor.send(form, address, { ...fields, step: 'listen' });
    expect(heard.text).toContain('「vi-missing」という声はありません。');
  });

  test('is saved with a warning when the engine cannot say which voices it has', async () => {
    const line = await signedInOnLine();
    const form = await line.visitor.get(`${address}?tag=vi`);
    const sent = await line.visitor.send(form, address, { ...filledIn(form.text), espeak: 'vi-unlisted' });
    expect(sent.headers.location).toBe('/console/languages?notice=languages.done.unchecked');
    expect((await line.file()).languages.at(-1)?.voices.espeak).toBe('vi-unlisted');
  });

  test('is not checked again if nobody changed it', async () => {
    const line = await signedInOnLine();
    await line.changeAs((file) => ({
      ...file,
      languages: file.languages.map((each) => ({
        ...each,
        voices: { ...each.voices, espeak: `${each.voices.espeak}-missing` },
      })),
    }));
    const form = await line.visitor.get('/console/languages/en');
    const sent = await line.visitor.send(form, '/console/languages/en', { ...filledIn(form.text), name: 'English!' });
    expect(sent.headers.location).toContain('notice=languages.done.saved');
  });
});

test('The telephone numbers of a language are normalized, and refused if they are wrong or belong to another language', async () => {
  const line = await signedInOnLine();
  const form = await line.visitor.get('/console/languages/en');
  const fields = filledIn(form.text);
  const send = (ownNumbers: string) => line.visitor.send(form, '/console/languages/en', { ...fields, ownNumbers });
  const wrong = await send('０５０-0000-0001\n119');
  expect([wrong.status, wrong.text.includes('id="ownNumbers-error">')]).toEqual([422, true]);
  await send('０５０-0000-0001\n\n 050-0000-0002');
  expect((await line.file()).languages[0]?.ownNumbers).toEqual(['+815000000001', '+815000000002']);
  const other = await line.visitor.get('/console/languages/zh-Hans');
  const taken = { ...filledIn(other.text), ownNumbers: '050-0000-0001' };
  const refused = await line.visitor.send(other, '/console/languages/zh-Hans', taken);
  expect(refused.text).toContain('id="ownNumbers-error">ほかの言語の電話番号です。');
});

describe('Before a language is chosen', () => {
  test('callers can hear other languages instead; the language that they no longer hear can then be switched off', async () => {
    const line = await signedInOnLine();
    const stays = await line.visitor.get('/console/languages/en/off');
    expect(stays.text).toContain('href="/console/languages/start"');
    const page = await line.visitor.get('/console/languages/start');
    expect(page.text).toMatch(/name="announces-en" value="1" checked/);
    const nothing = await line.visitor.send(page, '/console/languages/start', { defaultDestination: 'nowhere' });
    expect([nothing.status, nothing.text.match(/class="field-error"/g)?.length]).toEqual([422, 2]);
    const sent = await line.visitor.send(page, '/console/languages/start', {
      ...{ 'announces-ja': '1', 'announces-zh-Hans': '1', defaultDestination: 'office' },
    });
    expect(sent.headers.location).toBe('/console/languages?notice=languages.done.saved');
    expect((await line.file()).announcers).toEqual(['ja', 'zh-Hans']);
    const off = (await line.visitor.get('/console/languages/en/off')).text;
    expect(off).toContain('最初のメニューのキー1。');
    expect(off).toContain('この言語を止める');
  });

  test('nothing can be changed by a viewer', async () => {
    const line = await signedInOnLine('viewer');
    expect((await line.visitor.get('/console/languages/start')).status).toBe(403);
  });
});

describe('Removing a destination', () => {
  const desk = { id: 'desk', name: { ja: '窓口', en: 'Desk' } };

  test('first lists everything that leads to it, with links, and is impossible for the last one', async () => {
    const line = await signedInOnLine();
    const last = (await line.visitor.get('/console/destinations/office/remove')).text;
    expect(last).toContain('最後の転送先なので');
    await line.changeAs((file) => ({
      ...file,
      destinations: [...file.destinations, { ...file.destinations[0], ...desk } as never],
    }));
    const used = (await line.visitor.get('/console/destinations/office/remove')).text;
    for (const link of ['languages/en', 'languages/zh-Hans', 'languages/ja', 'languages/start']) {
      expect(used).toContain(`<li><a class="link-target" href="/console/${link}">`);
    }
    expect(used).not.toContain('action="/console/destinations/office/remove"');
    expect((await line.visitor.get('/console/destinations/none/remove')).status).toBe(404);
  });

  test('keeps its texts, so that staff can restore it', async () => {
    const line = await signedInOnLine();
    await line.changeAs((file) => ({
      ...file,
      destinations: [...file.destinations, { ...file.destinations[0], ...desk } as never],
    }));
    await line.office.save('ja', 'destination.desk.transfer', '{窓口|まどぐち}です。');
    const page = await line.visitor.get('/console/destinations/desk/remove');
    expect(page.text).toContain('文1件(すべての言語)');
    await line.visitor.send(page, '/console/destinations/desk/remove');
    expect((await line.file()).destinations.map(({ id }) => id)).toEqual(['office']);
    const unused = await line.visitor.get('/console/texts/unused');
    expect(unused.text).toContain('転送先「窓口」をもとに戻す');
    const back = await line.visitor.send(unused, '/console/texts/unused/destinations/desk');
    expect(back.headers.location).toBe('/console/destinations?notice=destinations.done.back');
    expect((await line.file()).destinations[1]).toMatchObject(desk);
    expect((await line.visitor.get('/console/texts/unused')).text).not.toContain('窓口');
  });
});
