import { officeSocketPath } from '../../src/common/office-socket.ts';
import { readConfig } from '../../src/config.ts';
import { createTransferBudget } from '../../src/line/transfer-budget.ts';
import { createContext } from '../../src/office/context.ts';
import { startOffice } from '../../src/office/start-office.ts';
import { browserPrompts } from './browser-line.ts';
import { createApp } from './line-and-office.ts';
import { createPlace } from './start-line.ts';
import { until } from './until.ts';

/**
 * The real line with its embedded voice and a new database. It runs in the process of the test, so that the test can
 * move its time forwards.
 */
export interface TurnedLine extends AsyncDisposable {
  readonly address: string;
  /** The path of the sign-in link for the first person. */
  readonly firstLink: string;
  /** Moves the clock and the stopwatch of the line forwards. */
  later(seconds: number): void;
}

/** Starts the line and waits until the bundled words are published. */
export async function startTurnedLine(): Promise<TurnedLine> {
  const place = await createPlace('spoken-before');
  let ahead = 0;
  const settings = {
    PORT: '0',
    PROMPTS_DIR: browserPrompts,
    AUDIO_CACHE_DIR: place.audio,
    DATA_DIR: place.data,
    LOG_LEVEL: 'silent',
  };
  const stopwatch = () => performance.now() + ahead;
  const context = await createContext(readConfig(settings), { clock: () => Date.now() + ahead, stopwatch });
  const budget = createTransferBudget(() => context.shelf.current.file.transfersPerHour, stopwatch);
  const server = await startOffice(createApp({ ...context, budget }), context, {
    socketPath: officeSocketPath(place.data),
    line: null,
    language: 'en',
  });
  const { office } = context;
  if (!office) throw new Error('The line has no database.');
  await until('the first publication', async () => (await office.editions.publications(1))[0]);
  const link = await office.staff.firstSignInLink();
  return {
    address: `http://localhost:${server.port}`,
    firstLink: link.kind === 'made' ? `/console/sign-in/${link.token}` : '',
    later(seconds) {
      ahead += 1000 * seconds;
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await place[Symbol.asyncDispose]();
    },
  };
}
