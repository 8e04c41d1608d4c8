import { createLog } from '../../src/common/log.ts';
import { readConfig } from '../../src/config.ts';
import { createLineApp } from '../../src/line/line-app.ts';
import { soundsForCalls } from '../../src/office/editions/shelf-for-calls.ts';
import type { TestConsole } from './console-server.ts';
import { moments } from './moments.ts';
import { openedEdition } from './opened-edition.ts';
import { serveSounds } from './serve-sounds.ts';

/**
 * Lets the server of a console answer calls too. Callers hear the live edition of its office. The time of every call is
 * within the opening hours.
 */
export function answerCalls({ app, office }: Pick<TestConsole, 'app' | 'office'>): void {
  const { shelf, narrator } = office;
  serveSounds({ app, office });
  app.use(
    createLineApp({
      settings: readConfig({}),
      shelf: {
        get current() {
          return openedEdition(shelf.current);
        },
        find: (id) => openedEdition(shelf.find(id)),
      },
      loadEdition: () => null,
      sounds: soundsForCalls(shelf, narrator),
      narrator,
      disaster: () => null,
      clock: () => Date.parse(moments.open),
      isReady: () => true,
      office: (_request, _response, next) => next(),
      unmade() {},
      log: createLog('silent'),
    }),
  );
}
