import { expect, test } from '#jest';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { serveSounds } from '../support/serve-sounds.ts';

const consoles = useConsole();
const languages = ['ja', 'en', 'zh-Hans'] as const;

/** About forty seconds of tones in each language. Two such texts are too long for one listening. */
const long = {
  ja: [...'あいうえおかきくけこさしすせそたちつてと'].map((letter) => `これは ながい ぶんです、${letter}。`),
  en: [...'abcdefghijklmnopqrst'].map((letter) => `This is the long sentence ${letter}.`),
  'zh-Hans': [...'一二三四五六七八九十甲乙丙丁戊己庚辛'].map((letter) => `这是一个很长的句子${letter}。`),
} as const;
const short = {
  ja: ['さようなら。', 'また どうぞ。'],
  en: ['So long.', 'Come again.'],
  'zh-Hans': ['再见。', '下次再聊。'],
} as const;

/** Signs in an approver at a published line, in which one text was changed in all languages. */
async function start(words: Readonly<Record<(typeof languages)[number], readonly string[]>>): Promise<BrowserConsole> {
  const line = await consoles.start();
  serveSounds(line);
  await line.office.publish();
  for (const language of languages) await line.office.save(language, 'goodbye', ...words[language]);
  await line.letIn('approver', 'approver');
  await line.signIn('approver');
  return line;
}

/** The parts of an audio element that these tests use. */
interface Sound {
  pause(): void;
  readonly paused: boolean;
  readonly readyState: number;
  currentTime: number;
  playbackRate: number;
  addEventListener(what: string, then: (event: unknown) => void): void;
}

test('One button plays the waiting texts of all languages, one listening after the other, and one approves them', async () => {
  const { page, office, open } = await start(long);
  await open('/approvals');
  let listenings = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/listened')) listenings += 1;
  });
  // Plays eight times as fast as people listen. The clock of the server is moved on to match.
  await page.evaluate(`document.addEventListener('playing', ({ target }) => { target.playbackRate = 8; }, true)`);
  await page.locator('#approve button[formaction$="/listening"]').click();
  const spoken: string[] = [];
  for (const language of languages) {
    const row = page.locator(`.approve-text[id="${language}-goodbye"][data-spoken]`);
    await row.waitFor();
    office.later(60);
    spoken.push(await row.locator('[data-spoken]').innerText());
    expect(await page.locator('#listening-title').innerText()).toBe(`再生中(${languages.indexOf(language) + 1}/3文)`);
  }
  expect(spoken[0]).toContain('ぶんです、');
  expect(spoken[2]).toContain('这是一个很长的句子');
  await page.waitForURL(/heard=1&heard=2&heard=3&notice=approvals\.done\.heard/);
  expect(listenings).toBe(3);
  expect(await page.locator('input[name=text]:checked').count()).toBe(3);
  await page.getByRole('button', { name: '印を付けて聞いた文を承認する' }).click();
  await page.getByText('承認を待つ文はありません。').waitFor();
});

test('Space pauses and resumes, j goes to the next text, and k to the previous one', async () => {
  const { page, open } = await start(short);
  await open('/approvals');
  await page.locator('#approve button[formaction$="/listening"]').click();
  const audio = page.locator('[data-listened] audio');
  await page.locator('.approve-text[data-spoken]').waitFor();
  const isPaused = () => audio.evaluate((sound: Sound) => sound.paused);
  const at = () => page.locator('.approve-text[data-spoken]').getAttribute('id');
  // The keys work at once, wherever the focus is after pressing the button.
  if (!(await isPaused())) await page.keyboard.press('Space');
  expect(await isPaused()).toBe(true);
  await audio.evaluate((sound: Sound) => {
    sound.currentTime = 0;
  });
  await page.locator('.approve-text[id="ja-goodbye"][data-spoken]').waitFor();
  await page.keyboard.press('j');
  await page.locator('.approve-text[id="en-goodbye"][data-spoken]').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.approve-text[id="zh-Hans-goodbye"][data-spoken]').waitFor();
  await page.keyboard.press('k');
  await page.locator('.approve-text[id="en-goodbye"][data-spoken]').waitFor();
  // If these keys are switched off, or while somebody types, they are ordinary keys.
  await page.locator('#approve-keys').uncheck();
  await page.keyboard.press('j');
  expect(await at()).toBe('en-goodbye');
  await page.locator('#approve-keys').check();
  await page.locator('.approve-text summary').first().click();
  await page.locator('input[name=comment]').first().fill('');
  await page.keyboard.type('j k');
  expect(await page.locator('input[name=comment]').first().inputValue()).toBe('j k');
  expect([await at(), await isPaused()]).toEqual(['en-goodbye', true]);
});

test.each(['ja', 'en'] as const)('axe finds nothing on the page of all languages (%s)', async (language) => {
  const line = await start(short);
  const { page, office, open } = line;
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(page, `${name}-${language}`) }).toEqual({ name, looks: [] });
  };
  await open(`/language/${language}?next=%2Fconsole%2Fapprovals`);
  await office.publish({ emergencyReason: 'The river has risen.' }, undefined, null);
  await office.save('ja', 'place.where', '{道|みち}の {角|かど}に あります。');
  await office.save('en', 'place.where', 'It is at the next corner.');
  await office.save('zh-Hans', 'place.where', '在下一个路口。');
  await open('/approvals');
  await look('approvals-all');
  await page.locator('#approve button[formaction$="/listening"]').click();
  await page.locator('[data-listened] audio').evaluate((sound: Sound) => sound.pause());
  await look('approvals-playing');
  await open('/publish');
  await look('publish-by-sentence');
  await office.approveAll();
  await open('/publish');
  await look('publish-form');
  await office.publish();
  await open('/publish');
  await look('publish-heard');
  await page.locator('tr[data-prompt] a', { hasText: /./ }).first().click();
  await page.locator('#latest').waitFor();
  await look('publish-call');
  expect(line.takeProblems()).toEqual([]);
});
