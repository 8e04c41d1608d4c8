import { describe, expect, test } from '#jest';
import { agreementIn, signedInOnLine } from '../support/console-line.ts';

const orderOf = async (line: Awaited<ReturnType<typeof signedInOnLine>>) =>
  (await line.file()).languages.map(({ key, tag }) => `${key} ${tag}`).join(', ');
const vietnamese = {
  ...{ tag: 'vi', name: 'Tiếng Việt', sourceName: 'ベトナム{語|ご}', key: '4', destination: 'office' },
  ...{ google: 'vi-VN-Neural2-A', espeak: 'vi', twilioVoice: 'Google.vi-VN-Neural2-A', twilioLanguage: 'vi-VN' },
};
const english = {
  ...{ name: 'English', sourceName: '{英語|えいご}', key: '1', destination: 'office' },
  ...{ google: 'en-US-Test', espeak: 'en-us', twilioVoice: 'Test.en', twilioLanguage: 'en-US' },
};

test('The list says how far each language has come, and which ones can be switched off', async () => {
  const line = await signedInOnLine();
  const { text } = await line.visitor.get('/console/languages');
  expect(text).toContain('ネイティブチェック(母語話者の確認) 100%');
  expect(text).toContain('en-US-Test');
  expect(text).toContain('href="/console/languages/zh-Hans/off"');
  expect(text).not.toContain('href="/console/languages/ja/off"');
  const { text: viewed } = await (await signedInOnLine('viewer')).visitor.get('/console/languages');
  expect(viewed).not.toContain('href="/console/languages/zh-Hans/off"');
});

describe('Adding a language', () => {
  test('at the end changes no printed key, and all of its texts are missing', async () => {
    const line = await signedInOnLine('administrator');
    const { headers } = await line.submit('/languages/another?tag=vi', vietnamese, '/languages/another');
    expect(headers.location).toBe('/console/languages?notice=languages.done.added');
    expect(await orderOf(line)).toBe('1 en, 2 zh-Hans, 3 ja, 4 vi');
    expect((await line.file()).languages[3]).toEqual({
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
    expect((await line.visitor.get('/console/languages')).text).toMatch(/Tiếng Việtの文 0\/\d+/);
    expect((await line.visitor.get('/console/texts?language=vi')).status).toBe(200);
    expect((await line.visitor.get('/console/audit')).text).toContain(
      '言語「ベトナム語」を追加しました。メニュー:1 英語, 2 中国語, 3 日本語, 4 ベトナム語',
    );
  });

  test('between others says which printed keys change, and needs a tick for exactly these changes', async () => {
    const line = await signedInOnLine();
    const asked = await line.submit('/languages/another?tag=vi', { ...vietnamese, key: '3' }, '/languages/another');
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('「日本語」から「Tiếng Việt」に変わります。');
    expect(asked.text).toContain('value="ベトナム{語|ご}"');
    const agreed = agreementIn(asked.text);
    const other = await line.visitor.send(asked, '/console/languages/another', { ...vietnamese, key: '1', agreed });
    expect([other.status, other.text.includes('「英語」から「Tiếng Việt」に変わります。')]).toEqual([422, true]);
    await line.visitor.send(other, '/console/languages/another', { ...vietnamese, key: '3', agreed });
    expect(await orderOf(line)).toBe('1 en, 2 zh-Hans, 3 vi, 4 ja');
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['a tag that is taken', { tag: 'en' }, ['この言語はもうあります。']],
    ['a tag in capitals', { tag: 'VI' }, ['言語タグを「vi」や「zh-Hans」のように']],
    ['a tag of no language', { tag: 'qqq' }, ['言語タグを「vi」や「zh-Hans」のように']],
    [
      'another language’s voices',
      { google: 'en-US-Neural2-F', espeak: 'en-us' },
      ['「google: en-US-Neural2-F」は別の言語', '「espeak: en-us」は別の言語'],
    ],
    [
      'a Twilio voice of another language',
      { twilioVoice: 'Google.en-US-Neural2-F' },
      ['「twilio: Google.en-US-Neural2-F」は別の'],
    ],
    ['a name without readings', { sourceName: 'ベトナム語' }, ['漢字には {英語|えいご} の形で']],
    ['a key after a gap', { key: '9' }, ['キーを選び直して']],
    [
      'everything at once',
      { tag: '', name: '', sourceName: '', key: 'x', destination: 'x', google: '', espeak: '', twilioVoice: '' },
      ['言語タグを', 'その言語での名前を', '日本語の名前を', 'キーを選び直して', '転送先を選び直して', '声を書いて'],
    ],
  ])('says beside its field what to do about %s', async (_what, wrong, sentences) => {
    const line = await signedInOnLine();
    const { status, text } = await line.submit(
      '/languages/another?tag=vi',
      { ...vietnamese, ...wrong },
      '/languages/another',
    );
    expect([status, sentences.filter((sentence) => !text.includes(sentence))]).toEqual([422, []]);
    expect(text).toContain('value="vi-VN"');
    expect(await line.revision()).toBe(1);
  });

  test('says which of Twilio’s two fields is wrong, even if both have the same value', async () => {
    const line = await signedInOnLine();
    const wrong = { twilioVoice: 'Google.vi', twilioLanguage: 'Google.vi', espeak: 'vi' };
    const { status, text } = await line.submit(
      '/languages/another?tag=vi',
      { ...vietnamese, ...wrong },
      '/languages/another',
    );
    const errors = ['twilioVoice', 'twilioLanguage', 'espeak'].map((name) => text.includes(`id="${name}-error"`));
    expect([status, ...errors]).toEqual([422, true, true, false]);
  });

  test('says beside each field what is too long, and keeps what was typed', async () => {
    const line = await signedInOnLine();
    const wrong = { tag: 'v'.repeat(36), name: 'n'.repeat(101), sourceName: 'そ'.repeat(101), espeak: 'e'.repeat(101) };
    const { status, text } = await line.submit(
      '/languages/another?tag=vi',
      { ...vietnamese, ...wrong },
      '/languages/another',
    );
    expect([status, await line.revision()]).toEqual([422, 1]);
    for (const [name, value] of Object.entries(wrong)) {
      expect(text).toContain(`id="${name}-error">長すぎます。${value.length - 1}文字までにしてください。`);
      expect(text).toContain(`value="${value}"`);
    }
  });

  test('is impossible if the line has nine', async () => {
    const line = await signedInOnLine();
    const tags = ['en', 'zh-Hans', 'ja', 'ko', 'es', 'pt', 'vi', 'ne', 'id'];
    await line.changeAs((file) => ({
      ...file,
      languages: tags.map((tag, index) => ({
        ...file.languages[0],
        ...file.languages[index],
        tag,
        key: String(index + 1),
      })) as typeof file.languages,
    }));
    expect((await line.visitor.get('/console/languages/another')).status).toBe(422);
    expect((await line.visitor.get('/console/languages')).text).toContain('九つまでです。');
    const csrf = await line.csrf();
    expect((await line.visitor.post('/console/languages/another', { csrf, ...vietnamese, tag: 'fil' })).status).toBe(
      422,
    );
  });
});

describe('Changing a language', () => {
  test('accepts a saved text of any length until somebody changes it', async () => {
    const line = await signedInOnLine();
    const [name, voice, office] = ['n'.repeat(101), `en-${'x'.repeat(98)}`, `o${'x'.repeat(100)}`];
    await line.changeAs((file) => ({
      ...file,
      destinations: [...file.destinations, ...file.destinations.map((each) => ({ ...each, id: office }))],
      languages: file.languages.map((each) => ({ ...each, name, voices: { ...each.voices, google: voice } })),
    }));
    expect((await line.visitor.get('/console/languages/en')).text).toContain(`value="${voice}" autocomplete="off" req`);
    const typed = { ...english, name, google: voice, destination: office };
    expect((await line.submit('/languages/en', typed)).headers.location).toContain('notice=languages.done.saved');
    expect((await line.file()).languages[0]).toMatchObject({ name, destination: office, voices: { google: voice } });
    const longer = await line.submit('/languages/en', { ...typed, name: `${name}n`, google: `${voice}x` });
    expect([longer.status, longer.text.match(/長すぎます/g)?.length]).toEqual([422, 2]);
  });

  test('also works for Newari, whose tag is "new"', async () => {
    const line = await signedInOnLine();
    const newari = {
      ...{ tag: 'new', name: 'नेपाल भाषा', sourceName: 'ネワール{語|ご}', key: '4', destination: 'office' },
      ...{ google: 'new-NP-A', espeak: 'new', twilioVoice: 'Test.new', twilioLanguage: 'new-NP' },
    };
    expect((await line.visitor.get('/console/languages/new')).status).toBe(404);
    expect((await line.submit('/languages/another?tag=vi', newari, '/languages/another')).headers.location).toContain(
      'notice=languages.done.added',
    );
    expect((await line.visitor.get('/console/languages')).text).toContain('href="/console/languages/new"');
    expect((await line.visitor.get('/console/languages/new')).text).toContain('value="new-NP-A"');
    const { headers } = await line.submit('/languages/new', { ...newari, google: 'new-NP-B' });
    expect(headers.location).toContain('notice=languages.done.saved');
    expect((await line.file()).languages[3]).toMatchObject({ tag: 'new', voices: { google: 'new-NP-B' } });
    expect((await line.visitor.get('/console/languages/new/off')).status).toBe(200);
  });

  test('gives it another voice, and keeps what was typed if somebody else has saved first', async () => {
    const line = await signedInOnLine();
    const opened = await line.visitor.get('/console/languages/en');
    await line.changeAs((file) => ({ ...file, transfersPerHour: 99 }));
    const typed = { ...english, google: 'en-GB-Other' };
    const refused = await line.visitor.send(opened, '/console/languages/en', typed);
    expect([refused.status, refused.text.includes('satoさんが')]).toEqual([409, true]);
    expect(refused.text).toContain('value="en-GB-Other"');
    const done = await line.visitor.send(refused, '/console/languages/en', typed);
    expect(done.headers.location).toBe('/console/languages?notice=languages.done.saved');
    expect((await line.file()).languages[0]?.voices.google).toBe('en-GB-Other');
    expect(await line.file()).toMatchObject({ transfersPerHour: 99 });
  });

  test('answers 404 for a tag that the line does not have', async () => {
    const line = await signedInOnLine();
    expect((await line.visitor.get('/console/languages/fr')).status).toBe(404);
    expect((await line.visitor.get('/console/languages/fr/off')).status).toBe(404);
  });
});

describe('Switching a language off', () => {
  test('needs a tick if keys change, keeps the texts, and can be undone', async () => {
    const line = await signedInOnLine();
    const off = '/console/languages/zh-Hans/off';
    const asked = await line.visitor.get(off);
    expect(asked.text).toContain('キー2:「中国語」から「日本語」に変わります。');
    expect(asked.text).toContain('キー3:「日本語」につながらなくなります。');
    expect((await line.visitor.send(asked, off)).status).toBe(422);
    const done = await line.visitor.send(asked, off, { agreed: agreementIn(asked.text) });
    expect(done.headers.location).toBe('/console/languages?notice=languages.done.off');
    expect(await orderOf(line)).toBe('1 en, 2 ja');
    const list = await line.visitor.get('/console/languages');
    expect(list.text).toMatch(/普通话<\/span> \(中国語\) 文\d\d件を残しています。/);
    const page = await line.visitor.get('/console/languages/zh-Hans');
    expect(page.text).toContain('value="cmn-CN-Test"');
    const again = {
      ...{ name: '普通话', sourceName: '{中国語|ちゅうごくご}', key: '2', destination: 'office' },
      ...{ google: 'cmn-CN-Test', espeak: 'cmn', twilioVoice: 'Test.cmn', twilioLanguage: 'cmn-CN' },
    };
    const keys = await line.visitor.send(page, '/console/languages/zh-Hans', again);
    const agreed = agreementIn(keys.text);
    const on = await line.visitor.send(keys, '/console/languages/zh-Hans', { ...again, agreed });
    expect(on.headers.location).toBe('/console/languages?notice=languages.done.on');
    expect(await orderOf(line)).toBe('1 en, 2 zh-Hans, 3 ja');
    expect((await line.office.desk.read()).find('zh-Hans', 'goodbye')?.sentences).toEqual(['谢谢您的来电。']);
  });

  test.each([
    ['ja', 'ほかの言語の元になる言語なので'],
    ['en', '言語を選ぶ前の案内に使っているので'],
  ])('is not possible for %s', async (tag, sentence) => {
    const line = await signedInOnLine();
    expect((await line.visitor.get(`/console/languages/${tag}/off`)).text).toContain(sentence);
    const forced = { csrf: await line.csrf(), basedOn: '1', agreed: '1:en>zh-Hans 2:zh-Hans>ja 3:ja>' };
    expect((await line.visitor.post(`/console/languages/${tag}/off`, forced)).status).toBe(422);
    expect(await orderOf(line)).toBe('1 en, 2 zh-Hans, 3 ja');
  });
});

test('No form of a language accepts anything from a viewer', async () => {
  const line = await signedInOnLine('viewer');
  const csrf = await line.csrf();
  for (const path of ['another', 'en', 'zh-Hans/off']) {
    const sent = { csrf, basedOn: '1', agreed: '2:zh-Hans>ja 3:ja>', ...vietnamese };
    expect((await line.visitor.post(`/console/languages/${path}`, sent)).status).toBe(403);
  }
  expect(await orderOf(line)).toBe('1 en, 2 zh-Hans, 3 ja');
});
