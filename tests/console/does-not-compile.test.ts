import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cleanUp, expect, jest, test } from '#jest';

jest.setTimeout(60_000);
const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

const imports = `
import { html, type View } from '${root}/src/frame/html.ts';
import { inLanguage, shownParts } from '${root}/src/line/pages/shown-words.ts';
import { banner } from '${root}/src/frame/parts.ts';
import { goTo, show, showMessage } from '${root}/src/frame/show.ts';
import type { Texts } from '${root}/src/frame/text.ts';
import type { Translate } from '${root}/src/frame/translate.ts';
import '${root}/src/console/texts.ts';
import type { Response } from 'express';
declare const response: Response;
declare const t: Translate;
declare const role: 'viewer' | 'editor';
interface Data { readonly name: string; readonly count?: number }
const view: View<Data> = ({ name }) => html\`<p>\${name}</p>\`;
`;

/** Pairs of small pieces of a page, which differ in one thing. The right one compiles; the wrong one must not. */
const pieces: readonly (readonly [what: string, right: string, wrong: string])[] = [
  [
    'a text without its English',
    `export const texts = { title: { ja: '公開', en: 'Publish' } } as const satisfies Texts;`,
    `export const texts = { title: { ja: '公開' } } as const satisfies Texts;`,
  ],
  [
    'a text without its Japanese in a group',
    `export const texts = { done: { saved: { ja: '保存', en: { one: 'One', other: 'Many' } } } } as const satisfies Texts;`,
    `export const texts = { done: { saved: { en: { one: 'One', other: 'Many' } } } } as const satisfies Texts;`,
  ],
  [
    'an English plural without its many',
    `export const texts = { n: { ja: '一', en: { one: '1', other: 'n' } } } satisfies Texts;`,
    `export const texts = { n: { ja: '一', en: { one: '1' } } } satisfies Texts;`,
  ],
  ['an unknown text key', `t('publish.title');`, `t('publish.titel');`],
  ['a text key that is only a group', `t('publish.wrong.comment');`, `t('publish.wrong');`],
  ['a key made of a part that may be anything', `t(\`roles.\${role}\`);`, `t(\`roles.\${role as string}\`);`],
  ['a text without its value', `t('sign-in.throttled', { seconds: 9 });`, `t('sign-in.throttled');`],
  [
    'a text with a value of another name',
    `t('sign-in.throttled', { seconds: 9 });`,
    `t('sign-in.throttled', { minutes: 9 });`,
  ],
  ['a plural without its number', `t('status.failures', { count: 2 });`, `t('status.failures');`],
  [
    'a sentence for the next page that is not meant for it',
    `goTo(response, '/account', 'account.done.password');`,
    `goTo(response, '/account', 'account.title');`,
  ],
  [
    'a message without a title of its own',
    `showMessage(response, 404, 'frame.missing');`,
    `showMessage(response, 404, 'frame.skip');`,
  ],
  [
    'a field that a view lacks',
    `show(response, view, { title: 'A', name: 'b' });`,
    `show(response, view, { title: 'A' });`,
  ],
  [
    'a field that is misspelt',
    `show(response, view, { title: 'A', name: 'b', count: 1 });`,
    `show(response, view, { title: 'A', name: 'b', cuont: 1 });`,
  ],
  [
    'a field of another type',
    `show(response, view, { title: 'A', name: 'b' });`,
    `show(response, view, { title: 'A', name: 1 });`,
  ],
  [
    'a page without a title',
    `show(response, view, { title: 'A', name: 'b' });`,
    `show(response, view, { name: 'b' });`,
  ],
  [
    'an object in a page',
    `html\`\${banner({ kind: 'good', text: 'a' })}\`;`,
    `html\`\${{ kind: 'good', text: 'a' }}\`;`,
  ],
  ['nothing in a page', `html\`\${'' as string}\`;`, `html\`\${undefined}\`;`],
  [
    'a condition in a page',
    `html\`\${role === 'viewer' ? html\`a\` : ''}\`;`,
    `html\`\${role === 'viewer' && html\`a\`}\`;`,
  ],
  ['a promise in a page', `html\`\${'a'}\`;`, `html\`\${Promise.resolve('a')}\`;`],
  [
    'words of an edition in a public page without their readings as HTML',
    `html\`\${shownParts([{ text: 'a' }])}\`;`,
    `html\`\${[{ text: 'a' }]}\`;`,
  ],
  ['a text as HTML in a public page', `inLanguage('ja', 'en', html\`a\`);`, `inLanguage('ja', 'en', 'a');`],
  [
    'a text that passes for HTML',
    `const body: ReturnType<typeof html> = html\`a\`; body;`,
    `const body: ReturnType<typeof html> = 'a'; body;`,
  ],
  [
    'pieces put together outside',
    `const body: ReturnType<typeof html> = html\`\${html\`a\`}\${html\`b\`}\`; body;`,
    `const body: ReturnType<typeof html> = html\`a\` + html\`b\`; body;`,
  ],
];

test('Pages with a mistake do not compile; the same pages without it do', async () => {
  const folder = await mkdtemp(join(root, 'node_modules/.cache-wrong-pieces-'));
  cleanUp(() => rm(folder, { recursive: true, force: true }));
  const files = pieces.flatMap(([, right, wrong], index) => [
    [`right-${index}.ts`, right] as const,
    [`wrong-${index}.ts`, wrong] as const,
  ]);
  await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), `${imports}${text}\n`)));
  const compilerOptions = { noEmit: true, noUnusedLocals: false, noUnusedParameters: false };
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions,
    include: [],
    files: files.map(([name]) => name),
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = join(root, 'node_modules/.bin/tsc');
  const { stdout } = await run(compiler, ['-p', folder, '--pretty', 'false'], { cwd: folder }).catch(
    (failed: { readonly stdout: string }) => failed,
  );
  const faulty = new Set([...stdout.matchAll(/((?:right|wrong)-\d+)\.ts\(/g)].map(([, name]) => name));
  const told = pieces.map(([what], index) => [what, faulty.has(`right-${index}`), faulty.has(`wrong-${index}`)]);
  expect(told).toEqual(pieces.map(([what]) => [what, false, true]));
});
