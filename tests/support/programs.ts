import { spawnSync } from 'node:child_process';
import { test } from '#jest';

/**
 * Programs of other projects with which some tests compare the product. `probe` is a command that succeeds if the
 * program is installed. `packageName` is the package to install.
 */
const programs = {
  sox: { probe: ['sox', '--version'], packageName: 'sox' },
  ffmpeg: { probe: ['ffmpeg', '-version'], packageName: 'ffmpeg' },
  // Debian's own Python, because other Pythons do not see Debian's packages.
  'python3-twilio': {
    probe: ['/usr/bin/python3', '-c', 'import twilio.request_validator'],
    packageName: 'python3-twilio',
  },
} as const;
export type Program = keyof typeof programs;

const present = new Map<Program, boolean>();

/** Whether a program is installed on this machine. */
function has(program: Program): boolean {
  const known = present.get(program);
  if (known !== undefined) return known;
  const [command, ...args] = programs[program].probe;
  const isThere = spawnSync(command, args).status === 0;
  present.set(program, isThere);
  return isThere;
}

/**
 * A test that needs another program. If the program is missing, the test is skipped, and its title says how to install
 * the program. If `CI` is set, a skipped test fails the run (see `skipped-tests.ts`).
 */
export function testWith(program: Program, title: string, run: () => unknown, timeout?: number): void {
  if (has(program)) test(title, run as () => void, timeout);
  else test.skip(`${title} (needs ${program}: apt-get install ${programs[program].packageName})`, () => {});
}
