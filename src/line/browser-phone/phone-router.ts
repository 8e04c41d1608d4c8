import { join } from 'node:path';
import express, { type ErrorRequestHandler, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { DisasterNotice } from '../../call/disaster.ts';
import type { Conditions } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import { findPerson } from '../../call/person.ts';
import type { State } from '../../call/state.ts';
import { editionOf } from '../../call/state-code.ts';
import { statusOf } from '../../common/errors.ts';
import { createWindowStore } from '../../common/window-store.ts';
import type { Edition, EditionShelf } from '../../edition/edition.ts';
import type { EditionSentence } from '../../edition/edition-file.ts';
import { offeredKey } from '../../edition/shown-text.ts';
import { type TurnRequest, takeTurn } from '../../edition/take-turn.ts';
import type { TurnSounds } from '../../edition/turn-sounds.ts';
import { disasterTexts, numberIn, titleIn } from '../pages/line-texts.ts';
import { preferredLanguage } from '../pages/preferred-language.ts';
import { describeEnding } from './describe-ending.ts';
import { longest, PhoneRequestError, readCallRequest, readTurnRequest } from './read-phone-request.ts';

/** What the browser phone needs. */
interface PhoneParts {
  readonly shelf: Pick<EditionShelf, 'current' | 'find'>;
  readonly sounds: TurnSounds;
  /** Loads an edition from its file, for a call that began on it. Returns null if the call need not wait. */
  readonly loadEdition: (edition: string) => Promise<void> | null;
  /** See `Conditions` in `call/input.ts`. */
  readonly dialsUntried: boolean;
  /** The disaster notice that is active now; null if there is none. */
  readonly disaster: () => DisasterNotice | null;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/**
 * The limits of the API. `perMinute` is the maximum number of requests from one address; a person cannot cause so many.
 * `bytes` is the maximum length of a request's body, and `state` that of a state in characters.
 */
export const phoneLimits = { perMinute: 240, bytes: 4096, state: longest.state } as const;

/**
 * The API of the browser phone. Answers in JSON, with the same turns that callers hear on the telephone. Stores nothing
 * about calls.
 */
export function createPhoneRouter(parts: PhoneParts): Router {
  const { shelf, sounds, clock, dialsUntried } = parts;
  const router = Router();
  const busy = { error: 'Too many requests from here in one minute; please wait a little. / 少し待ってください。' };
  // Without TRUST_PROXY, all callers behind a proxy share one limit. `line-app.ts` logs that, so the library's own
  // check is switched off.
  const validate = { xForwardedForHeader: false };
  const store = createWindowStore();
  const { perMinute: limit, bytes } = phoneLimits;
  router.use(rateLimit({ windowMs: 60_000, limit, message: busy, legacyHeaders: false, validate, store }));
  router.use(express.json({ limit: bytes, inflate: false }));

  const conditions = (pretended: string | undefined) => ({
    now: pretended ? toInstant(pretended, shelf.current.line.timeZone) : new Date(clock()).toISOString(),
    dialsUntried,
    mayTransfer: true,
    disaster: parts.disaster(),
  });

  const turn = (request: TurnRequest) => {
    const { edition, state, code, turns, said, script, ending } = takeTurn(shelf, request);
    sounds.expect({ edition: edition.id, what: said }, script.narration);
    const language = state.screen === 'choose-language' ? null : state.language;
    return {
      state: code,
      count: turns,
      language,
      zero: zeroLeadsTo(edition, request.conditions, language),
      slow: state.call.slow,
      explains: explained(edition, state),
      sentences: script.sentences.map(describeSentence),
      audio: `/audio/${script.narration.key}.wav`,
      demonstrationVoice: edition.file.isDemonstration,
      next: describeEnding(edition, ending),
    };
  };

  router.get('/line.json', (request, response) => {
    const line = describeLine(shelf.current, parts.disaster(), request.headers['accept-language']);
    response.set('Cache-Control', 'no-cache').vary('Accept-Language').json(line);
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
    await parts.loadEdition(editionOf(read.state) ?? '');
    response.json(turn({ code: read.state, turns: read.count, input: read.input, conditions: conditions(read.at) }));
  });
  router.use(badRequest);
  return router;
}

/**
 * What the page shows before a call: the name of the line, its telephone number and the disaster notice, the language
 * that the browser prefers, and the languages in menu order. Each language has its native name, and its own title,
 * telephone number and disaster notice.
 */
function describeLine(edition: Edition, disaster: DisasterNotice | null, accepted: string | undefined) {
  const { name, languages } = edition.file;
  const told = (tag: LanguageTag | null) => ({
    number: numberIn(edition, tag).number,
    disaster: disasterTexts(edition, { disaster }, tag).map(({ language, sentences }) => ({
      language,
      sentences: sentences.map(({ shown }) => shown),
    })),
  });
  const preferred = preferredLanguage(
    accepted,
    languages.map(({ tag }) => tag),
  );
  return {
    name,
    preferred,
    ...told(null),
    languages: languages.map(({ tag, name: own }) => ({
      tag,
      name: own,
      title: titleIn(edition, tag),
      ...told(tag),
    })),
  };
}

/** The line's spelling of a language tag; tags are case-insensitive (RFC 5646, section 2.1.1). */
function findLanguage({ file }: Edition, asked: string): LanguageTag | undefined {
  return file.languages.find(({ tag }) => tag.toLowerCase() === asked.toLowerCase())?.tag;
}

/** The error message for an unknown language, with the languages of the line. */
function whichLanguages({ file }: Edition): string {
  return `This line does not speak that language; it speaks ${file.languages.map(({ tag }) => tag).join(', ')}.`;
}

const describeSentence = (sentence: EditionSentence) => {
  const { prompt, language, shown } = sentence;
  return { prompt, language, parts: shown, key: offeredKey(sentence)?.key ?? null };
};

/**
 * The prompt that explains a topic in a turn; null if no topic is explained. The page uses it to recognise the
 * sentences that give information.
 */
const explained = ({ line }: Edition, state: State): string | null =>
  state.screen === 'explanation' ? (line.topics.find(({ id }) => id === state.topic)?.parts[state.part] ?? null) : null;

/**
 * What key 0 leads to now, for the label of its button: a person, a number to call, or in a disaster the emergency
 * numbers.
 */
function zeroLeadsTo({ line }: Edition, conditions: Conditions, language: LanguageTag | null) {
  const person = findPerson(line, conditions, language);
  if (!('reason' in person)) return 'person';
  return person.reason === 'disaster' ? 'emergency' : 'number';
}

const toInstant = (local: string, timeZone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();

/** Answers an invalid request with one sentence, which lists all problems or says that the request cannot be read. */
const badRequest: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof PhoneRequestError) {
    response.status(400).json({ error: error.message });
    return;
  }
  if (statusOf(error) === 500) return next(error);
  response.status(statusOf(error)).json({ error: 'This request cannot be read; send short JSON.' });
};

/** Browsers revalidate the files on every visit, so that they never mix files of two versions. */
const fromPage = {
  root: join(import.meta.dirname, 'page'),
  headers: { 'Cache-Control': 'no-cache' },
};

/** A script of the page that is in `sound/`, because the console needs it too. */
const shared = 'cue-points.js';
const fromSound = { ...fromPage, root: join(import.meta.dirname, '../../sound') };

/** Matches only the files that a browser needs. The folder also contains type declarations and editor settings. */
const asset = /^\/phone\/assets\/([a-z-]+\.(?:js|css))$/;

/**
 * Serves the scripts and styles of the browser phone's page, at `/phone/assets/…`. The page itself is one of the public
 * pages. The files are static, with `Last-Modified`. For a name that does not exist, the error handler gets a 404.
 */
export function createPhoneAssetsRouter(): Router {
  const router = Router();
  router.get(asset, (request, response) => {
    const name = String(request.params[0]);
    response.sendFile(name, name === shared ? fromSound : fromPage);
  });
  return router;
}
