import { codeOf } from './errors.ts';

/** Milliseconds within which an answer must be complete: as long as Twilio waits. */
const patience = 15_000;

/** Maximum length of an answer, in bytes: enough for a sound of ten minutes. */
const longestAnswer = 5_000_000;

/** What came back from an address. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  /** The address that the answer redirects to; empty if it does not redirect. */
  readonly location: string;
  /** The value of the `Cache-Control` header; empty if there is none. */
  readonly caching: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * No usable answer came. `code` is `too long` if the answer was too long, and `ETIMEDOUT` if the answer was late.
 * Otherwise it is the code of the failure, or the name of the error if the failure has no code.
 */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly code: string;

  constructor(code: string) {
    super(`There was no answer (${code}).`);
    this.code = code;
  }
}

/**
 * Fetches an address as an outside client would. Redirects are not followed unless `init` says so.
 * @throws NoAnswerError when no whole answer comes in time, or when the answer is longer than `longestAnswer`
 */
export const fetchAnswer = (address: string, init: RequestInit = {}): Promise<Answer> =>
  request(address, init, async (answer) => {
    const bytes = await readBounded(answer);
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      location: answer.headers.get('location') ?? '',
      caching: answer.headers.get('cache-control') ?? '',
      bytes,
      text: new TextDecoder().decode(bytes),
    };
  });

/**
 * Fetches an address for the status alone; the body of the answer is not read.
 * @throws NoAnswerError when no answer comes in time
 */
export const fetchStatus = (address: string, init: RequestInit = {}): Promise<number> =>
  request(address, init, async ({ status, body }) => {
    await body?.cancel();
    return status;
  });

async function request<Read>(
  address: string,
  init: RequestInit,
  read: (answer: Response) => Promise<Read>,
): Promise<Read> {
  try {
    return await read(await fetch(address, { redirect: 'manual', ...init, signal: AbortSignal.timeout(patience) }));
  } catch (error) {
    if (error instanceof NoAnswerError) throw error;
    const { name, cause } = Object(error);
    throw new NoAnswerError(codeOf(cause) ?? (name === 'TimeoutError' ? 'ETIMEDOUT' : String(name)));
  }
}

async function readBounded({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) throw new NoAnswerError('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
