import { parentPort } from 'node:worker_threads';
import type { Question } from '../../../src/database/protocol.ts';

/* The database's own thread, which dies over a statement that names death. */

parentPort?.addEventListener('message', (event) => {
  const { work }: Question = event.data;
  if (work.do === 'run' && work.sql.includes('by exit')) process.exit(7);
  if (work.do === 'run' && work.sql.includes('by error')) {
    event.stopImmediatePropagation();
    throw new Error('made to die');
  }
});
await import('../../../src/database/worker.ts');
