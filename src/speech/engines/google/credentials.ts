import { codeOf, messageOf } from '../../../common/errors.ts';
import { SpeechError } from '../../engine.ts';

/** What calling Google's APIs needs: https://docs.cloud.google.com/docs/authentication/application-default-credentials */
const scope = 'https://www.googleapis.com/auth/cloud-platform';

/**
 * Looks for credentials where Google's own library does: the file that GOOGLE_APPLICATION_CREDENTIALS names, then a
 * signed-in `gcloud`, then the machine's own account inside Google's cloud. Nothing is sent to Google, so a line whose
 * recordings are all there starts without it.
 * @throws SpeechError when there are none, or the file holds none
 */
export async function findCredentials(): Promise<void> {
  const { GoogleAuth } = await import('google-auth-library');
  try {
    await new GoogleAuth({ scopes: scope }).getClient();
  } catch (error) {
    throw new SpeechError(adviceFor(error));
  }
}

/** The library's own messages quote from the file, which holds a secret, so none of them is passed on. */
function adviceFor(error: unknown): string {
  if (messageOf(error).startsWith('Could not load the default credentials')) {
    return "Google's voices need credentials, and there are none; let GOOGLE_APPLICATION_CREDENTIALS name the key file of a service account.";
  }
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'The file that GOOGLE_APPLICATION_CREDENTIALS names does not exist; name the key file of a service account.';
    case 'EACCES':
      return 'The file that GOOGLE_APPLICATION_CREDENTIALS names may not be read by this account; allow it.';
    default:
      return 'The file that GOOGLE_APPLICATION_CREDENTIALS names holds no credentials of Google; download the key of a service account as JSON.';
  }
}
