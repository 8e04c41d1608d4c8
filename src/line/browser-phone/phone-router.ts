import express, { type ErrorRequestHandler, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { DisasterNotice } from '../../call/disaster.ts';
import type { State } from '../../call/state.ts';
import { editionOf } from '../../call/state-code.ts';
import { statusOf } from '../../common/errors.ts';
import { createWindowStore } from '../../common/window-store.ts';
import type { Edition, EditionShelf } from '../../edition/edition.ts';
import type { EditionSentence } from '../../edition/edition-file.ts';
import { type Ending, type TurnRequest, takeTurn } from '../../edition/take-turn.ts';
import type { TurnSounds } from '../../edition/turn-sounds.ts';
import { longest, PhoneRequestError, readCallRequest, readTurnRequest } from './read-phone-request.ts';
import { findLanguage, showLine, whichLanguages } from './show-line.ts';

/** What the browser phone needs. */
export interface PhoneParts {
  readonly shelf: Pick<EditionShelf, 'current' | 'find'>;
  readonly sounds: TurnSounds;
  /** Brings the edition on which a call began from where it is kept; null when nothing has to be waited for. */
  readonly bring: (edition: string) => Promise<void> | null;
  /** See `Conditions`. */
  readonly dialsUntried: boolean;
  /** The disaster notice that is on at a moment; null on ordinary days. */
  readonly disaster: (now: number) => DisasterNotice | null;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Requests in one minute from one address, more than any person can press, bytes of one, and characters of its state. */
export const phoneLimits = { perMinute: 240, bytes: 4096, state: longest.state } as const;

/** The browser phone's side of the line: the same turns as on the telephone, as JSON. Keeps nothing about a call. */
export function createPhoneRouter(parts: PhoneParts): Router {
  const { shelf, sounds, clock, dialsUntried } = parts;
  const router = Router();
  const busy = { error: 'Too many calls from here in one minute; please wait a little. / 少し待ってください。' };
  // Without TRUST_PROXY all callers behind a proxy share one limit; the library would complain about every request.
  const validate = { xForwardedForHeader: false };
  const store = createWindowStore();
  const { perMinute: limit, bytes } = phoneLimits;
  router.use(rateLimit({ windowMs: 60_000, limit, message: busy, legacyHeaders: false, validate, store }));
  router.use(express.json({ limit: bytes, inflate: false }));

  const conditions = (pretended: string | undefined) => ({
    now: pretended ? toInstant(pretended, shelf.current.line.timeZone) : new Date(clock()).toISOString(),
    dialsUntried,
    mayTransfer: true,
    disaster: parts.disaster(clock()),
  });

  const turn = (request: TurnRequest) => {
    const { edition, state, code, turns, said, script, ending } = takeTurn(shelf, request);
    sounds.expect({ edition: edition.id, what: said }, script.narration);
    return {
      state: code,
      count: turns,
      language: state.screen === 'choose-language' ? null : state.language,
      slow: state.call.slow,
      explains: explained(edition, state),
      sentences: script.sentences.map(showSentence),
      audio: `/audio/${script.narration.key}.wav`,
      demonstrationVoice: edition.file.isDemonstration,
      next: showEnding(edition, ending),
    };
  };

  router.get('/line.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(showLine(shelf.current));
  });
  router.post('/calls', (request, response) => {
    const read = readCallRequest(request.body ?? {});
    const language = read.language === undefined ? undefined : findLanguage(shelf.current, read.language);
    if (read.language !== undefined && language === undefined) {
      response.status(400).json({ error: whichLanguages(shelf.current) });
      return;
    }
    const input = { kind: 'call-started', language } as const;
    response.json(turn({ code: null, turns: 0, input, conditions: conditions(read.at) }));
  });
  router.post('/turn', async (request, response) => {
    const read = readTurnRequest(request.body);
    await parts.bring(editionOf(read.state) ?? '');
    response.json(turn({ code: read.state, turns: read.count, input: read.input, conditions: conditions(read.at) }));
  });
  router.use(badRequest);
  return router;
}

const showSentence = ({ prompt, language, shown }: EditionSentence) => ({ prompt, language, parts: shown });

/** The prompt that a turn explains with, so that the page knows when information begins; null in menus. */
const explained = ({ line }: Edition, state: State): string | null =>
  state.screen === 'explanation' ? (line.topics.find(({ id }) => id === state.topic)?.parts[state.part] ?? null) : null;

function showEnding({ file }: Edition, ending: Ending) {
  if (ending.do !== 'dial') return ending;
  const [, name] = file.destinations.find(([id]) => id === ending.destination) ?? [];
  return { ...ending, destinationName: name ? `${name.ja} / ${name.en}` : ending.destination };
}

const toInstant = (local: string, timeZone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();

/** One sentence with every problem of the request. */
const badRequest: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof PhoneRequestError) {
    response.status(400).json({ error: error.message });
    return;
  }
  if (statusOf(error) === 500) return next(error);
  response.status(statusOf(error)).json({ error: 'This request cannot be read; send short JSON.' });
};
