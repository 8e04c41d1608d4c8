import { createLog } from '../../src/common/log.ts';
import { readConfig } from '../../src/config.ts';
import { createLineApp } from '../../src/line/line-app.ts';
import { editionForCalls, soundsForCalls } from '../../src/office/editions/shelf-for-calls.ts';
import type { TestConsole } from './console-server.ts';
import { moments } from './moments.ts';
import { serveSounds } from './serve-sounds.ts';

/** Lets the server of a console answer calls as well, on what is live in its office, in the opening hours. */
export function answerCalls({ app, office }: Pick<TestConsole, 'app' | 'office'>): void {
  const { shelf, narrator } = office;
  serveSounds({ app, office });
  app.use(
    createLineApp({
      settings: readConfig({}),
      shelf: {
        get current() {
          return editionForCalls(shelf.current);
        },
        find: (id) => editionForCalls(shelf.find(id)),
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
