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

/** The room a file lives in: `src/call`, `src/adapters/google`, or `src` for the files at the top. */
function roomOf(name: string): string {
  const [, first = '', second = ''] = name.split('/');
  if (first.endsWith('.ts')) return 'src';
  return first === 'adapters' ? `src/adapters/${second}` : `src/${first}`;
}

/** What every room may know. */
const common = [
  'src/canonical-json.ts',
  'src/errors.ts',
  'src/normalise.ts',
  'src/recent-map.ts',
  'src/stopwatch.ts',
  'src/window-store.ts',
];

/** From a room, the rooms it may know, besides itself and what is common. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/call': [],
  'src/prompts': ['src/call'],
  'src/sound': [],
  'src/edition': ['src/call', 'src/sound'],
  'src/speech': ['src/call', 'src/edition', 'src/prompts', 'src/sound'],
  'src/drafts': ['src/call', 'src/prompts', 'src/staff'],
  'src/editions': [
    'src/call',
    'src/drafts',
    'src/line',
    'src/prompts',
    'src/edition',
    'src/sound',
    'src/speech',
    'src/staff',
  ],
  'src/sheets': ['src/call', 'src/drafts', 'src/editions', 'src/prompts', 'src/edition', 'src/sound', 'src/speech'],
  'src/line': ['src/call', 'src/edition', 'src/sound'],
  'src/rehearsal': [
    'src/call',
    'src/disaster',
    'src/drafts',
    'src/editions',
    'src/prompts',
    'src/edition',
    'src/sound',
    'src/speech',
    'src/staff',
    'src/line',
  ],
  'src/adapters/files': ['src/prompts', 'src/sound', 'src/speech'],
  'src/adapters/control': ['src/disaster'],
  'src/adapters/espeak': ['src/call', 'src/edition', 'src/sound', 'src/speech'],
  'src/adapters/google': ['src/call', 'src/edition', 'src/sound', 'src/speech'],
  'src/staff': [],
  'src/adapters/database': ['src/drafts', 'src/editions', 'src/prompts', 'src/rehearsal', 'src/staff'],
  'src/crawl': ['src/call', 'src/editions', 'src/line', 'src/prompts', 'src/edition', 'src/sound', 'src/speech'],
  'src/leaflet': ['src/call', 'src/editions', 'src/prompts', 'src/staff'],
  'src/disaster': ['src/call', 'src/editions', 'src/prompts', 'src/edition', 'src/sound', 'src/speech', 'src/staff'],
  'src/adapters/console': [
    'src/leaflet',
    'src/crawl',
    'src/disaster',
    'src/call',
    'src/prompts',
    'src/edition',
    'src/sound',
    'src/speech',
    'src/editions',
    'src/staff',
    'src/drafts',
    'src/rehearsal',
    'src/sheets',
    'src/line',
  ],
};
const free = ['src', 'src/cli'];

describe('Arrows', () => {
  test('every room is known', () => {
    const rooms = new Set(sources.map(roomOf));
    expect([...rooms].filter((room) => !(room in arrows) && !free.includes(room))).toEqual([]);
  });

  test('go only where the map draws them', () => {
    const wrong = local.filter(({ from, to }) => {
      const [room, target] = [roomOf(from), roomOf(to)];
      if (room === target || free.includes(room) || common.includes(to)) return false;
      return !arrows[room]?.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  test('nothing but src/context.ts, src/open-office.ts, src/open-disaster.ts, src/crawl-line.ts, src/office-router.ts and the command line names a concrete adapter', () => {
    const wrong = local.filter(
      ({ from, to }) =>
        roomOf(from) === 'src' &&
        roomOf(to).startsWith('src/adapters') &&
        !/^src\/(context|office-router|crawl-line|open-office|open-disaster)\.ts$/.test(from),
    );
    expect(wrong).toEqual([]);
  });

  test('the line loads nothing of the office: no words, no rules, no speech, no database, no console', () => {
    const loaded = new Set<string>();
    const packages = new Set<string>();
    const load = (name: string) => {
      if (loaded.has(name)) return;
      loaded.add(name);
      for (const [statement = '', what = ''] of textOf(name).matchAll(/(?:import|export)\b[^'";]*?from\s*'([^']+)'/g)) {
        if (/^(?:import|export) type\b/.test(statement)) continue;
        if (what.startsWith('.')) load(relative(root, resolve(root, dirname(name), what)));
        else packages.add(what);
      }
    };
    load('src/run-line.ts');
    const rooms = new Set([...loaded].map(roomOf));
    expect([...rooms].toSorted()).toEqual(['src', 'src/call', 'src/edition', 'src/line', 'src/sound']);
    const vendors = [...packages].filter((name) => !name.startsWith('node:')).toSorted();
    expect(vendors).toEqual([
      'express',
      'express-rate-limit',
      'helmet',
      'pino',
      'twilio/lib/webhooks/webhooks.js',
      'write-file-atomic',
    ]);
  });

  test('no file depends on itself through others', () => {
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

  test('Twilio’s package is named only where its webhooks are answered, and where a call of ours pretends to be one', () =>
    fence(/^twilio/, /^src\/(line\/twilio\/|crawl\/loopback-telephone\.ts$)/));
  test('i18next is named only where prompts are resolved, and in the console’s own words', () =>
    fence(/^i18next/, /^src\/(prompts\/|adapters\/console\/texts\/)/));
  test('pages are written by Eta only in the console', () => fence(/^eta$/, /^src\/adapters\/console\//));
  test('the embedded voice is imported only by its own process', () =>
    fence(/^@echogarden/, /^src\/adapters\/espeak\/espeak-child\.ts$/));
  test('Google’s packages are named only in its adapter', () =>
    fence(/^@google-cloud|^google-(gax|auth-library)/, /^src\/adapters\/google\//));
  test('SQL is spoken only in the database’s adapter, and SQLite only in its thread', () => {
    fence(/^kysely/, /^src\/adapters\/database\//);
    fence(/^node:sqlite/, /^src\/adapters\/database\/worker\.ts$/);
  });
  test('files are touched only where they are kept, by the command line, and by what serves a folder', () =>
    fence(
      /^node:fs|^write-file-atomic/,
      /^src\/(adapters\/(files\/|database\/worker\.ts$|console\/assets-router\.ts$)|cli\/|edition\/(edition-folder|shared-file)\.ts$|line\/follow-file\.ts$|start-server\.ts$|sound\/file-audio-store\.ts$)/,
    ));
  test('HTTP is spoken only at the edge', () =>
    fence(
      /^express|^helmet|^node:http/,
      /^src\/(line\/|adapters\/(console|control)\/|crawl\/loopback-telephone\.ts$|(app|office-app|office-router|crawl-line|lazy-router|listen|start-server)\.ts)/,
    ));

  test('the environment is read only in src/main.ts and the command line', () => {
    const readers = sources.filter((name) => withoutComments(textOf(name)).includes('process.env'));
    expect(readers.filter((name) => name !== 'src/main.ts' && !name.startsWith('src/cli/'))).toEqual([]);
  });

  test('words of Twilio’s occur only there', () => {
    const words = /\b(Digits|CallSid|DialCallStatus|DialBridged|AccountSid)\b/;
    expect(
      sources.filter(
        (name) =>
          words.test(withoutComments(textOf(name))) &&
          !/^src\/(line\/twilio\/|crawl\/loopback-telephone\.ts|log\.ts)/.test(name),
      ),
    ).toEqual([]);
  });

  test('the dialogue core has no clock, no chance, no I/O and waits for nothing', () => {
    const forbidden =
      /\b(Date|Math\.random|process|fetch|await|async|Promise|setTimeout|console|Temporal\.Now|require)\b/;
    const core = sources.filter((name) => name.startsWith('src/call/'));
    expect(core.length).toBeGreaterThan(15);
    expect(core.filter((name) => forbidden.test(withoutComments(textOf(name))))).toEqual([]);
    expect(vendor.filter(({ from }) => from.startsWith('src/call/'))).toEqual([]);
  });
});

describe('Habits', () => {
  test('no source file is longer than 200 lines, and half of them have at most 60', () => {
    const lengths = sources.map((name) => ({ name, lines: textOf(name).split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 200)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
  });

  test('no escapes from the type checker, no leftovers, no printing outside the command line', () => {
    const escapes = /\bas any\b|: any\b|@ts-(ignore|expect-error|nocheck)|\bTODO\b|\bFIXME\b|export default/;
    expect(sources.filter((name) => escapes.test(textOf(name)))).toEqual([]);
    expect(sources.filter((name) => textOf(name).includes('console.log') && !name.startsWith('src/cli/'))).toEqual([]);
  });

  test('texts are brought into a normal form only where that is bounded', () => {
    const own = (name: string) => withoutComments(textOf(name)).includes('.normalize(');
    expect(sources.filter(own)).toEqual(['src/normalise.ts']);
  });

  test('no module is mocked, no test is skipped or left alone', () => {
    const tests = filesIn('tests', ['.ts']).filter((name) => !name.endsWith('architecture.test.ts'));
    const shortcuts = /jest\.(mock|unstable_mockModule)|\b(test|it|describe)\.(only|todo)\b|\bx(it|describe)\(/;
    expect(tests.filter((name) => shortcuts.test(textOf(name)))).toEqual([]);
  });

  test('telephone numbers stand only in prompts/ and docs/', () => {
    const real = ['facts', 'destinations'].flatMap(() =>
      [...textOf('prompts/line.yaml').matchAll(/value: "(0\d[\d-]{6,})"|number: "(\+81\d+)"/g)].map(
        ([, a, b]) => a ?? b ?? '',
      ),
    );
    expect(real.length).toBeGreaterThan(3);
    const files = [...filesIn('src', ['']), ...filesIn('tests', [''])].filter((name) => /\.\w+$/.test(name));
    const digits = (text: string) => text.replaceAll('-', '');
    const wrong = files.filter((name) => real.some((number) => digits(textOf(name)).includes(digits(number))));
    expect(wrong).toEqual([]);
  });
});
