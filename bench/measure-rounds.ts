import { withConnections } from './http-connection.ts';
import { closedLoop, type Load, openLoop } from './load.ts';
import type { Plan } from './plan.ts';
import { type Requests, writtenBefore } from './requests.ts';
import type { ServerProcess, Usage } from './server-process.ts';
import { median, percentile } from './statistics.ts';

/** A server and the requests for it. */
export interface Contender {
  readonly server: ServerProcess;
  readonly requests: Requests;
}

/** The results for one server: medians over all rounds, unless a field says otherwise. */
export interface Measured {
  readonly perSecond: number;
  /** Processor time of the server for one request, microseconds. */
  readonly cpu: number;
  /** `cpu` in the round in which it was lowest, because other load disturbed that round least. */
  readonly leastCpu: number;
  /** Latency in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not 200, in all rounds. */
  readonly wrong: number;
  /** The resources used until the end of the last round. */
  readonly usage: Usage;
}

type Round = Pick<Measured, 'perSecond' | 'cpu' | 'p50' | 'p99' | 'wrong'>;

async function measureRound(
  { server, requests }: Contender,
  connections: number,
  load: (opened: Parameters<typeof closedLoop>[0], requests: Requests) => Promise<Load>,
): Promise<Round> {
  return withConnections(server.port, connections, async (opened) => {
    const before = await server.usage();
    const { latencies, wrong, seconds } = await load(opened, requests);
    const { cpu } = await server.usage();
    return {
      perSecond: latencies.length / seconds,
      cpu: (cpu - before.cpu) / latencies.length,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      wrong,
    };
  });
}

/**
 * Measures servers in rounds (A B C … A B C …), so that other load on the machine affects all servers alike.
 * @param kind whether the servers are kept busy, or receive requests at the plan's fixed rate
 */
export async function measureRounds(
  contenders: readonly Contender[],
  plan: Plan,
  kind: 'busy' | 'fixed rate',
): Promise<Measured[]> {
  const { connections, rate, rateRound } = plan;
  // How many requests to build before the next round of each server: 1.2 times the answers of its previous round.
  const expected = new Map<Contender, number>();
  const busy = (bound: Parameters<typeof closedLoop>[2]) => async (each: Contender) => {
    const next = writtenBefore(each.requests, expected.get(each) ?? 0);
    let answers = 0;
    const round = await measureRound({ ...each, requests: next }, connections, async (opened, requests) => {
      const load = await closedLoop(opened, requests, bound);
      answers = load.latencies.length;
      return load;
    });
    expected.set(each, Math.round(1.2 * answers));
    return round;
  };
  const fixed = ({ server, requests }: Contender) =>
    measureRound(
      { server, requests: writtenBefore(requests, Math.round((rate * rateRound) / 1000)) },
      2 * connections,
      (opened, next) => openLoop(opened, next, { rate, milliseconds: rateRound }),
    );
  await Promise.all(contenders.map(busy({ answers: plan.warmUp })));
  const rounds = contenders.map((): Round[] => []);
  for (let round = 0; round < (kind === 'busy' ? plan.rounds : plan.rateRounds); round += 1) {
    for (const [index, each] of contenders.entries()) {
      rounds[index]?.push(await (kind === 'busy' ? busy({ milliseconds: plan.round }) : fixed)(each));
    }
  }
  return Promise.all(
    contenders.map(async ({ server }, index) => {
      const all = rounds[index] ?? [];
      const middle = (field: keyof Round) => median(all.map((each) => each[field]));
      return {
        perSecond: middle('perSecond'),
        cpu: middle('cpu'),
        leastCpu: Math.min(...all.map(({ cpu }) => cpu)),
        p50: middle('p50'),
        p99: middle('p99'),
        wrong: all.reduce((sum, { wrong }) => sum + wrong, 0),
        usage: await server.usage(),
      };
    }),
  );
}
