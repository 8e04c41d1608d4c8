import { type TwilioApi, TwilioApiError } from './twilio-api.ts';

/**
 * The token that Twilio takes now: while tokens are rotated, the first one until the second is promoted.
 * @param tokens those of the settings
 * @param open a client with a token
 * @returns the first one also if all are refused, or Twilio cannot be asked
 */
export async function takenToken(
  tokens: readonly string[],
  open: (token: string) => Pick<TwilioApi, 'account'>,
): Promise<string> {
  const [first = ''] = tokens;
  if (tokens.length < 2) return first;
  for (const token of tokens) {
    try {
      await open(token).account();
      return token;
    } catch (error) {
      if (!(error instanceof TwilioApiError) || error.trouble !== 'credentials') return first;
    }
  }
  return first;
}
