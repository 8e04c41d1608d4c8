import { Session } from 'node:inspector/promises';
import { cleanUp } from '#jest';

/**
 * Counts how often functions of the product are called. A generator or an async function counts again each time it
 * resumes.
 * @returns a function that returns the counts since its last call. The keys are file and name, such as
 * `src/call/walk.ts walk`
 */
export async function countCalls(): Promise<() => Promise<ReadonlyMap<string, number>>> {
  const session = new Session();
  session.connect();
  cleanUp(() => session.disconnect());
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const calls = result.flatMap(({ url, functions }) => {
      const [, file] = /\/(src\/[^?]+)/.exec(url) ?? [];
      if (!file) return [];
      return functions.map(
        ({ functionName, ranges: [whole] }) => [`${file} ${functionName}`, whole?.count ?? 0] as const,
      );
    });
    return new Map(calls.filter(([, count]) => count > 0));
  };
}
