import { expect, test } from '#jest';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { openEveryPage } from '../support/every-page.ts';

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Whether a page may show user names, as the audit and the pages about accounts do. */
const isAboutAccounts = (address: string) => /^\/console\/(?:audit|accounts?)\b/.test(address);

test('Every page calls people by the name shown, and the audit adds their user name', async () => {
  const line = await createTestConsole({ draft: disasterDraft() });
  const { visitor, addresses } = await fillOffice(line);
  const hanako = await line.desk.findMember('hanako');
  const self = `/console/accounts/${hanako?.id}`;
  await visitor.submit(self, `${self}/display`, { display: '山田花子' });
  const goodbye = '/console/texts/en/goodbye';
  await visitor.submit(goodbye, goodbye, { text: 'So long, and thanks.', ready: '1' });
  const named = new Set<string>();
  const wrong: string[] = [];
  await openEveryPage([...addresses, `${goodbye}/history`], async (address) => {
    if (/\.(?:zip|wav|csv|xlsx)$|export/.test(address)) return '';
    const { text } = await visitor.get(address);
    // Banners are left out, because the one about what is scheduled names her on every page.
    const words = wordsOf(
      text.replace(/<header[\s\S]*?<\/header>/, '').replaceAll(/<div class="banner[\s\S]*?<\/div>/g, ''),
    );
    if (words.includes('山田花子')) named.add(/^\/console\/?([^/?]*)/.exec(address)?.[1] || 'overview');
    if (!isAboutAccounts(address) && /\bhanako\b/.test(words)) wrong.push(address);
    return text;
  });
  expect(wrong).toEqual([]);
  for (const page of ['audit', 'change-sheet', 'disaster', 'publish', 'readers', 'rehearsal', 'texts']) {
    expect([page, named.has(page)]).toEqual([page, true]);
  }
  const audit = await visitor.get('/console/audit');
  expect(audit.text).toContain('山田花子 <span class="id" lang="en" translate="no">hanako</span>');
  expect(wordsOf(audit.text)).toContain('アカウント「山田花子(hanako)」の表示名を「山田花子」に変更しました。');
});

test('Records of people who no longer have an account are readable', async () => {
  const line = await createTestConsole();
  await line.letIn('hanako', 'administrator');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  await line.office.save('en', 'goodbye', 'So long.');
  expect(wordsOf((await visitor.get('/console/texts/en/goodbye/history')).text)).toContain('tanaka');
  expect(wordsOf((await visitor.get('/console/audit')).text)).toMatch(/ tanaka 「/);
});
