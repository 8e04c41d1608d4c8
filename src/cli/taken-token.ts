import { type TwilioApi, TwilioApiError } from '../operation/twilio-api.ts';

/**
 * The auth token that Twilio accepts now. While tokens are rotated, the settings have two tokens. Twilio accepts the
 * first one until the second one is promoted in Twilio's console.
 * @param tokens the tokens of the settings
 * @param open opens a client with a token
 * @returns the accepted token. This is the first one if there is no other, if all are refused, or if Twilio does not
 * answer. Without any token, it is empty
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
      const isRefused = error instanceof TwilioApiError && /credentials$/.test(error.trouble);
      if (!isRefused) return first;
    }
  }
  return first;
}
