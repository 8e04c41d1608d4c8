import { createHmac, timingSafeEqual } from 'node:crypto';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { connectionOverrides } from './connection-overrides.ts';
import { type Parameters, readParameters } from './read-webhook.ts';

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

/**
 * Characters of a body up to which the library tries other spellings of an address: a dozen signatures, which over the
 * longest body of a stranger would take a millisecond. Twilio's bodies have about one thousand.
 */
export const longestRespelled = 8000;

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
  if (!isSignature.test(signature)) return { refused: 'the signature does not fit' };
  const signed = signedPart(parameters);
  const fits = account.authTokens.some((token) => {
    const isFrom = (address: string) =>
      isSigned(token, signature, address + signed) ||
      (body.length <= longestRespelled && isSignedRespelled(token, signature, address, parameters));
    return account.signedUrls.some((url) => isFrom(url + path) || isFrom(url + path + connectionOverrides));
  });
  return fits ? { parameters } : { refused: 'the signature does not fit' };
}

/** What is signed behind the address: every parameter, sorted by name, and of a repeated one each value once, sorted. */
function signedPart(parameters: Parameters): string {
  let text = '';
  for (const name of Object.keys(parameters).sort()) {
    const value = parameters[name] ?? '';
    if (typeof value === 'string') text += name + value;
    else for (const each of [...new Set(value)].sort()) text += name + each;
  }
  return text;
}

/**
 * Over the address as it was given. Reckoned here rather than by the library, which sorts the parameters anew for every address;
 * a property test holds the two against each other.
 */
function isSigned(token: string, signature: string, text: string): boolean {
  const expected = Buffer.from(createHmac('sha1', token).update(text).digest('base64'));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Over the address with or without its port, and in other spellings. */
const isSignedRespelled = (token: string, signature: string, address: string, parameters: Parameters): boolean =>
  URL.canParse(address) && webhooks.validateRequest(token, signature, address, { ...parameters });
