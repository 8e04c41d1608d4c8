import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { callsThroughMenu } from '../call-scripts.ts';
import { bundledPrompts, readPrompts } from '../draft.ts';
import { temporaryFolder } from '../started-line.ts';
import { decimal, toMarkdown, whole } from '../table.ts';
import { type Calling, startCalling } from './calling.ts';
import { scenarios } from './scenarios.ts';
import { cores, publicUrl, type Service, startService } from './service.ts';
import { signIn } from './staff.ts';

/**
 * Limits for every scenario: CPU per turn as a ratio to calm periods, p99 of the delay of timers in ms, and additional
 * memory in MB.
 */
const bounds = { cpu: 1.1, late: 20, memory: 20 } as const;

/**
 * The duration of each calm period and the minimum duration of each scenario, in milliseconds. A calm period comes
 * before and after each scenario.
 */
const [calm, lasts] = [8000, 8000];

const perSecond = 500;

interface Seen {
  readonly turns: number;
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  /** The line's processor time per turn, in milliseconds. */
  readonly cpu: number;
  readonly late: { readonly p99: number; readonly most: number };
  readonly resident: number;
}

async function watch(service: Service, calling: Calling, during: () => Promise<unknown>): Promise<Seen> {
  calling.take();
  const before = await service.used();
  await during();
  const after = await service.used();
  const tally = calling.take();
  return { ...tally, cpu: (after.cpu - before.cpu) / tally.turns, late: after.late, resident: after.resident };
}

/** Mounts a small disk for DATA_DIR, so that a scenario can fill the disk. */
async function smallDisk(folder: string): Promise<AsyncDisposable> {
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'tmpfs', folder]);
  return { [Symbol.asyncDispose]: async () => void execFileSync('umount', ['-l', folder]) };
}

/** Code of a loop that ends when this process (the rig) is gone, even if it was killed. */
const endless = 'const rig = process.ppid; for (let i = 0; i % 1e7 !== 0 || process.ppid === rig; i += 1);';

/**
 * Keeps the other core busy at low priority. The two cores are often hyper-threads of one physical core. Without this
 * load, the line would be slower whenever the other core works.
 */
function fillOtherCore(): Disposable {
  const child = spawn('taskset', ['-c', cores.others, 'nice', '-n', '19', process.execPath, '-e', endless]);
  return { [Symbol.dispose]: () => void child.kill('SIGKILL') };
}

/**
 * @param only words that select scenarios by name; empty for all scenarios
 * @param isQuick whether to publish five times instead of fifty
 * @returns whether all limits were met
 */
async function run(only: readonly string[], isQuick: boolean): Promise<boolean> {
  execFileSync('taskset', ['-apc', cores.others, String(process.pid)], { stdio: 'ignore' });
  using _filled = fillOtherCore();
  await using place = await temporaryFolder();
  const folders = {
    data: join(place.path, 'data'),
    audio: join(place.path, 'audio'),
    rig: place.path,
    prompts: bundledPrompts,
  };
  await using _disk = await smallDisk(folders.data);
  // If all scenarios are selected, or the word `speech` is given, the sounds are made from scratch. Otherwise they are
  // copied from the audio cache of the project, if there is one.
  const speaks = only.length === 0 || only.includes('speech');
  if (!speaks) await cp(resolve('audio-cache'), folders.audio, { recursive: true }).catch(() => {});
  await using service = await startService(folders);
  const scripts = callsThroughMenu((await readPrompts(bundledPrompts)).line).filter(
    ({ presses }) => !presses.includes('0'),
  );
  const calling = startCalling(service.port, publicUrl, scripts, perSecond);
  const rows: string[][] = [];
  let isHeld = true;
  /** @param calms the measurements right before and right after the scenario; none for the first start */
  const tell = (name: string, calms: readonly Seen[], seen: Seen, note: string | null) => {
    const [before] = calms;
    // The machine's speed drifts, so the mean of both calm periods is used.
    const ratio = seen.cpu / (calms.reduce((sum, { cpu }) => sum + cpu, 0) / calms.length);
    const grown = before ? seen.resident - before.resident : Number.NaN;
    const misses = [
      seen.lost.length > 0 && 'lost',
      seen.wrong.length > 0 && 'wrong',
      ratio > bounds.cpu && 'cpu',
      seen.late.p99 > bounds.late && 'late',
      grown > bounds.memory && 'memory',
    ].filter(Boolean);
    if (misses.length > 0) isHeld = false;
    const row = [
      name,
      whole(seen.turns),
      whole(seen.lost.length),
      whole(seen.wrong.length),
      decimal(ratio, 2),
      decimal(seen.late.p99),
      decimal(seen.late.most),
      decimal(grown, 0),
      misses.length > 0 ? `MISSED: ${misses.join(', ')}` : 'held',
    ];
    rows.push(row);
    process.stderr.write(`${row.join(' | ')}${note ? ` (${note})` : ''}\n`);
    for (const each of new Set([...seen.lost, ...seen.wrong])) process.stderr.write(`  ${each.slice(0, 300)}\n`);
  };
  try {
    calling.mayBeSaid = true;
    const speaking = await watch(service, calling, () => service.says(/the prompts folder is published/));
    tell(speaks ? 'the first speech is made' : 'the first start', [], speaking, null);
    calling.mayBeSaid = false;
    const staff = await signIn(service);
    const parts = { service, staff, atOnce: 1000, publications: isQuick ? 5 : 50, lasts };
    // Waits until V8 has compiled the hot code and memory use is stable.
    await wait(15_000);
    const watchCalm = () => watch(service, calling, () => wait(calm));
    let before = await watchCalm();
    for (const scenario of scenarios) {
      if (only.length > 0 && !only.some((word) => scenario.name.includes(word))) continue;
      let note: string | null = null;
      const seen = await watch(service, calling, async () => {
        const begun = performance.now();
        note = await scenario.run(parts);
        // A scenario that ends earlier is still measured for the minimum duration.
        await wait(Math.max(0, lasts - (performance.now() - begun)));
      });
      await scenario.mend?.(parts);
      await wait(2000);
      const after = await watchCalm();
      tell(scenario.name, [before, after], seen, note);
      before = after;
    }
  } finally {
    await calling.stop();
  }
  const head = ['while …', 'turns', 'lost', 'wrong', 'CPU per turn', 'late p99 ms', 'late most ms', 'memory MB', ''];
  const notes = [
    `${perSecond} turns a second; the line on one core, everything else on the other.`,
    `CPU per turn is compared with ${calm / 1000} s of calm right before and right after, memory with the calm before.`,
    `Limits: ${bounds.cpu} ×, p99 ${bounds.late} ms, ${bounds.memory} MB, nothing lost, nothing wrong.`,
  ];
  process.stdout.write(`${toMarkdown({ title: 'What holds a call up', head, rows, notes })}\n`);
  return isHeld;
}

const words = process.argv.slice(2);
const only = words.filter((word) => word !== '--quick');
const known = ['speech', ...scenarios.map(({ name }) => name)];
const unknown = only.filter((word) => !known.some((name) => name.includes(word)));
if (unknown.length > 0) {
  console.error(`No scenario has "${unknown.join('", "')}" in its name; there are: ${known.join(', ')}.`);
  process.exit(2);
}
process.exitCode = (await run(only, words.includes('--quick'))) ? 0 : 1;
