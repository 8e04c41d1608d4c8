import { createHmac, timingSafeEqual } from 'node:crypto';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { connectionOverrides } from '../../common/twilio-addresses.ts';
import { type Parameters, readParameters } from './read-webhook.ts';

/** The Twilio account of the line. */
export interface TwilioAccount {
  readonly accountSid: string;
  /** The current token and, during rotation, the next one. */
  readonly authTokens: readonly string[];
  /** The address that Twilio requests and signs, without a path. A proxy may rewrite it before the line sees it. */
  readonly publicUrl: string;
  /** `publicUrl` in the spellings that may have been entered in Twilio's console: as configured, and normalised. */
  readonly signedUrls: readonly string[];
}

/** A received request. */
export interface Sent {
  /** The path, starting with `/twilio`, with its query. */
  readonly path: string;
  readonly body: string;
  /** The header `X-Twilio-Signature`. */
  readonly signature: string;
}

/**
 * Maximum length of a body, in characters, for which other spellings of the address are tried. Twilio's library does
 * this by computing a dozen signatures, which would take a millisecond for the longest body. Twilio's bodies have about
 * one thousand characters.
 */
export const longestRespelled = 8000;

/** The form of a signature: a SHA-1 hash in base64. */
const signatureForm = /^[\w+/]{27}=$/;

/** The parameters of an authentic request, or why it was refused. */
type Checked = { readonly parameters: Parameters } | { readonly refused: string };

/**
 * Checks whether a request comes from Twilio. If no account is configured, every request is refused. Twilio signs the
 * parameters of forms. A request of any other content type has no parameters, so it is refused too.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function checkSignature(account: TwilioAccount | null, { path, body, signature }: Sent): Checked {
  if (!account) return { refused: 'no account is configured' };
  const parameters = readParameters(body);
  if (!parameters) return { refused: 'too many parameters' };
  if (parameters.AccountSid !== account.accountSid) return { refused: 'not our account' };
  // Most forged requests have a signature in a wrong format. These are refused without computing the right signature.
  if (!signatureForm.test(signature)) return { refused: 'the signature does not fit' };
  const signed = signedPart(parameters);
  const fits = account.authTokens.some((token) => {
    const isFrom = (address: string) =>
      isSigned(token, signature, address + signed) ||
      (body.length <= longestRespelled && isSignedRespelled(token, signature, address, parameters));
    return account.signedUrls.some((url) => isFrom(url + path) || isFrom(url + path + connectionOverrides));
  });
  return fits ? { parameters } : { refused: 'the signature does not fit' };
}

/**
 * The text that Twilio signs after the address: the names and values of all parameters, sorted by name. For a repeated
 * parameter, the text has each of its distinct values, sorted, with the name before each value.
 */
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
 * Whether the signature is valid for exactly this text. Does not use Twilio's library, because it sorts the parameters
 * again for every address. A property test compares the signatures computed here with the library's.
 */
function isSigned(token: string, signature: string, text: string): boolean {
  const expected = Buffer.from(createHmac('sha1', token).update(text).digest('base64'));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Whether the signature is valid for another spelling of the address, such as with or without its port. */
const isSignedRespelled = (token: string, signature: string, address: string, parameters: Parameters): boolean =>
  URL.canParse(address) && webhooks.validateRequest(token, signature, address, { ...parameters });
