import { callsThroughMenu } from '../call-scripts.ts';
import type { Group } from '../group.ts';
import { withConnections } from '../http-connection.ts';
import { closedLoop, openLoop } from '../load.ts';
import { recordCalls } from '../play-call.ts';
import { neverRepeated } from '../requests.ts';
import { startLine, temporaryFolder } from '../started-line.ts';
import { verdict, whole } from '../table.ts';

/** Measures the memory of the line's process, which is started in the same way as by `npm start`. */
export const measureMemory: Group = async ({ plan, sounds, promptsFolder, audioCacheFolder }) => {
  const { edition } = await sounds();
  await using data = await temporaryFolder();
  await using line = await startLine({ promptsFolder, audioCacheFolder, dataFolder: data.path });
  await line.ready();
  await line.published();
  const rows: string[][] = [];
  const look = async (when: string) => {
    const { resident, peak } = await line.memory();
    rows.push([when, whole(resident), whole(peak)]);
    return peak;
  };
  await look('ready');
  const calls = callsThroughMenu(edition.file).filter(({ presses }) => !presses.includes('0'));
  const requests = neverRepeated(await recordCalls(line.port, calls, calls.length));
  const peakUnderLoad = await withConnections(line.port, plan.connections, async (connections) => {
    await openLoop(connections, requests, { rate: plan.rate, milliseconds: plan.rateRound });
    const most = await look(`after ${whole(plan.rate)} requests/s`);
    await closedLoop(connections, requests, { answers: plan.warmUp });
    return most;
  });
  await look('after being kept busy');
  return {
    title: 'Memory of the line',
    head: ['when', 'in use (MB)', 'peak so far (MB)'],
    rows,
    notes: [
      verdict(`Peak of the line until the end of ${whole(plan.rate)} requests/s`, peakUnderLoad, 'at most', 130, 'MB'),
      'Memory is read from /proc, which only Linux has; on other systems the table has dashes.',
    ],
  };
};
