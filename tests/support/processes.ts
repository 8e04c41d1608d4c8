import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A running process. A zombie, which has ended and waits for its parent, does not count. */
interface LivingProcess {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** All running processes of this machine, listed by `ps`, which works the same way on Linux and macOS. */
function livingProcesses(): LivingProcess[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'stat=', '-o', 'args='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return list.split('\n').flatMap((row): LivingProcess[] => {
    const [, id, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(row) ?? [];
    return command === undefined || state?.startsWith('Z') ? [] : [{ id: Number(id), parent: Number(parent), command }];
  });
}

/** A process, followed by its children, their children and so on. */
export function familyOf(server: number): LivingProcess[] {
  const all = livingProcesses();
  const family = all.filter(({ id }) => id === server);
  for (const { id } of family) family.push(...all.filter(({ parent }) => parent === id));
  return family;
}

/** The process of a server's embedded voice; undefined if there is none. */
export const voiceOf = (server: number): LivingProcess | undefined =>
  familyOf(server).find(({ command }) => command.includes('espeak-child'));

/** The office process of a line; undefined if there is none. */
export const officeOf = (server: number): LivingProcess | undefined =>
  familyOf(server).find(({ command }) => /src\/main\.ts office\b/.test(command));

/** Whether a process is running. */
export const lives = (id: number): boolean => livingProcesses().some((each) => each.id === id);

/**
 * Milliseconds for which the main thread of a process was ready to run, but other programs were using the processors.
 * Null if the process has ended, or on a system other than Linux.
 */
export function waitedForProcessor(id: number): number | null {
  try {
    return Number(readFileSync(`/proc/${id}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return null;
  }
}
