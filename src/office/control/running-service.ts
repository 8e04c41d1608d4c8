import { codeOf, messageOf } from '../../common/errors.ts';
import { ExplainedError } from '../../common/explained-error.ts';

/** Milliseconds to wait for a response. */
const timeout = 3000;

/**
 * The disaster switch of the service running on this machine, as a store.
 * @param note how to reach the service; a killed service may have left an outdated note
 */
export function createServiceStore({ port, secret }: { readonly port: number; readonly secret: string }) {
  const ask = async (init: RequestInit): Promise<Response | null> => {
    try {
      return await fetch(`http://localhost:${port}/control/disaster`, {
        ...init,
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        signal: AbortSignal.timeout(timeout),
      });
    } catch (error) {
      if (codeOf(Object(error).cause) === 'ECONNREFUSED') return null;
      const why = messageOf(error);
      throw new ExplainedError(
        {
          ja: `動いているサービスが、ポート${port}で応答しません(${why})。`,
          en: `The running service does not answer on port ${port}: ${why}`,
        },
        { cause: error },
      );
    }
  };
  const read = async (): Promise<string | null> => {
    const response = await ask({});
    return response?.status === 200 ? await response.text() : null;
  };
  return {
    /** Whether an office answers. */
    hasOffice: (): Promise<boolean> =>
      read().then(
        (state) => state !== null,
        () => false,
      ),
    /**
     * Whether anything listens on the port of the note, even if it does not answer. Usually this is the line, with or
     * without its office.
     */
    isThere: (): Promise<boolean> =>
      ask({}).then(
        (response) => response !== null,
        () => true,
      ),
    /**
     * Reads the state of the switch, as JSON.
     * @returns null if no service is running, if no office answers there, or if the note is outdated
     * @throws ExplainedError if the request fails in another way, for example because something listens on the port but
     * does not respond
     */
    read,
    /** Sets the state of the switch. @throws ExplainedError if no office answers, or if it does not accept the state */
    async write(text: string): Promise<void> {
      const response = await ask({ method: 'PUT', body: text });
      if (response?.status === 409)
        throw new ExplainedError({
          ja: 'ほかの人が、ちょうどお知らせを変えたところです。今の状態を確かめて、もう一度試してください。',
          en: 'Someone else has just moved the switch; check the status and try again.',
        });
      if (response?.status === 400 || response?.status === 413)
        throw new ExplainedError({
          ja: `管理プロセスが、このお知らせを受け付けませんでした(${response.status})。ログを確かめてください。`,
          en: `The office refused this notice (${response.status}); look at its log.`,
        });
      if (response?.status !== 204)
        throw new ExplainedError({
          ja: `管理プロセスが応答しません(ポート${port})。ファイルに保存できた変更は、電話の案内に伝わります。`,
          en: `The office does not answer (port ${port}). The line still learns of a change that was stored in a file.`,
        });
    },
  };
}
