import type { ServerResponse } from 'node:http';
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';

/** How many requests to the office may be in progress. */
export const progressLimits = {
  all: 64,
  /** Of one address, with or without a body. */
  ofAddress: 32,
  /** Of one address, with a large body. Each of them costs the line as much time as hundreds of webhooks. */
  largeOfAddress: 8,
  /** A body of more bytes, or of unknown length, is large. Only uploads and long forms are. */
  largeFrom: 65_536,
  /** Milliseconds after which a request makes way for a new one of its address. */
  makesWayAfter: 10_000,
} as const;

interface InProgress {
  readonly address: string;
  readonly isLarge: boolean;
  readonly since: number;
  readonly response: ServerResponse;
}

/**
 * Limits the requests in progress. An address that has too many is refused another one, before anything of its body is read;
 * one that has been in progress for long is aborted instead, so that nobody is kept out for ever by requests that do not end. If
 * there are too many in all, the oldest one of the address with the most is aborted.
 * @param now milliseconds, only ever increasing
 * @returns a function to call with every request; it returns whether the request is admitted
 */
export function createRequestsInProgress(
  now: () => number = () => performance.now(),
): (request: Request, response: ServerResponse) => boolean {
  const all = new Set<InProgress>();
  const abort = (one: InProgress) => {
    all.delete(one);
    one.response.destroy();
  };
  return (request, response) => {
    // One client may have a whole network of IPv6 addresses.
    const address = ipKeyGenerator(request.ip ?? '');
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
    const isLarge = Number(length) > progressLimits.largeFrom || encoding !== undefined;
    const ofAddress = [...all].filter((each) => each.address === address);
    const large = isLarge ? ofAddress.filter((each) => each.isLarge) : [];
    for (const [rivals, most] of [
      [large, progressLimits.largeOfAddress],
      [ofAddress, progressLimits.ofAddress],
    ] as const) {
      const [first] = rivals;
      if (!first || rivals.length < most || !all.has(first)) continue;
      if (now() - first.since < progressLimits.makesWayAfter) return false;
      abort(first);
    }
    const [oldest] = all.size < progressLimits.all ? [] : mostOfOneAddress(all);
    if (oldest) abort(oldest);
    const one = { address, isLarge, since: now(), response };
    all.add(one);
    response.once('close', () => all.delete(one));
    return true;
  };
}

/** The requests of the address with the most, oldest first; if all have the same number, those of the oldest request's. */
function mostOfOneAddress(all: ReadonlySet<InProgress>): readonly InProgress[] {
  const byAddress = [...Map.groupBy(all, ({ address }) => address).values()];
  const most = Math.max(...byAddress.map(({ length }) => length));
  return byAddress.find(({ length }) => length === most) ?? [];
}
