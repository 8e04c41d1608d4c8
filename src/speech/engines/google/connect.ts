import type { TextToSpeechClient } from '@google-cloud/text-to-speech';
import { findCredentials } from './credentials.ts';

/**
 * Google's client, ready to be called. It is loaded here and not before, because it takes 45 MB and half a second that a
 * line with all its recordings need not spend.
 * @param endpoint a server in Google's place, `host:port`, called in plain text and without credentials; null for Google
 * @throws SpeechError when there are no credentials
 */
export async function connect(endpoint: string | null): Promise<TextToSpeechClient> {
  if (endpoint === null) await findCredentials();
  const { TextToSpeechClient } = await import('@google-cloud/text-to-speech');
  const client = new TextToSpeechClient(endpoint === null ? {} : await standIn(endpoint));
  // Without this the first call would leave a second rejection behind that nobody can catch, and end the process.
  await client.initialize();
  return client;
}

async function standIn(endpoint: string) {
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
