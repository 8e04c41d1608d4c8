import type { RequestHandler } from 'express';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { type Parameters, readParameters } from './read-request.ts';

/** What Twilio and we both know. */
export interface TwilioAccount {
  readonly accountSid: string;
  /** The token in use, and while rotating the next one. */
  readonly authTokens: readonly string[];
  /** The address Twilio calls, without a path: what it signs, whatever a proxy makes of it. */
  readonly publicUrl: string;
}

const parametersOf = new WeakMap<object, Parameters>();

/** The parameters of a request that has passed `checkSignature`. */
export const signedParameters = (request: object): Parameters => parametersOf.get(request) ?? {};

/** Whether a request has passed `checkSignature`. */
export const isSigned = (request: object): boolean => parametersOf.has(request);

/**
 * Lets only Twilio in: 403 for everybody else, and for everybody while no account is configured. Only POST is signed over
 * its parameters; another content type has none, so its signature fails.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function checkSignature(account: TwilioAccount | null, refused: (why: string) => void): RequestHandler {
  return (request, response, next) => {
    const refuse = (why: string) => {
      refused(why);
      response.status(403).type('text/plain').send('This address answers only Twilio.');
    };
    if (!account) return refuse('no account is configured');
    const parameters = readParameters(typeof request.body === 'string' ? request.body : '');
    if (!parameters) return refuse('too many parameters');
    if (parameters.AccountSid !== account.accountSid) return refuse('not our account');
    const signature = request.header('x-twilio-signature') ?? '';
    const address = account.publicUrl + request.originalUrl;
    if (!URL.canParse(address)) return refuse('not an address of ours');
    const fits = account.authTokens.some((token) =>
      webhooks.validateRequest(token, signature, address, { ...parameters }),
    );
    if (!fits) return refuse('the signature does not fit');
    parametersOf.set(request, parameters);
    next();
  };
}
