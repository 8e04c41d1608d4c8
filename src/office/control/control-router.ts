import { timingSafeEqual } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import express, { type RequestHandler, Router } from 'express';
import { type DisasterState, disasterState } from '../disaster/disaster-state.ts';
import type { DisasterSwitch } from '../disaster/disaster-switch.ts';

/** Maximum size of a request. A state of the switch is smaller, even with entries that are not in the audit yet. */
const limit = '200kb';

/**
 * Lets commands on the same machine read and set the disaster switch of the running service. On a full disk, no file
 * and no database can be written, so only the service knows the state. A request to set the switch gets 409 if the
 * state in the service is different and not older. Without the secret, every path answers 404.
 */
export function createControlRouter(secret: string, disaster: Pick<DisasterSwitch, 'state' | 'adopt'>): Router {
  const router = Router();
  router.use(requireSecret(secret));
  router.get('/disaster', (_request, response) => {
    response.set('Cache-Control', 'no-store').json(disaster.state);
  });
  router.put('/disaster', express.json({ limit }), (request, response) => {
    const read = disasterState.safeParse(request.body);
    if (!read.success) {
      response.status(400).json({ error: 'This is not a valid state of the disaster notice.' });
      return;
    }
    // The service may have read the same state from a file already.
    const isTaken = disaster.adopt(read.data) || isSame(disaster.state, read.data);
    response.status(isTaken ? 204 : 409).end();
  });
  return router;
}

const isSame = (one: DisasterState, other: DisasterState): boolean =>
  isDeepStrictEqual([one.on, one.drill], [other.on, other.drill]);

/** Leaves the router if the secret is missing or wrong, so that the answer is 404. */
const requireSecret = (secret: string): RequestHandler => {
  const expected = Buffer.from(`Bearer ${secret}`);
  return (request, _response, next) => {
    const given = Buffer.from(request.get('Authorization') ?? '');
    const isRight = given.length === expected.length && timingSafeEqual(given, expected);
    next(isRight ? undefined : 'router');
  };
};
