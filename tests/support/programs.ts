import { spawnSync } from 'node:child_process';
import { test } from '#jest';

/** Other people's programs that some tests compare the product with: how each is looked for, and what brings it. */
const programs = {
  sox: { look: ['sox', '--version'], packages: 'sox' },
  ffmpeg: { look: ['ffmpeg', '-version'], packages: 'ffmpeg' },
  // Debian's own Python, because its packages are not seen by others.
  'python3-twilio': {
    look: ['/usr/bin/python3', '-c', 'import twilio.request_validator'],
    packages: 'python3-twilio',
  },
} as const;
export type Program = keyof typeof programs;

const present = new Map<Program, boolean>();

/** Whether a program is on this machine. */
function has(program: Program): boolean {
  const known = present.get(program);
  if (known !== undefined) return known;
  const [command, ...args] = programs[program].look;
  const isThere = spawnSync(command, args).status === 0;
  present.set(program, isThere);
  return isThere;
}

/**
 * A test that needs another program. Where the program is missing the test is skipped, and its title says what brings the
 * program. With `CI` set, a skipped test fails the run: see `skipped-tests.ts`.
 */
export function testWith(program: Program, title: string, run: () => unknown, timeout?: number): void {
  if (has(program)) test(title, run as () => void, timeout);
  else test.skip(`${title} (needs ${program}: apt-get install ${programs[program].packages})`, () => {});
}
