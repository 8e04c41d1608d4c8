import type { Group } from '../group.ts';
import { changeText, enterOffice, pages } from '../play-day.ts';
import { startLine, temporaryFolder } from '../started-line.ts';
import { median } from '../statistics.ts';
import { verdict, whole } from '../table.ts';

/** How often each page is opened; the first few times do not count. */
const rounds = { cold: 3, warm: 9 } as const;

/** Limits in milliseconds for pages that staff open often. */
const bounded = { '/console': 150, '/console/publish': 150 } as const;

/** Measures the milliseconds until a console page is completely loaded, with one change waiting to be published. */
export const measurePages: Group = async ({ sounds, promptsFolder, audioCacheFolder }) => {
  await sounds();
  await using data = await temporaryFolder();
  await using line = await startLine({ promptsFolder, audioCacheFolder, dataFolder: data.path, isConnected: false });
  await line.ready();
  await line.published();
  const visitor = await enterOffice(`http://127.0.0.1:${line.port}`, await line.signInLink());
  await changeText(visitor, 1);
  const asked = [...pages, '/console/publish', '/console/texts/en/goodbye'];
  const times = new Map<string, number[]>(asked.map((path) => [path, []]));
  let wrong = 0;
  for (let round = 0; round < rounds.cold + rounds.warm; round += 1) {
    for (const path of asked) {
      const begun = performance.now();
      const { status } = await visitor.get(path);
      if (status !== 200) wrong += 1;
      if (round >= rounds.cold) times.get(path)?.push(performance.now() - begun);
    }
  }
  const middle = (path: string) => median(times.get(path) ?? []);
  return {
    title: `Pages of the console, warm, medians of ${rounds.warm}`,
    head: ['page', 'ms', 'most ms'],
    rows: asked.map((path) => [path, whole(middle(path)), whole(Math.max(...(times.get(path) ?? [])))]),
    notes: [
      ...Object.entries(bounded).map(([path, most]) => verdict(`${path}, milliseconds`, middle(path), 'at most', most)),
      `Answers that were not 200: ${wrong}`,
    ],
  };
};
