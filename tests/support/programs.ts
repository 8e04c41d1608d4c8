import { spawnSync } from 'node:child_process';
import { test } from '#jest';

/** Independent programs with which some tests compare the product: a command that succeeds if it is there, and its package. */
const programs = {
  sox: { look: ['sox', '--version'], packages: 'sox' },
  ffmpeg: { look: ['ffmpeg', '-version'], packages: 'ffmpeg' },
  // Debian's own Python, because other Pythons do not see Debian's packages.
  'python3-twilio': {
    look: ['/usr/bin/python3', '-c', 'import twilio.request_validator'],
    packages: 'python3-twilio',
  },
} as const;
export type Program = keyof typeof programs;

const present = new Map<Program, boolean>();

/** Whether a program is installed on this machine. */
function has(program: Program): boolean {
  const known = present.get(program);
  if (known !== undefined) return known;
  const [command, ...args] = programs[program].look;
  const isThere = spawnSync(command, args).status === 0;
  present.set(program, isThere);
  return isThere;
}

/**
 * A test that needs another program. If the program is missing, the test is skipped, and its title says how to install the
 * program. If `CI` is set, a skipped test fails the run: see `skipped-tests.ts`.
 */
export function testWith(program: Program, title: string, run: () => unknown, timeout?: number): void {
  if (has(program)) test(title, run as () => void, timeout);
  else test.skip(`${title} (needs ${program}: apt-get install ${programs[program].packages})`, () => {});
}
