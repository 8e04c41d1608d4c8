import { codeOf, messageOf } from '../../common/errors.ts';
import { ExplainedError } from '../../common/explained-error.ts';

/** Timeout in milliseconds. */
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
  return {
    /** @returns null if no service is running, or another program has its port now */
    async read(): Promise<string | null> {
      const response = await ask({});
      return response?.status === 200 ? await response.text() : null;
    },
    /** @throws Error if no service answers, or if the service does not accept the state */
    async write(text: string): Promise<void> {
      const response = await ask({ method: 'PUT', body: text });
      if (response?.status === 409)
        throw new ExplainedError({
          ja: 'ほかの人が、ちょうどお知らせを変えたところです。今の状態を確かめて、もう一度試してください。',
          en: 'Someone else has just moved the switch; check the status and try again.',
        });
      if (response?.status !== 204)
        throw new ExplainedError({
          ja: `管理プロセスが応答しません(ポート${port})。電話の案内には、ファイルで伝わります。`,
          en: `The office does not answer (port ${port}). The line learns of it from a file.`,
        });
    },
  };
}
