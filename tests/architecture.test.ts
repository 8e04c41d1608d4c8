import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '#jest';

const root = resolve(import.meta.dirname, '..');
const filesIn = (folder: string, endings: readonly string[]) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => endings.some((ending) => name.endsWith(ending)));
const sources = filesIn('src', ['.ts']).filter((name) => !name.endsWith('.d.ts'));
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

interface Import {
  readonly from: string;
  readonly what: string;
}

const imports: Import[] = sources.flatMap((from) =>
  [
    ...textOf(from).matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].map(([, a, b, c]) => ({ from, what: a ?? b ?? c ?? '' })),
);
const local = imports.flatMap(({ from, what }) =>
  what.startsWith('.') ? [{ from, to: relative(root, resolve(root, dirname(from), what)) }] : [],
);
const vendor = imports.filter(({ what }) => !what.startsWith('.'));

/**
 * The room of a file, such as `src/call`, `src/office/drafts` or `src/speech/engines/google`. The room of the files at
 * the top is `src`.
 */
function roomOf(name: string): string {
  const folders = name.split('/').slice(1, -1);
  const deep = folders[0] === 'office' ? 2 : folders[0] === 'speech' && folders[1] === 'engines' ? 3 : 1;
  return ['src', ...folders.slice(0, deep)].join('/');
}

/** For each room, the rooms from which it may import, besides itself and `src/common`. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/common': [],
  'src/call': [],
  'src/sound': [],
  'src/http': ['src/edition', 'src/sound'],
  'src/edition': ['src/call', 'src/sound'],
  'src/line': ['src/alerts', 'src/call', 'src/edition', 'src/http', 'src/sound'],
  'src/alerts': [],
  'src/operation': ['src/call', 'src/edition'],
  'src/words': ['src/call'],
  'src/speech': ['src/call', 'src/edition', 'src/words', 'src/sound'],
  'src/speech/engines/espeak': ['src/call', 'src/edition', 'src/sound', 'src/speech'],
  'src/speech/engines/google': ['src/call', 'src/edition', 'src/sound', 'src/speech'],
  'src/office/staff': [],
  'src/office/files': [],
  'src/office/drafts': ['src/call', 'src/words', 'src/office/staff'],
  'src/office/editions': [
    'src/call',
    'src/edition',
    'src/office/drafts',
    'src/office/staff',
    'src/sound',
    'src/speech',
    'src/words',
  ],
  'src/office/disaster': [
    'src/call',
    'src/edition',
    'src/office/editions',
    'src/office/staff',
    'src/sound',
    'src/speech',
    'src/words',
  ],
  'src/office/control': ['src/office/disaster'],
  'src/office/readings': ['src/office/drafts', 'src/words'],
  'src/office/line-status': ['src/alerts', 'src/office/staff', 'src/operation'],
  'src/office/leaflet': ['src/call', 'src/office/editions', 'src/office/staff', 'src/words'],
  'src/office/sheets': [
    'src/call',
    'src/edition',
    'src/office/drafts',
    'src/office/editions',
    'src/office/staff',
    'src/sound',
    'src/speech',
    'src/words',
  ],
  'src/office/crawl': [
    'src/call',
    'src/edition',
    'src/line',
    'src/office/editions',
    'src/sound',
    'src/speech',
    'src/words',
  ],
  'src/office/rehearsal': [
    'src/call',
    'src/edition',
    'src/office/disaster',
    'src/office/drafts',
    'src/office/editions',
    'src/office/staff',
    'src/sound',
    'src/speech',
    'src/words',
  ],
  'src/database': [
    'src/call',
    'src/office/disaster',
    'src/office/drafts',
    'src/office/editions',
    'src/office/rehearsal',
    'src/office/staff',
    'src/words',
  ],
  'src/frame': ['src/office/staff'],
  'src/naming': ['src/call', 'src/edition', 'src/frame', 'src/office/drafts', 'src/words'],
  'src/console': [
    'src/call',
    'src/edition',
    'src/frame',
    'src/naming',
    'src/operation',
    'src/office/crawl',
    'src/office/disaster',
    'src/office/drafts',
    'src/office/editions',
    'src/office/leaflet',
    'src/office/line-status',
    'src/office/readings',
    'src/office/rehearsal',
    'src/office/sheets',
    'src/office/staff',
    'src/sound',
    'src/speech',
    'src/words',
  ],
};
/** The rooms that put the others together: the files at the top, the files of the office itself, and the commands. */
const free = ['src', 'src/office', 'src/cli'];

describe('Arrows', () => {
  test('there is a row for every room', () => {
    const rooms = new Set(sources.map(roomOf));
    expect([...rooms].filter((room) => !(room in arrows) && !free.includes(room))).toEqual([]);
  });

  test('go only where the map draws them', () => {
    const wrong = local.filter(({ from, to }) => {
      const [room, target] = [roomOf(from), roomOf(to)];
      if (room === target || free.includes(room) || target === 'src/common' || to === 'src/config.ts') return false;
      return !arrows[room]?.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  test('of the line, other rooms import only the application, and only for crawls', () => {
    const known = local.filter(({ from, to }) => !/^src\/(line\/|main\.ts)/.test(from) && to.startsWith('src/line/'));
    expect(known).toEqual([{ from: 'src/office/crawl/crawl-line.ts', to: 'src/line/line-app.ts' }]);
  });

  test('the frame names no text of a page', () => {
    const own = ['frame', 'kept', 'roles', 'sign-in'];
    const named = sources.flatMap((name) =>
      name.startsWith('src/frame/')
        ? [...textOf(name).matchAll(/\bt\(\s*['`]([a-z-]+)\./g)].map(([, group = '']) => group)
        : [],
    );
    expect([...new Set(named)].toSorted()).toEqual(own);
  });

  test('the frame names no page', () => {
    const pages = readdirSync(join(root, 'src/console'), { withFileTypes: true }).flatMap((each) =>
      each.isDirectory() && each.name !== 'sign-in' ? [each.name] : [],
    );
    const page = new RegExp(`['"\`](?:/console)?/(?:${pages.join('|')})\\b|\\^\\\\/(?:${pages.join('|')})\\b`);
    const inFrame = filesIn('src/frame', ['.ts', '.js']).filter((name) => !name.endsWith('texts.ts'));
    expect(inFrame.flatMap((name) => page.exec(withoutComments(textOf(name)))?.[0] ?? [])).toEqual([]);
  });

  test('no folders beside each other import each other, not even through others', () => {
    const known = new Map<string, Set<string>>();
    for (const { from, to } of local) {
      const [folders, targets] = [dirname(from).split('/'), dirname(to).split('/')];
      const apart = folders.findIndex((each, index) => each !== targets[index]);
      if (free.includes(roomOf(from)) || apart < 0 || apart >= targets.length) continue;
      const [folder, target] = [folders, targets].map((each) => each.slice(0, apart + 1).join('/'));
      if (folder && target) known.set(folder, (known.get(folder) ?? new Set()).add(target));
    }
    expect(known.size).toBeGreaterThan(50);
    const reached = (folder: string, seen = new Set<string>()): Set<string> => {
      for (const next of known.get(folder) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
      return seen;
    };
    expect([...known.keys()].filter((folder) => reached(folder).has(folder))).toEqual([]);
  });

  test('a subject of the database imports no file that joins subjects', () => {
    const isSubject = (name: string) => /^src\/database\/[^/]+\//.test(name);
    const inDatabase = local.filter(({ from }) => roomOf(from) === 'src/database');
    const joins = new Set(inDatabase.flatMap(({ from, to }) => (!isSubject(from) && isSubject(to) ? [from] : [])));
    expect([...joins]).toContain('src/database/open-database.ts');
    expect(inDatabase.filter(({ from, to }) => isSubject(from) && joins.has(to))).toEqual([]);
  });

  test('of the files of office/ itself, only the composition names the database, the pages and the voices', () => {
    const composed = local.filter(
      ({ from, to }) => roomOf(from) === 'src/office' && /^src\/(database|console|speech\/engines)\//.test(to),
    );
    expect([...new Set(composed.map(({ from, to }) => `${from} ${to.split('/')[1]}`))].toSorted()).toEqual([
      'src/office/lost-database.ts database',
      'src/office/office-router.ts console',
      'src/office/open-engine.ts speech',
      'src/office/open-office.ts database',
      'src/office/watch-office.ts database',
    ]);
  });

  test('no folder of src/ has more than a third of the code', () => {
    const lines = (names: readonly string[]) => names.reduce((sum, name) => sum + textOf(name).split('\n').length, 0);
    const rooms = Map.groupBy(sources, (name) => name.split('/')[1]);
    const most = Math.max(...[...rooms.values()].map(lines));
    expect(most / lines(sources)).toBeLessThan(1 / 3);
  });

  test('the files at the top of src/ name neither the database nor the pages nor the voices', () => {
    const wrong = local.filter(
      ({ from, to }) => roomOf(from) === 'src' && /^src\/(database|console|speech\/engines)\//.test(to),
    );
    expect(wrong).toEqual([]);
  });

  test('the line imports, even through other files, only the listed rooms and packages', () => {
    const loaded = new Set<string>();
    const packages = new Set<string>();
    const load = (name: string) => {
      if (loaded.has(name)) return;
      loaded.add(name);
      const statements = /(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;
      for (const [statement, atOnce, later] of textOf(name).matchAll(statements)) {
        const what = atOnce ?? later ?? '';
        if (/^(?:import|export) type\b/.test(statement)) continue;
        if (what.startsWith('.')) load(relative(root, resolve(root, dirname(name), what)));
        else packages.add(what);
      }
    };
    load('src/line/run-line.ts');
    const rooms = new Set([...loaded].map(roomOf));
    expect([...rooms].toSorted()).toEqual([
      'src/alerts',
      'src/call',
      'src/common',
      'src/edition',
      'src/http',
      'src/line',
      'src/sound',
    ]);
    const vendors = [...packages].filter((name) => !name.startsWith('node:')).toSorted();
    expect(vendors).toEqual([
      'express',
      'express-rate-limit',
      'helmet',
      'hono/html',
      'nodemailer',
      'pino',
      'twilio/lib/webhooks/webhooks.js',
      'write-file-atomic',
    ]);
  });

  test('no file imports itself through others', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of local) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const visit = (name: string, path: readonly string[]): void => {
      if (path.includes(name)) throw new Error(`A circle: ${[...path.slice(path.indexOf(name)), name].join(' → ')}`);
      if (done.has(name)) return;
      for (const each of next.get(name) ?? []) visit(each, [...path, name]);
      done.add(name);
    };
    for (const name of sources) visit(name, []);
  });
});

describe('Fences', () => {
  const fence = (what: RegExp, where: RegExp) =>
    expect(vendor.filter(({ from, what: name }) => what.test(name) && !where.test(from))).toEqual([]);

  test('Twilio’s package is imported only where its webhooks are answered, its API is used, or a crawl imitates it', () =>
    fence(/^twilio/, /^src\/(line\/twilio\/|operation\/|office\/crawl\/loopback-telephone\.ts$)/));
  test('i18next is imported only by the prompts, and by the console’s own texts', () =>
    fence(/^i18next/, /^src\/(words\/|frame\/translate\.ts$)/));
  test('the HTML library is imported by one function alone', () => fence(/^hono/, /^src\/common\/html\.ts$/));
  test('the embedded voice is imported only by its own process', () =>
    fence(/^@echogarden/, /^src\/speech\/engines\/espeak\/espeak-child\.ts$/));
  test('the Japanese dictionary is loaded only by its own process', () =>
    fence(/^lindera/, /^src\/office\/readings\/dictionary-process\.ts$/));
  test('Google’s packages are imported only by its engine', () =>
    fence(/^@google-cloud|^google-(gax|auth-library)/, /^src\/speech\/engines\/google\//));
  test('SQL is used only in database/, and SQLite only by its thread and by the files that check, read or copy the database', () => {
    fence(/^kysely/, /^src\/database\//);
    fence(/^node:sqlite/, /^src\/database\/(?:worker|check-database|open-for-reading|back-up)\.ts$/);
  });
  test('files are read and written only by the listed modules', () =>
    fence(
      /^node:fs|^write-file-atomic/,
      /^src\/(office\/(files\/|(start-office|lost-database)\.ts$)|words\/prompt-files\.ts$|database\/(?:worker|check-database|back-up)\.ts$|frame\/assets-router\.ts$|cli\/|edition\/(edition-folder|shared-file)\.ts$|operation\/check-disk\.ts$|line\/(follow-file|pages\/style)\.ts$|sound\/file-audio-store\.ts$)/,
    ));
  test('HTTP is used only by the listed modules', () =>
    fence(
      /^express|^helmet|^node:http/,
      /^src\/(http\/|line\/|frame\/|console\/|office\/(control\/|crawl\/(loopback-telephone|crawl-line)\.ts$|(office-app|office-router|start-office)\.ts$))/,
    ));

  test('the environment is read only in src/main.ts and the command line', () => {
    const readers = sources.filter((name) => withoutComments(textOf(name)).includes('process.env'));
    expect(readers.filter((name) => name !== 'src/main.ts' && !name.startsWith('src/cli/'))).toEqual([]);
  });

  test('names of Twilio’s parameters occur only in the code for Twilio, and in the log that hides them', () => {
    const words = /\b(Digits|CallSid|DialCallStatus|DialBridged|AccountSid)\b/;
    expect(
      sources.filter(
        (name) =>
          words.test(withoutComments(textOf(name))) &&
          !/^src\/(line\/twilio\/|operation\/|office\/crawl\/loopback-telephone\.ts|common\/log\.ts)/.test(name),
      ),
    ).toEqual([]);
  });

  test('the room call/ has no clock, no randomness, no I/O and no waiting', () => {
    const forbidden =
      /\b(Date|Math\.random|process|fetch|await|async|Promise|setTimeout|console|Temporal\.Now|require)\b/;
    const core = sources.filter((name) => name.startsWith('src/call/'));
    expect(core.length).toBeGreaterThan(15);
    expect(core.filter((name) => forbidden.test(withoutComments(textOf(name))))).toEqual([]);
    expect(vendor.filter(({ from }) => from.startsWith('src/call/'))).toEqual([]);
  });
});

describe('Habits', () => {
  test('no source file is longer than 250 lines, and half of them have at most 80', () => {
    const lengths = filesIn('src', ['']).flatMap((name) =>
      /\.\w+$/.test(name) && !name.endsWith('README.md') ? [{ name, lines: textOf(name).split('\n').length - 1 }] : [],
    );
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
    const sorted = lengths.flatMap(({ name, lines }) => (sources.includes(name) ? [lines] : [])).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  test('there are no escapes from the type checker, no leftovers, and no printing outside the command line', () => {
    const escapes = /\bas any\b|: any\b|@ts-(ignore|expect-error|nocheck)|\bTODO\b|\bFIXME\b|export default/;
    expect(sources.filter((name) => escapes.test(textOf(name)))).toEqual([]);
    expect(sources.filter((name) => textOf(name).includes('console.log') && !name.startsWith('src/cli/'))).toEqual([]);
  });

  test('every function that is called show… answers a request', () => {
    expect(sources.filter((name) => /\/show-[^/]*$/.test(name))).toEqual([]);
    const called = sources.flatMap((name) =>
      [...textOf(name).matchAll(/(?:function|const) (show[A-Z]\w*)[\s\S]{0,200}/g)].map(([begin, what]) => ({
        what: `${name} ${what}`,
        answers: /response: Response\b|RequestHandler\b/.test(begin),
      })),
    );
    expect(called.length).toBeGreaterThan(20);
    expect(called.filter(({ answers }) => !answers)).toEqual([]);
  });

  test('pages read forms through the frame, except if a form is the query of an address, or may lack fields', () => {
    const own = (name: string) => name.startsWith('src/console/') && /\bformOf\(/.test(textOf(name));
    expect(sources.filter(own)).toEqual([
      'src/console/languages/language-form.ts',
      'src/console/rehearsal/calls-route.ts',
      'src/console/rehearsal/problems-route.ts',
      'src/console/sign-in/route.ts',
    ]);
  });

  test('texts are normalised only by the function that limits the work', () => {
    const own = (name: string) => withoutComments(textOf(name)).includes('.normalize(');
    expect(sources.filter(own)).toEqual(['src/common/normalise.ts']);
  });

  test('no module is mocked, no test runs alone, and none is skipped except for a missing program', () => {
    const tests = filesIn('tests', ['.ts']).filter((name) => !name.endsWith('architecture.test.ts'));
    const shortcuts =
      /jest\.(mock|unstable_mockModule)|\b(test|it|describe)\.(only|todo|skip)\b|\bx(it|test|describe)\(/;
    // These files skip tests that need a missing program. The end of a run lists such tests.
    expect(tests.filter((name) => shortcuts.test(textOf(name))).toSorted()).toEqual([
      'tests/process/guard.test.ts',
      'tests/support/jest.ts',
      'tests/support/programs.ts',
    ]);
  });

  test('no telephone number of prompts/ occurs in src/ or tests/', () => {
    const found = [...textOf('prompts/line.yaml').matchAll(/value: "(0\d[\d-]{6,})"|number: "(\+81\d+)"/g)];
    const [facts, dials] = [1, 2].map((group) => found.flatMap((each) => each[group] ?? [])) as [string[], string[]];
    expect(Math.min(facts.length, dials.length)).toBeGreaterThan(1);
    const real = [...facts, ...dials];
    const files = [...filesIn('src', ['']), ...filesIn('tests', [''])].filter((name) => /\.\w+$/.test(name));
    const digits = (text: string) => text.replaceAll('-', '');
    const wrong = files.filter((name) => real.some((number) => digits(textOf(name)).includes(digits(number))));
    expect(wrong).toEqual([]);
  });
});
