import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Request } from 'express';
import { describe, expect, test } from '#jest';
import { createRequestsInProgress, progressLimits } from '../../src/line/requests-in-progress.ts';

/** Requests of which each is in progress until its response is closed. */
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

describe('Of the requests in progress', () => {
  test.each([
    ['small', ofAddress, 0],
    ['large', largeOfAddress, largeFrom + 1],
    ['of unknown length', largeOfAddress, null],
  ])('an address has no more than may be that are %s, until one ends', (_what, most, bytes) => {
    const { send, sendMany } = inProgress();
    const sent = sendMany(most, one, bytes);
    expect(sent.every(({ isAdmitted }) => isAdmitted)).toBe(true);
    expect(send(one, bytes).isAdmitted).toBe(false);
    sent[3]?.response.emit('close');
    expect([send(one, bytes).isAdmitted, send(one, bytes).isAdmitted]).toEqual([true, false]);
    expect(sent.some(({ response }) => response.isAborted)).toBe(false);
  });

  test('one whose body hardly arrives makes way after a second, however often somebody renews it', () => {
    const { send, pass } = inProgress();
    const bodyOf = () => ({ complete: false, socket: { bytesRead: 300 } });
    const bodies = Array.from({ length: ofAddress }, bodyOf);
    const sent = bodies.map((body) => send(one, 100, body));
    expect(send(one).isAdmitted).toBe(false);
    pass(slowAfter);
    // One of them sends its body as a browser would.
    const [quick] = bodies;
    if (quick) quick.socket.bytesRead += slowestBody;
    expect(send(one).isAdmitted).toBe(true);
    expect(sent.map(({ response }) => response.isAborted).slice(0, 3)).toEqual([false, true, false]);
    // A body that is complete is waited for: the office is at work.
    for (const body of bodies) body.complete = true;
    expect(send(one).isAdmitted).toBe(false);
  });

  test('one that made way for a large one makes room in all ways', () => {
    const { send, sendMany, pass } = inProgress();
    const large = sendMany(largeOfAddress, one, largeFrom + 1);
    pass(makesWayAfter);
    const small = sendMany(ofAddress - largeOfAddress, one);
    expect(send(one, largeFrom + 1).isAdmitted).toBe(true);
    expect([...large, ...small].filter(({ response }) => response.isAborted)).toEqual([large[0]]);
  });

  test('one that does not end makes way for a new one of its address, the oldest first', () => {
    const { send, sendMany, pass } = inProgress();
    const [first, second] = sendMany(ofAddress, one);
    pass(makesWayAfter - 1);
    expect(send(one).isAdmitted).toBe(false);
    pass(1);
    expect(send(one).isAdmitted).toBe(true);
    expect([first?.response.isAborted, second?.response.isAborted]).toEqual([true, false]);
  });

  test('no small one makes way for a large one while there is room for it', () => {
    const { send, sendMany, pass } = inProgress();
    const sent = sendMany(ofAddress - 1, one);
    pass(makesWayAfter);
    expect(send(one, largeFrom + 1).isAdmitted).toBe(true);
    expect(sent.some(({ response }) => response.isAborted)).toBe(false);
  });

  test('the address with the most loses its oldest if there are too many in all', () => {
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
