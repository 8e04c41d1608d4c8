import { parentPort } from 'node:worker_threads';
import type { Question } from '../../../src/database/protocol.ts';

/* The database's own worker thread, except that it dies when a statement contains `by exit` or `by error`. */

parentPort?.addEventListener('message', (event) => {
  const { work }: Question = event.data;
  if (work.do === 'run' && work.sql.includes('by exit')) process.exit(7);
  if (work.do === 'run' && work.sql.includes('by error')) {
    event.stopImmediatePropagation();
    throw new Error('made to die');
  }
});
await import('../../../src/database/worker.ts');
