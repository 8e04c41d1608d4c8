import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './start-line.ts';

/**
 * A fault at a start. The test either damages files of the line before the start, or simulates the fault by settings.
 */
interface StartFault {
  /** Damages the folders of a line. */
  readonly harm?: (place: Place) => Promise<unknown>;
  /** Additional settings for the process. */
  readonly settings?: (place: Place) => Readonly<Record<string, string>>;
}

const hook = join(import.meta.dirname, 'faults.cjs');

/** Settings that simulate faults in one process. @param faults an object that `faults.cjs` describes */
export const machine = (faults: object): Record<string, string> => ({
  NODE_OPTIONS: `--require ${hook}`,
  FAULTS: JSON.stringify(faults),
});

const file = (name: string, change: (text: string) => string | Uint8Array): StartFault => ({
  async harm({ prompts }) {
    const path = join(prompts, name);
    await writeFile(path, change(await readFile(path, 'utf8')));
  },
});

const insteadOf = (name: string, make: (path: string) => unknown): StartFault => ({
  async harm({ prompts }) {
    await rm(join(prompts, name));
    await make(join(prompts, name));
  },
});

const folder = (make: (path: string) => unknown): StartFault => ({
  async harm({ prompts }) {
    await rm(prompts, { recursive: true });
    await make(prompts);
  },
});

const denied = (where: (place: Place) => string, to: 'read' | 'write', code: string): StartFault => ({
  settings: (place) => machine({ deny: [{ path: where(place), to, code }] }),
});

/** Replaces the file of the disaster switch. */
const disasterFile = (make: (path: string) => unknown): StartFault => ({
  async harm({ data }) {
    const path = join(data, 'disaster.json');
    await rm(path, { force: true });
    await mkdir(data, { recursive: true });
    await make(path);
  },
});

/** The YAML comment "# 日本語" ("Japanese"), in Microsoft's Japanese encoding. */
const cp932 = Uint8Array.of(0x23, 0x20, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x0a);

const voiceless = ['@echogarden/espeak-ng-emscripten'];

/** All faults. Their names are the first column of the table in "What a start needs" of `docs/operation.md`. */
export const startFaults: Readonly<Record<string, StartFault>> = {
  nothing: {},
  'the prompts folder is not there': folder(() => {}),
  'the prompts folder is a file': folder((path) => writeFile(path, 'This is not a folder.')),
  'the prompts folder is a link that leads nowhere': folder((path) => symlink(`${path}-gone`, path)),
  'the prompts folder may not be read': denied(({ prompts }) => prompts, 'read', 'EACCES'),
  'the prompts folder is empty': folder((path) => mkdir(path)),
  'a file of words is in cp932': file('ja.yaml', (text) => Buffer.concat([Buffer.from(text), cp932])),
  'a file of words may not be read': denied(({ prompts }) => join(prompts, 'ja.yaml'), 'read', 'EACCES'),
  'a file of words is a link that leads nowhere': insteadOf('en.yaml', (path) => symlink(`${path}-gone`, path)),
  'a file of words is a pipe': insteadOf('en.yaml', (path) => execFileSync('mkfifo', [path])),
  'a file of words is larger than 2 MB': file('en.yaml', (text) => `${text}${'# more\n'.repeat(400_000)}`),
  'a file of words is missing': insteadOf('en.yaml', () => {}),
  'a file of words is empty': file('en.yaml', () => ''),
  'a file of words is no YAML': file('en.yaml', (text) => `${text}\nprompts: [`),
  'a file is in a language that `line.yaml` does not have': {
    async harm({ prompts }) {
      const text = await readFile(join(prompts, 'en.yaml'), 'utf8');
      await writeFile(join(prompts, 'fr.yaml'), text.replace(/^language: .*$/m, 'language: fr'));
    },
  },
  '`line.yaml` is missing': insteadOf('line.yaml', () => {}),
  '`line.yaml` is no YAML': file('line.yaml', (text) => `${text}\n  : {`),
  '`translations.lock.json` is torn': {
    harm: ({ prompts }) => writeFile(join(prompts, 'translations.lock.json'), '{"en": {"greet'),
  },
  'the words have an error': file('line.yaml', (text) => text.replace(/^ {4}key: "2"$/m, '    key: "1"')),
  'the audio cache is not there': { harm: ({ audio }) => rm(audio, { recursive: true, force: true }) },
  'the audio cache is a file': {
    async harm({ audio }) {
      await rm(audio, { recursive: true, force: true });
      await writeFile(audio, 'This is not a folder.');
    },
  },
  'the audio cache may not be read or written': {
    settings: ({ audio }) =>
      machine({ deny: (['read', 'write'] as const).map((to) => ({ path: audio, to, code: 'EACCES' })) }),
  },
  'the audio cache may not be written': denied(({ audio }) => audio, 'write', 'EROFS'),
  'the disk of the audio cache is full': denied(({ audio }) => audio, 'write', 'ENOSPC'),
  'the embedded voice is not installed': { settings: () => machine({ absent: voiceless }) },
  "Google's credentials are not there": {
    // Simulates a machine outside Google's cloud, whose user has never signed in to Google.
    settings: () => ({ SPEECH_ENGINE: 'google', HOME: '/nowhere', METADATA_SERVER_DETECTION: 'none' }),
  },
  '`disaster.json` is torn': disasterFile((path) => writeFile(path, '{"revision": 3, "on": {"id"')),
  "`disaster.json` is somebody else's": disasterFile((path) => writeFile(path, '{"alerts": []}')),
  '`disaster.json` is a folder': disasterFile((path) => mkdir(path)),
  '`disaster.json` is larger than 1 MB': disasterFile((path) => writeFile(path, ' '.repeat(1_100_000))),
  '`disaster.json` is not there': disasterFile(() => {}),
  'the clock says 1970': { settings: () => machine({ now: 86_400_000 }) },
  'the clock is 100 years ahead': { settings: () => machine({ now: Date.now() + 100 * 365.25 * 86_400_000 }) },
};
