import type { ServerResponse } from 'node:http';
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { RecentMap } from '../common/recent-map.ts';

/** How many requests to the office may be in progress, and when an older one makes way for a new one. */
export const progressLimits = {
  /** Requests of all addresses. */
  all: 64,
  /** Requests of one address, with or without a body. */
  ofAddress: 32,
  /** Requests of one address with a large body. Each of them costs the line as much time as hundreds of webhooks. */
  largeOfAddress: 8,
  /** A body of more bytes, or of unknown length, is large. Only uploads and long forms have large bodies. */
  largeFrom: 65_536,
  /** Milliseconds after which a request makes way for a new request of the same address. */
  makesWayAfter: 10_000,
  /** Milliseconds after which a request makes way if its body arrives too slowly. */
  slowAfter: 1000,
  /** Bytes a second; a body that arrives more slowly is too slow. */
  slowestBody: 4096,
} as const;

interface InProgress {
  readonly address: string;
  readonly isLarge: boolean;
  readonly since: number;
  readonly request: Request;
  /** Bytes that the connection had received when the request was admitted. */
  readonly receivedBefore: number;
  readonly response: ServerResponse;
}

/**
 * Maximum number of remembered addresses. They are remembered because parsing an IPv6 address takes as long as a
 * webhook.
 */
const mostKeys = 2000;

/**
 * Limits the requests in progress. If an address has too many, its new request is refused before the body is read. In
 * two cases an older request of the address is aborted instead: if its body arrives too slowly, or if it is the oldest
 * one and has been in progress for `makesWayAfter`. Requests that never end therefore block new ones only for a time.
 * If there are too many requests in all, the oldest request of the address with the most requests is aborted.
 * @param now monotonic time in milliseconds
 * @returns a function to call with every request; it returns whether the request is admitted
 */
export function createRequestsInProgress(
  now: () => number = () => performance.now(),
): (request: Request, response: ServerResponse) => boolean {
  const all = new Set<InProgress>();
  const keys = new RecentMap<string, string>(mostKeys);
  // The privacy statement says that addresses are remembered for a minute.
  setInterval(() => keys.clear(), 60_000).unref();
  const keyOf = (ip: string): string => {
    const known = keys.get(ip);
    if (known !== undefined) return known;
    const key = ipKeyGenerator(ip);
    keys.set(ip, key);
    return key;
  };
  const abort = (one: InProgress) => {
    all.delete(one);
    one.response.destroy();
  };
  return (request, response) => {
    // An IPv6 network counts as one address, because one client may have all of its addresses.
    const address = keyOf(request.ip ?? '');
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
    const isLarge = Number(length) > progressLimits.largeFrom || encoding !== undefined;
    const ofAddress = [...all].filter((each) => each.address === address);
    const large = isLarge ? ofAddress.filter((each) => each.isLarge) : [];
    for (const [rivals, most] of [
      [large, progressLimits.largeOfAddress],
      [ofAddress, progressLimits.ofAddress],
    ] as const) {
      const left = rivals.filter((each) => all.has(each));
      const [first] = left;
      if (!first || left.length < most) continue;
      const slow = left.find((each) => isSlow(each, now()));
      if (slow) abort(slow);
      else if (now() - first.since < progressLimits.makesWayAfter) return false;
      else abort(first);
    }
    const [oldest] = all.size < progressLimits.all ? [] : mostOfOneAddress(all);
    if (oldest) abort(oldest);
    const receivedBefore = request.socket.bytesRead;
    const one = { address, isLarge, since: now(), request, receivedBefore, response };
    all.add(one);
    response.once('close', () => all.delete(one));
    return true;
  };
}

/** Whether the body of a request is still arriving, and arrives too slowly. */
function isSlow({ request, receivedBefore, since }: InProgress, now: number): boolean {
  const age = now - since;
  if (request.complete || age < progressLimits.slowAfter) return false;
  return request.socket.bytesRead - receivedBefore < (age / 1000) * progressLimits.slowestBody;
}

/**
 * The requests of the address that has the most requests, oldest first. If several addresses have equally many, the
 * address with the oldest request is taken.
 */
function mostOfOneAddress(all: ReadonlySet<InProgress>): readonly InProgress[] {
  const byAddress = [...Map.groupBy(all, ({ address }) => address).values()];
  const most = Math.max(...byAddress.map(({ length }) => length));
  return byAddress.find(({ length }) => length === most) ?? [];
}
