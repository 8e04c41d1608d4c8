import { timingSafeEqual } from 'node:crypto';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { connectionOverrides } from './connection-overrides.ts';
import { type Parameters, readParameters } from './read-request.ts';

/** What Twilio and we both know. */
export interface TwilioAccount {
  readonly accountSid: string;
  /** The token in use, and while rotating the next one. */
  readonly authTokens: readonly string[];
  /** The address Twilio calls, without a path: what it signs, whatever a proxy makes of it. */
  readonly publicUrl: string;
  /** The same address as it may have been typed into Twilio's console: what was configured, and what it means. */
  readonly signedUrls: readonly string[];
}

/** A request as it arrived. */
export interface Sent {
  /** From `/twilio` on, with its query. */
  readonly path: string;
  readonly body: string;
  /** The header `X-Twilio-Signature`. */
  readonly signature: string;
}

/** SHA-1 in base64. */
const isSignature = /^[\w+/]{27}=$/;

/** The parameters of a request that is Twilio's, or why it is not. */
export type Checked = { readonly parameters: Parameters } | { readonly refused: string };

/**
 * Tells Twilio from everybody else; nobody is Twilio while no account is configured. Only forms are signed over their
 * parameters; another content type has none, so its signature fails.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function checkSignature(account: TwilioAccount | null, { path, body, signature }: Sent): Checked {
  if (!account) return { refused: 'no account is configured' };
  const parameters = readParameters(body);
  if (!parameters) return { refused: 'too many parameters' };
  if (parameters.AccountSid !== account.accountSid) return { refused: 'not our account' };
  // A stranger's signature is mostly none at all, and then costs nothing.
  const fits =
    isSignature.test(signature) &&
    account.authTokens.some((token) => {
      const isFrom = (address: string) => isSigned(token, signature, address, parameters);
      return account.signedUrls.some((url) => isFrom(url + path) || isFrom(url + path + connectionOverrides));
    });
  return fits ? { parameters } : { refused: 'the signature does not fit' };
}

/**
 * The address as it was given is tried first; the library tries it with and without its port, and other spellings. Twilio
 * signs an address without what stands behind its `#`; other engines that speak its language sign it whole.
 */
function isSigned(token: string, signature: string, address: string, parameters: Parameters): boolean {
  const expected = Buffer.from(webhooks.getExpectedTwilioSignature(token, address, parameters));
  const given = Buffer.from(signature);
  if (expected.length === given.length && timingSafeEqual(expected, given)) return true;
  return URL.canParse(address) && webhooks.validateRequest(token, signature, address, { ...parameters });
}
