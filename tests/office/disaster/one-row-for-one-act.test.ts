import { expect, test } from '#jest';
import { createLog } from '../../../src/common/log.ts';
import { machineStopwatch } from '../../../src/common/stopwatch.ts';
import { createDisasterDesk } from '../../../src/office/disaster/disaster-desk.ts';
import { createDisasterSwitch } from '../../../src/office/disaster/disaster-switch.ts';
import { followDisaster } from '../../../src/office/disaster/follow-disaster.ts';
import { disasterStores } from '../../../src/office/open-disaster.ts';
import { openOffice } from '../../../src/office/open-office.ts';
import { disasterDraft } from '../../support/disaster-draft.ts';
import { scratchFolder } from '../../support/scratch-database.ts';
import { worker } from '../../support/small-office.ts';
import { until } from '../../support/until.ts';

const { line } = disasterDraft();
const officer = worker('duty officer', 'editor');
const flood = { kind: 'flood', places: [], actions: [], at: '', until: '' };

test('Every act on the switch is one row of the audit, however many processes follow it meanwhile', async () => {
  const dataFolder = await scratchFolder();
  const office = await openOffice({ dataFolder, promptsFolder: '/nowhere' }, Date.now, createLog('silent'));
  if (!office) throw new Error('The database was not opened.');
  const stopping = new AbortController();
  try {
    const stores = disasterStores({ dataFolder }, office);
    const time = { clock: Date.now, stopwatch: machineStopwatch };
    const approved = async () => ['ja'];
    // The second stands for another process: it has its own memory, and the same stores.
    const [disaster, other] = [createDisasterSwitch(time), createDisasterSwitch(time)];
    const following = [disaster, other].map((each) =>
      followDisaster({ disaster: each, stores, approved, failed: () => {} }, stopping.signal, 1).catch(() => {}),
    );
    const desk = createDisasterDesk({ disaster, stores, line: () => line, approved, clock: Date.now });
    const acts: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      for (const act of ['disaster-on', 'disaster-renewed', 'disaster-off']) {
        if (act === 'disaster-on') await desk.switchOn(officer, 'on', flood);
        else if (act === 'disaster-renewed') await desk.renew(officer, 'on');
        else await desk.switchOff(officer, 'on');
        acts.push(act);
      }
    }
    await until('both to know it', () => other.state.revision === disaster.state.revision);
    await until('nothing to be left to write', () => disaster.state.unaudited.length === 0);
    stopping.abort();
    await Promise.all(following);
    const rows = await office.editions.audit.list(null, 1000);
    expect(rows.toReversed().map(({ act }) => act)).toEqual(acts);
  } finally {
    stopping.abort();
    await office.close();
  }
});
