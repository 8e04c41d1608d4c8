import { setTimeout } from 'node:timers/promises';
import { type ConsoleVisitor, formsIn, visitConsole } from '../tests/support/console-visitor.ts';
import { goodPassword } from '../tests/support/test-desk.ts';

/** The pages that staff open in every round of a day. */
export const pages = [
  ...['', '/texts', '/approvals', '/approvals/en', '/crawl', '/change-sheet', '/sheets', '/leaflets'],
  ...['/facts', '/topics', '/destinations', '/languages', '/editions', '/audit', '/disaster', '/rehearsal'],
].map((path) => `/console${path}`);

/** Paths of rehearsed calls on the draft. */
const rehearsed = ['1', '11', '118', '12', '71', '4', '41', 'ss'];

const text = '/console/texts/en/goodbye';

/** Signs in as administrator with the link that a first start prints. @throws Error when the sign-in is refused */
export async function enterOffice(address: string, link: string): Promise<ConsoleVisitor> {
  const visitor = visitConsole(address);
  const path = new URL(link).pathname;
  const form = (await visitor.get(path)).text;
  const fields = Object.fromEntries(
    [...form.matchAll(/type="password"[^>]*name="([^"]+)"|name="([^"]+)"[^>]*type="password"/g)].map(([, a, b]) => [
      a ?? b ?? '',
      goodPassword,
    ]),
  );
  const { status } = await visitor.submit(path, path, { ...fields, name: 'administrator', display: 'Administrator' });
  if (status !== 303) throw new Error(`The sign-in was refused: ${status}.`);
  return visitor;
}

/**
 * Plays one round of a day in the office: changes a text and listens to it, opens all pages, rehearses calls, exports
 * and imports a sheet, and publishes the draft without approval. The publication includes a crawl.
 * @param round the number of the round, which makes the words of each round different
 * @throws Error when the text is not published within two minutes
 */
export async function playRound(visitor: ConsoleVisitor, round: number): Promise<void> {
  const words = await changeText(visitor, round);
  const form = formsIn((await visitor.get(text)).text).find(({ action }) => action === text);
  await visitor.post(`${text}/listen`, { ...form?.hidden, text: words, speed: round % 2 === 0 ? 'normal' : 'slow' });
  for (const page of pages) await visitor.get(page);
  for (const path of rehearsed) await visitor.get(`/console/rehearsal?on=draft&path=${path}`);
  await listen(visitor);
  const sheet = await visitor.download('/console/sheets/export?language=en&kind=xlsx');
  const sent = await visitor.upload('/console/sheets', '/console/sheets', { name: 'words.xlsx', bytes: sheet.bytes });
  if (sent.headers.location) await visitor.get(sent.headers.location);
  await publish(visitor, round);
}

/**
 * Saves a sentence that is different in every round.
 * @returns the sentence
 */
export async function changeText(visitor: ConsoleVisitor, round: number): Promise<string> {
  const letter = (index: number) => String.fromCharCode(97 + (Math.floor(round / 26 ** index) % 26));
  const words = `Thank you for calling, and goodbye ${letter(0)}${letter(1)}.`;
  await expect303(visitor.submit(text, text, { text: words, ready: '1' }), 'saving');
  return words;
}

/** Opens the sound of the first text that waits for approval, if there is one. */
async function listen(visitor: ConsoleVisitor): Promise<void> {
  const page = await visitor.get('/console/approvals/en');
  const [, value] = /name="text" value="([^"]+)"/.exec(page.text) ?? [];
  if (value === undefined) return;
  const begun = await visitor.send(page, '/console/approvals/en/listening', { text: value });
  if (begun.headers.location) await visitor.get(begun.headers.location);
}

/** Milliseconds between two requests for the progress of a publication, as in a browser that shows the page. */
const progressEvery = 1000;

/** Publishes the draft without approval. @throws Error when it is not live within two minutes */
export async function publish(visitor: ConsoleVisitor, round: number): Promise<void> {
  const numberOf = (html: string) => Number(/name="basedOn" value="(\d+)"/.exec(html)?.[1]);
  const before = await visitor.get('/console/publish');
  const fields = {
    ...{ comment: `Round ${round}`, noDocument: 'yes', emergencyReason: 'One person alone', warningsReason: 'Known' },
  };
  await expect303(visitor.send(before, '/console/publish', fields), 'publishing');
  for (const ends = performance.now() + 120_000; performance.now() < ends; await setTimeout(progressEvery)) {
    const page = await visitor.get('/console/publish/progress');
    if (page.headers['hx-refresh'] !== 'true') continue;
    const after = await visitor.get('/console/publish');
    if (numberOf(after.text) === numberOf(before.text)) {
      throw new Error(`Nothing was published: ${/id="publish-job"[\s\S]{0,600}/.exec(after.text)?.[0]}`);
    }
    return;
  }
  throw new Error('Nothing was published within two minutes.');
}

async function expect303(answer: ReturnType<ConsoleVisitor['get']>, what: string): Promise<void> {
  const { status, text: html } = await answer;
  if (status !== 303) throw new Error(`${what} was answered with ${status}: ${html.slice(0, 2000)}`);
}
