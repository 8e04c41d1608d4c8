import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Request } from 'express';
import { describe, expect, test } from '#jest';
import { createRequestsInProgress, progressLimits } from '../../src/line/requests-in-progress.ts';

/** Sends made-up requests, each of which is in progress until its response is closed. */
function inProgress() {
  let now = 0;
  const admit = createRequestsInProgress(() => now);
  const send = (ip: string, bytes: number | null = 0, body = { complete: true, socket: { bytesRead: 0 } }) => {
    const response = Object.assign(new EventEmitter(), {
      isAborted: false,
      destroy() {
        response.isAborted = true;
        response.emit('close');
      },
    });
    const request = Object.assign(body, {
      ip,
      headers: bytes === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(bytes) },
    }) as unknown as Request;
    return { isAdmitted: admit(request, response as unknown as ServerResponse), response };
  };
  const sendMany = (count: number, ip: string, bytes?: number | null) =>
    Array.from({ length: count }, () => send(ip, bytes));
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { send, sendMany, pass };
}

const { all, ofAddress, largeOfAddress, largeFrom, makesWayAfter, slowAfter, slowestBody } = progressLimits;
const one = '192.0.2.1';

describe('The limit on requests in progress', () => {
  test.each([
    ['small', ofAddress, 0],
    ['large', largeOfAddress, largeFrom + 1],
    ['unknown-length', largeOfAddress, null],
  ])('refuses further %s requests of an address until one of them ends', (_what, most, bytes) => {
    const { send, sendMany } = inProgress();
    const sent = sendMany(most, one, bytes);
    expect(sent.every(({ isAdmitted }) => isAdmitted)).toBe(true);
    expect(send(one, bytes).isAdmitted).toBe(false);
    sent[3]?.response.emit('close');
    expect([send(one, bytes).isAdmitted, send(one, bytes).isAdmitted]).toEqual([true, false]);
    expect(sent.some(({ response }) => response.isAborted)).toBe(false);
  });

  test('aborts a request whose body arrives too slowly, as soon as a new one of its address needs room', () => {
    const { send, pass } = inProgress();
    const bodyOf = () => ({ complete: false, socket: { bytesRead: 300 } });
    const bodies = Array.from({ length: ofAddress }, bodyOf);
    const sent = bodies.map((body) => send(one, 100, body));
    expect(send(one).isAdmitted).toBe(false);
    pass(slowAfter);
    // One of them sends its body as fast as a browser.
    const [quick] = bodies;
    if (quick) quick.socket.bytesRead += slowestBody;
    expect(send(one).isAdmitted).toBe(true);
    expect(sent.map(({ response }) => response.isAborted).slice(0, 3)).toEqual([false, true, false]);
    // A request whose body is complete keeps its place, because the office is working on it.
    for (const body of bodies) body.complete = true;
    expect(send(one).isAdmitted).toBe(false);
  });

  test('aborts only one request if a new large one exceeds both limits of its address', () => {
    const { send, sendMany, pass } = inProgress();
    const large = sendMany(largeOfAddress, one, largeFrom + 1);
    pass(makesWayAfter);
    const small = sendMany(ofAddress - largeOfAddress, one);
    expect(send(one, largeFrom + 1).isAdmitted).toBe(true);
    expect([...large, ...small].filter(({ response }) => response.isAborted)).toEqual([large[0]]);
  });

  test('aborts the oldest request of an address for a new one, if it has taken too long', () => {
    const { send, sendMany, pass } = inProgress();
    const [first, second] = sendMany(ofAddress, one);
    pass(makesWayAfter - 1);
    expect(send(one).isAdmitted).toBe(false);
    pass(1);
    expect(send(one).isAdmitted).toBe(true);
    expect([first?.response.isAborted, second?.response.isAborted]).toEqual([true, false]);
  });

  test('aborts no small request for a large one while there is room', () => {
    const { send, sendMany, pass } = inProgress();
    const sent = sendMany(ofAddress - 1, one);
    pass(makesWayAfter);
    expect(send(one, largeFrom + 1).isAdmitted).toBe(true);
    expect(sent.some(({ response }) => response.isAborted)).toBe(false);
  });

  test('aborts the oldest request of the address with the most, if there are too many in all', () => {
    const { send, sendMany } = inProgress();
    const quiet = send('192.0.2.9');
    const few = sendMany(ofAddress - 2, one);
    const [first, ...others] = sendMany(ofAddress - 1, '192.0.2.2');
    const more = send('192.0.2.3');
    const last = sendMany(all - 2 - few.length - 1 - others.length, '192.0.2.4');
    expect(send('192.0.2.5').isAdmitted).toBe(true);
    expect(first?.response.isAborted).toBe(true);
    const kept = [quiet, ...few, ...others, more, ...last];
    expect(kept.some(({ response }) => response.isAborted)).toBe(false);
  });
});
