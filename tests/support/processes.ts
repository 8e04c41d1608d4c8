import { execFileSync } from 'node:child_process';

/** A process that lives: one that has ended and waits to be collected does not count. */
interface LivingProcess {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process that lives on this machine, as `ps` tells on Linux and macOS alike. */
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

/** A process and all that it has started, and those have, in that order. */
export function familyOf(server: number): LivingProcess[] {
  const all = livingProcesses();
  const family = all.filter(({ id }) => id === server);
  for (const { id } of family) family.push(...all.filter(({ parent }) => parent === id));
  return family;
}

/** The process in which the embedded voice of a server speaks, or undefined while there is none. */
export const voiceOf = (server: number): LivingProcess | undefined =>
  familyOf(server).find(({ command }) => command.includes('espeak-child'));

/** The office beside a line, or undefined while there is none. */
export const officeOf = (server: number): LivingProcess | undefined =>
  familyOf(server).find(({ command }) => /src\/main\.ts office\b/.test(command));

/** Whether a process lives. */
export const lives = (id: number): boolean => livingProcesses().some((each) => each.id === id);
