import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { Input } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import { decodeState } from '../../call/state-code.ts';
import type { Edition, Script } from '../../editions/edition.ts';
import type { EditionShelf } from '../../editions/edition-shelf.ts';
import { statusOf } from '../../errors.ts';
import type { Narrator } from '../../speech/narrator.ts';
import { takeTurn } from '../../switchboard/take-turn.ts';
import type { TransferBudget } from '../../switchboard/transfer-budget.ts';
import { checkSignature, isSigned, signedParameters, type TwilioAccount } from './check-signature.ts';
import { connectionOverrides } from './connection-overrides.ts';
import { readInput, readOwnNumber } from './read-request.ts';
import { toSay } from './to-sound.ts';
import { writeTrouble } from './trouble.ts';
import { type Sound, type Twiml, writeTwiml } from './write-twiml.ts';

/** What the Twilio adapter needs. */
export interface TwilioParts {
  readonly account: TwilioAccount | null;
  readonly shelf: EditionShelf;
  readonly narrator: Narrator;
  readonly budget: TransferBudget;
  /** See `Conditions`. */
  readonly dialsUntried: boolean;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly refused: (why: string) => void;
  readonly broken: (error: unknown) => void;
}

/** Twilio's side of the line: webhooks in, TwiML out. Once a request is known to be Twilio's, every answer is 200. */
export function createTwilioRouter(parts: TwilioParts): Router {
  const { account, shelf, narrator, budget, clock } = parts;
  const publicUrl = account?.publicUrl ?? '';
  const router = Router();
  let trouble = { edition: shelf.current, write: writeTrouble(shelf.current) };

  const sound = ({ file }: Edition, { narration, sentences }: Script, slow: boolean): Sound =>
    narrator.isReady(narration)
      ? { kind: 'play', url: `${publicUrl}/audio/${narration.key}.wav` }
      : toSay(file, sentences, slow);

  const answer = (request: Request, code: string | null, turns: number, input: Input): string => {
    const ownNumber = readOwnNumber(signedParameters(request));
    const now = clock();
    // The same for a webhook that is repeated, and for no other.
    const turnId = `${signedParameters(request).CallSid} ${request.originalUrl}`;
    const conditions = {
      now: new Date(now).toISOString(),
      dialsUntried: parts.dialsUntried,
      mayTransfer: ownNumber !== null && budget.isLeft(now, turnId),
    };
    const turn = takeTurn(shelf, { code, turns, input, conditions });
    if (turn.ending.do === 'dial') budget.spend(now, turnId);
    return writeTwiml(toTwiml(turn, sound(turn.edition, turn.script, turn.state.slow), ownNumber ?? ''));
  };

  const toTwiml = ({ ending, code, turns }: ReturnType<typeof takeTurn>, heard: Sound, callerId: string): Twiml => {
    const action = `${publicUrl}/twilio/turn/${code}?n=${turns}${connectionOverrides}`;
    switch (ending.do) {
      case 'wait-for-key':
        return { kind: 'gather', sound: heard, timeout: ending.seconds, action };
      case 'dial': {
        const whisper = `${publicUrl}/twilio/whisper/${ending.language ?? 'any'}${connectionOverrides}`;
        return { kind: 'dial', sound: heard, number: ending.number, callerId, action, whisper };
      }
      case 'hang-up':
        return { kind: 'hang-up', sound: heard };
    }
  };

  /** Whatever breaks, the caller hears the trouble text in the language of the call. */
  const reply = (response: Response, code: string | null, write: () => string) => {
    try {
      sendTwiml(response, write());
    } catch (error) {
      parts.broken(error);
      if (trouble.edition !== shelf.current) {
        trouble = { edition: shelf.current, write: writeTrouble(shelf.current) };
      }
      sendTwiml(response, trouble.write(languageOf(shelf, code)));
    }
  };

  router.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '32kb' }));
  router.use(checkSignature(account, parts.refused));
  router.post('/voice', (request, response) => {
    reply(response, null, () => {
      const own = readOwnNumber(signedParameters(request));
      const language = shelf.current.file.languages.find(({ ownNumbers }) => own && ownNumbers.includes(own))?.tag;
      return answer(request, null, 0, { kind: 'call-started', language });
    });
  });
  router.post('/turn/:code', (request, response) => {
    const { code } = request.params;
    reply(response, code, () => answer(request, code, readTurns(request), readInput(signedParameters(request))));
  });
  router.post('/whisper/:language', (request, response) => {
    const { language } = request.params;
    const { current } = shelf;
    const known = current.line.languages.find(({ tag }) => tag === language)?.tag ?? null;
    reply(response, null, () => writeTwiml({ kind: 'whisper', sound: sound(current, current.whisper(known), false) }));
  });
  router.post('/status', (_request, response) => {
    response.sendStatus(204);
  });
  /** What Twilio signed and we cannot read is still a call. */
  const unknownAddress = new Error('Twilio asked for an address the line does not have.');
  router.use((_request, response) =>
    reply(response, null, () => {
      throw unknownAddress;
    }),
  );
  const unreadable: ErrorRequestHandler = (error, request, response, next) => {
    if (!isSigned(request)) return unreadableBody(error, request, response, next);
    reply(response, null, () => {
      throw error;
    });
  };
  router.use(unreadable);
  return router;
}

function sendTwiml(response: Response, twiml: string): void {
  response.set({ 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store' }).end(twiml);
}

/** The turns a call has had; Twilio signs the address, so this is what we wrote, or a call that begins. */
function readTurns(request: Request): number {
  const turns = Number(request.query.n);
  return Number.isInteger(turns) && turns >= 0 ? turns : 0;
}

function languageOf(shelf: EditionShelf, code: string | null): LanguageTag | null {
  const state = code === null ? null : decodeState(code, (id) => shelf.find(id).line);
  return state && state.screen !== 'choose-language' ? state.language : null;
}

/** A body that is too long or not text comes from nobody we know: it never reached the signature. */
const unreadableBody: ErrorRequestHandler = (error, _request, response, next) => {
  if (statusOf(error) === 500) return next(error);
  response.status(statusOf(error)).type('text/plain').send('This request cannot be read; it is not one of Twilio’s.');
};
