import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LanguageTag } from '../../call/line.ts';
import { destinationFor } from '../../call/person.ts';
import { decodeState, editionOf } from '../../call/state-code.ts';
import { type EditionShelf, MissingWordsError } from '../../edition/edition.ts';
import { type AnswerParts, createAnswers } from './answer-turn.ts';
import { type CallReports, errorCodeIn } from './call-reports.ts';
import { checkSignature, type Sent, type TwilioAccount } from './check-signature.ts';
import {
  isOver,
  type Parameters,
  readBody,
  readInput,
  readOwnNumber,
  readTwilioPath,
  type TwilioPath,
} from './read-webhook.ts';
import { createErrorTwiml } from './trouble.ts';
import { writeTwiml } from './write-twiml.ts';

/** What the Twilio adapter needs. */
interface TwilioParts extends Omit<AnswerParts, 'publicUrl' | 'said'> {
  readonly account: TwilioAccount | null;
  /** Loads an edition from its file, for a call that began on it. Returns null if the call need not wait. */
  readonly loadEdition: (edition: string) => Promise<void> | null;
  readonly refused: (why: string) => void;
  readonly reports: CallReports;
  readonly broken: (error: unknown) => void;
}

/** Answers a request. `path` starts with `/twilio` and includes the query. */
type TwilioListener = (request: IncomingMessage, response: ServerResponse, path: string) => void;

/**
 * Answers Twilio's webhooks with TwiML. If the turn of an authentic request fails, the caller hears the trouble text,
 * and the response is still 2xx. It is 500 only if the trouble text cannot be written either. This is a plain listener,
 * because Express' router and response helpers take longer than the answer itself.
 */
export function createTwilioListener(parts: TwilioParts): TwilioListener {
  const { account, shelf, reports } = parts;
  const answers = createAnswers({ ...parts, publicUrl: account?.publicUrl ?? '', said: reports.said });
  let errors = { edition: shelf.current, toTwiml: createErrorTwiml(shelf.current) };

  /** @returns TwiML, or null if Twilio expects no answer */
  const answer = (path: string, asked: TwilioPath | null, parameters: Parameters): string | null => {
    // A caller may be waiting, so `answerSurely` answers this error with the trouble text.
    if (!asked) throw new Error('Twilio requested an address that the line does not have.');
    const { what, of, query } = asked;
    if (what === 'status') {
      // The service's own check of this address sends the status of a call in progress, which is not counted.
      if (isOver(parameters)) reports.ended(String(parameters.CallStatus));
      return null;
    }
    if (what === 'alerts') {
      const code = errorCodeIn(parameters.Payload);
      if (code !== null) reports.twilioError(code);
      return null;
    }
    const input = what === 'turn' ? readInput(parameters) : null;
    const isGone = isOver(parameters);
    // If the caller has hung up, the transfer counts only if it was answered. Hanging up while it rings is no failure.
    if (input?.kind === 'dial-ended' && (!isGone || input.outcome === 'answered'))
      reports.dialled(input.outcome, transferOf(shelf, of));
    if (isGone) return writeTwiml({ kind: 'nothing' });
    switch (what) {
      case 'voice': {
        const own = readOwnNumber(parameters);
        const language = shelf.current.file.languages.find(({ ownNumbers }) => own && ownNumbers.includes(own))?.tag;
        const started = { kind: 'call-started', language } as const;
        return answers.turn({ path, code: null, turns: 0, input: started, parameters });
      }
      case 'turn':
        return answers.turn({
          path,
          code: of,
          turns: readTurns(query),
          input: input ?? readInput(parameters),
          parameters,
        });
      case 'whisper':
        return answers.whisper(of);
    }
  };

  /** Like `answer`, but after an error it returns the trouble text in the language of the call. */
  const answerSurely = (path: string, asked: TwilioPath | null, parameters: Parameters): string | null => {
    try {
      return answer(path, asked, parameters);
    } catch (error) {
      parts.broken(error);
      const language = languageOf(shelf, asked);
      reports.broke(language, error instanceof MissingWordsError ? error.about : null);
      const { current } = shelf;
      if (errors.edition !== current) errors = { edition: current, toTwiml: createErrorTwiml(current) };
      return errors.toTwiml(language, new Date(parts.clock()).toISOString());
    }
  };

  const missingEdition = (asked: TwilioPath | null): Promise<void> | null => {
    const edition = asked?.what === 'turn' ? editionOf(asked.of) : null;
    return edition === null || shelf.find(edition).id === edition ? null : parts.loadEdition(edition);
  };

  const breakOff = (response: ServerResponse, error: unknown): void => {
    parts.broken(error);
    if (response.headersSent) response.destroy();
    else sendText(response, 500, 'Something went wrong on our side; please try again.');
  };

  const reply = (response: ServerResponse, sent: Sent): void => {
    const checked = checkSignature(account, sent);
    if ('refused' in checked) {
      parts.refused(checked.refused);
      sendText(response, 403, 'This address answers only Twilio.');
      return;
    }
    const { parameters } = checked;
    const asked = readTwilioPath(sent.path);
    const answerNow = () => {
      const twiml = answerSurely(sent.path, asked, parameters);
      if (twiml === null) response.writeHead(204, always).end();
      else send(response, 200, 'text/xml; charset=utf-8', twiml);
    };
    const missing = missingEdition(asked);
    if (missing) missing.then(answerNow).catch((error: unknown) => breakOff(response, error));
    else answerNow();
  };

  return (request, response, path) =>
    readBody(request, (body) => {
      if (typeof body === 'number') {
        sendText(response, body, 'This request cannot be read. Twilio does not send such requests.');
        return;
      }
      // In an event handler such as this, an uncaught error would end the process and all calls.
      try {
        reply(response, { path, body, signature: String(request.headers['x-twilio-signature'] ?? '') });
      } catch (error) {
        breakOff(response, error);
      }
    });
}

/** Headers of every response. Middleware does not set them, because it would take longer than the answer. */
const always = ['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff'];

function send(response: ServerResponse, status: number, type: string, text: string): void {
  const length = Buffer.byteLength(text);
  const head = ['Content-Type', type, 'Content-Length', String(length), ...always];
  // For ASCII text, such as every response that plays a sound, latin1 is faster.
  response.writeHead(status, head).end(text, length === text.length ? 'latin1' : 'utf8');
}

function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'text/plain; charset=utf-8', text);
}

/**
 * Number of turns that a call has had; 0 if the query does not have it. Twilio signs the address, so nobody can change
 * the number.
 */
function readTurns(query: string): number {
  return Number(/^n=(\d{1,6})$/.exec(query)?.[1] ?? 0);
}

/** The target of a transfer; null if the state of the call cannot be read, or is not that of a transfer. */
function transferOf(shelf: Pick<EditionShelf, 'find'>, code: string) {
  const lineOf = (id: string) => shelf.find(id).line;
  const state = decodeState(code, lineOf);
  if (state?.screen !== 'transfer') return null;
  const { call, language } = state;
  return { destination: destinationFor(lineOf(call.edition), language).id, language };
}

function languageOf(shelf: Pick<EditionShelf, 'find'>, asked: TwilioPath | null): LanguageTag | null {
  const state = asked?.what === 'turn' ? decodeState(asked.of, (id) => shelf.find(id).line) : null;
  return state && state.screen !== 'choose-language' ? state.language : null;
}
