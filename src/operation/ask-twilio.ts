import { z } from 'zod';
import { codeOf } from '../common/errors.ts';
import { TwilioApiError } from './twilio-api.ts';

/**
 * Sends a request to Twilio with Twilio's package, and reads the answer.
 * @param schema the shape that the answer must have
 * @param work sends the request
 * @throws TwilioApiError if the request fails, or if the answer does not have this shape
 */
export async function askTwilio<Read>(schema: z.ZodType<Read>, work: () => Promise<unknown>): Promise<Read> {
  const answer = await work().catch((error: unknown) => {
    throw toApiError(error);
  });
  const read = schema.safeParse(answer);
  if (!read.success) throw new TwilioApiError('unreadable', z.prettifyError(read.error).slice(0, 300));
  return read.data;
}

/**
 * Twilio’s error code for a request that is not allowed with test credentials. Almost no requests are allowed with
 * them. Source: https://www.twilio.com/docs/api/errors/20008
 */
const forTestCredentials = 20008;

/**
 * Converts an error of Twilio's package. Only its status and its code are kept, because the package's errors contain
 * the body of the answer, and sometimes the request.
 */
export function toApiError(error: unknown): TwilioApiError {
  const status = Number(Reflect.get(Object(error), 'status'));
  const code = Reflect.get(Object(error), 'code');
  const isCode = typeof code === 'number' || typeof code === 'string';
  const detail = [...(status ? [`status ${status}`] : []), ...(isCode ? [`code ${code}`] : [])].join(', ') || '–';
  if (status === 403 && code === forTestCredentials) return new TwilioApiError('test-credentials', detail);
  if (status === 401 || status === 403) return new TwilioApiError('credentials', detail);
  if (status === 404) return new TwilioApiError('unknown', detail);
  if (status === 429) return new TwilioApiError('too-many', detail);
  if (status >= 500) return new TwilioApiError('server', detail);
  if (status >= 400) return new TwilioApiError('refused', detail, typeof code === 'number' ? code : null);
  if (status >= 300) return new TwilioApiError('unreadable', detail);
  return codeOf(error) === undefined
    ? new TwilioApiError('unreadable', detail)
    : new TwilioApiError('unreachable', detail);
}
