import { timingSafeEqual } from 'node:crypto';
import express, { type RequestHandler, Router } from 'express';
import { type DisasterState, disasterState } from '../disaster/disaster-state.ts';
import type { DisasterSwitch } from '../disaster/disaster-switch.ts';

/** More than a notice and what is left to be written into the audit. */
const limit = '200kb';

/**
 * What commands on the same machine ask of the running service, and tell it: on a full disk it alone knows how things stand.
 * Whoever does not hold the secret finds nothing here.
 */
export function createControlRouter(secret: string, disaster: Pick<DisasterSwitch, 'state' | 'adopt'>): Router {
  const router = Router();
  router.use(holding(secret));
  router.get('/disaster', (_request, response) => {
    response.set('Cache-Control', 'no-store').json(disaster.state);
  });
  router.put('/disaster', express.json({ limit }), (request, response) => {
    const read = disasterState.safeParse(request.body);
    if (!read.success) {
      response.status(400).json({ error: 'This is no state of the disaster notice.' });
      return;
    }
    // Whoever wrote it into a file before may have been followed already.
    const isTaken = disaster.adopt(read.data) || isSame(disaster.state, read.data);
    response.status(isTaken ? 204 : 409).end();
  });
  return router;
}

const isSame = (one: DisasterState, other: DisasterState): boolean =>
  one.on?.id === other.on?.id && one.drill?.id === other.drill?.id;

/** Passes the request on to what answers that nothing is here. */
const holding = (secret: string): RequestHandler => {
  const expected = Buffer.from(`Bearer ${secret}`);
  return (request, _response, next) => {
    const given = Buffer.from(request.get('Authorization') ?? '');
    const isRight = given.length === expected.length && timingSafeEqual(given, expected);
    next(isRight ? undefined : 'router');
  };
};
