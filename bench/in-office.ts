import type { ConsoleVisitor } from '../tests/support/console-visitor.ts';
import type { GroupParts } from './group.ts';
import { enterOffice } from './play-day.ts';
import { type StartedLine, startLine, temporaryFolder } from './started-line.ts';

/** Starts a new line whose sounds all exist, does some work as its administrator, and stops the line. */
export async function inOffice<Result>(
  { sounds, promptsFolder, audioCacheFolder }: GroupParts,
  work: (visitor: ConsoleVisitor, line: StartedLine, dataFolder: string) => Promise<Result>,
): Promise<Result> {
  await sounds();
  await using data = await temporaryFolder();
  await using line = await startLine({ promptsFolder, audioCacheFolder, dataFolder: data.path, isConnected: false });
  await line.ready();
  await line.published();
  const visitor = await enterOffice(`http://127.0.0.1:${line.port}`, await line.signInLink());
  return await work(visitor, line, data.path);
}
