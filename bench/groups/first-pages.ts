import { join } from 'node:path';
import type { Group } from '../group.ts';
import { enterOffice, pages } from '../play-day.ts';
import { startLine, temporaryFolder } from '../started-line.ts';
import { pagesTable, pagesVerdicts, timePages } from './pages.ts';

/** Measures console pages of a new line during its first speech synthesis, which keeps every core busy. */
export const measureFirstPages: Group = async ({ promptsFolder }) => {
  await using place = await temporaryFolder();
  const folders = { audioCacheFolder: join(place.path, 'audio'), dataFolder: join(place.path, 'data') };
  await using line = await startLine({ promptsFolder, ...folders, isConnected: false });
  const address = `http://127.0.0.1:${line.port}`;
  const visitor = await enterOffice(address, await line.signInLink());
  const times = await timePages(visitor, [...pages, '/console/texts/en/goodbye']);
  const isSpeaking = (await fetch(`${address}/readyz`)).status === 503;
  return {
    title: 'Pages of the console, warm, while the first speech is made',
    ...pagesTable(times),
    notes: [
      isSpeaking
        ? 'Speech was made until after the last page.'
        : 'MISSED: the speech was finished before the last page.',
      ...pagesVerdicts(times),
    ],
  };
};
