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
  /** Milliseconds after which one makes way whose body arrives more slowly than this many bytes a second. */
  slowAfter: 1000,
  slowestBody: 4096,
} as const;

interface InProgress {
  readonly address: string;
  readonly isLarge: boolean;
  readonly since: number;
  readonly request: Request;
  /** What its connection had received when it was admitted. */
  readonly receivedBefore: number;
  readonly response: ServerResponse;
}

/**
 * Limits the requests in progress. An address that has too many is refused another one, before anything of its body is read;
 * one whose body hardly arrives, or that has been in progress for long, is aborted instead, so that nobody is kept out by requests
 * that do not end. If there are too many in all, the oldest one of the address with the most is aborted.
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
      const slow = rivals.find((each) => all.has(each) && isSlow(each, now()));
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

/** Whether the body of a request arrives so slowly that it only holds a place. */
function isSlow({ request, receivedBefore, since }: InProgress, now: number): boolean {
  const age = now - since;
  if (request.complete || age < progressLimits.slowAfter) return false;
  return request.socket.bytesRead - receivedBefore < (age / 1000) * progressLimits.slowestBody;
}

/** The requests of the address with the most, oldest first; if all have the same number, those of the oldest request's. */
function mostOfOneAddress(all: ReadonlySet<InProgress>): readonly InProgress[] {
  const byAddress = [...Map.groupBy(all, ({ address }) => address).values()];
  const most = Math.max(...byAddress.map(({ length }) => length));
  return byAddress.find(({ length }) => length === most) ?? [];
}
