import type { TextToSpeechClient } from '@google-cloud/text-to-speech';
import type { CallOptions } from 'google-gax';
import type { Bilingual } from '../../../common/bilingual.ts';
import { codeOf, messageOf } from '../../../common/errors.ts';
import { SpeechError } from '../../engine.ts';

/**
 * Creates Google's client, ready to use. Its package is loaded here, when it is first needed, because it takes 45 MB
 * and half a second. An office that has all its sounds does not need it.
 * @param endpoint address (`host:port`) of a substitute for Google's server, called without encryption and without
 * credentials; null for Google
 * @throws SpeechError when there are no credentials
 */
export async function connect(endpoint: string | null): Promise<TextToSpeechClient> {
  if (endpoint === null) await findCredentials();
  const { TextToSpeechClient } = await import('@google-cloud/text-to-speech');
  const client = new TextToSpeechClient(endpoint === null ? {} : await substituteOptions(endpoint));
  // Without this call, a failure of the first request could also cause an unhandled rejection, which would end the
  // process.
  await client.initialize();
  return client;
}

async function substituteOptions(endpoint: string) {
  const { grpc } = await import('google-gax');
  const { GoogleAuth, PassThroughClient } = await import('google-auth-library');
  const { hostname, port } = new URL(`http://${endpoint}`);
  return {
    apiEndpoint: hostname,
    port: Number(port),
    sslCreds: grpc.credentials.createInsecure(),
    universeDomain: 'googleapis.com',
    auth: new GoogleAuth({ authClient: new PassThroughClient() }),
  };
}

/** Timeouts and retry delays for calls to Google, in milliseconds. */
export interface RetryPolicy {
  /** The timeout of one attempt. */
  readonly attempt: number;
  /**
   * The timeout for all attempts together, including the delays between them. When this time is over, a running attempt
   * is cut off, but a running delay is not.
   */
  readonly total: number;
  /** The maximum delay before the second attempt. It doubles with every further attempt, up to a sixth of the total. */
  readonly firstDelay: number;
}

/** Google needs well under a second for a sentence, and refills an exhausted quota every minute. */
export const defaultRetryPolicy: RetryPolicy = { attempt: 15_000, total: 60_000, firstDelay: 500 };

/**
 * The codes of transient errors: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL and UNAVAILABLE. Any other error would
 * recur on a retry.
 */
const retryableCodes = [4, 8, 13, 14];

/**
 * The options for one call. All of them are set explicitly. With the defaults of the package, a call would take up to
 * ten minutes, and would be retried after only two of these codes.
 */
export async function callOptions({ attempt, total, firstDelay }: RetryPolicy): Promise<CallOptions> {
  const { createBackoffSettings, RetryOptions } = await import('google-gax');
  const delays = createBackoffSettings(firstDelay, 2, total / 6, attempt, 1, attempt, total);
  return { timeout: attempt, retry: new RetryOptions(retryableCodes, delays) };
}

/**
 * The OAuth scope for Google's APIs: https://docs.cloud.google.com/docs/authentication/application-default-credentials
 */
const scope = 'https://www.googleapis.com/auth/cloud-platform';

/**
 * Looks for credentials with Google's library. The library tries the file that GOOGLE_APPLICATION_CREDENTIALS names,
 * then a signed-in `gcloud`, and then the machine's own account inside Google Cloud. Nothing is sent to Google, so an
 * office that has all its sounds starts even if Google cannot be reached.
 * @throws SpeechError when there are no credentials, or the file cannot be read or contains none
 */
export async function findCredentials(): Promise<void> {
  const { GoogleAuth } = await import('google-auth-library');
  try {
    await new GoogleAuth({ scopes: scope }).getClient();
  } catch (error) {
    throw new SpeechError(adviceFor(error));
  }
}

/**
 * Says what to do. The error's own message is not included, because Google's library may quote the key file in it,
 * which contains a secret.
 */
function adviceFor(error: unknown): Bilingual {
  if (messageOf(error).startsWith('Could not load the default credentials')) {
    return {
      ja: 'Googleの声に必要な認証情報がありません。GOOGLE_APPLICATION_CREDENTIALS に、サービスアカウントのキーのファイルを設定してください。',
      en: "There are no credentials for Google's voices; set GOOGLE_APPLICATION_CREDENTIALS to the path of the key file of a service account.",
    };
  }
  switch (codeOf(error)) {
    case 'ENOENT':
      return {
        ja: 'GOOGLE_APPLICATION_CREDENTIALS に設定したファイルがありません。サービスアカウントのキーのファイルを設定してください。',
        en: 'The file that GOOGLE_APPLICATION_CREDENTIALS names does not exist; name the key file of a service account.',
      };
    case 'EACCES':
      return {
        ja: 'GOOGLE_APPLICATION_CREDENTIALS に設定したファイルを、このアカウントでは読めません。読めるように権限を付けてください。',
        en: 'The file that GOOGLE_APPLICATION_CREDENTIALS names cannot be read by this user account; give it permission to read the file.',
      };
    default:
      return {
        ja: 'GOOGLE_APPLICATION_CREDENTIALS に設定したファイルに、Googleの認証情報がありません。サービスアカウントのキーを、JSONでダウンロードしてください。',
        en: 'The file that GOOGLE_APPLICATION_CREDENTIALS names contains no Google credentials; download the key of a service account as JSON.',
      };
  }
}
