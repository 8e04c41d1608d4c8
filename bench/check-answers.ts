import { withConnections } from './http-connection.ts';
import type { Rung } from './rungs/rung.ts';

/** A copy of a request, with a wrong signature. */
const forge = (request: Buffer): Buffer =>
  Buffer.from(request.toString().replace(/(?<=X-Twilio-Signature: ).*(?=\r)/, `${'A'.repeat(27)}=`));

/**
 * Checks the answers of a server before it is measured, because the speed of a wrong answer means nothing. Every
 * request must be answered once with a turn. If the rung checks signatures, it must also refuse a forged request.
 * @throws Error that names the rung and its wrong answer
 */
export async function checkAnswers(rung: Rung, port: number, requests: readonly Buffer[]): Promise<void> {
  await withConnections(port, 1, async ([connection]) => {
    const expect = async (request: Buffer, status: number, text: string) => {
      const answer = await connection?.ask(request);
      if (answer?.status === status && answer.body.includes(text)) return;
      const expected = `${status}${text && ` with ${text}`}`;
      throw new Error(`"${rung.title}" answered ${answer?.status} ${answer?.body}; expected: ${expected}.`);
    };
    for (const request of requests) await expect(request, 200, '<Play>');
    const [first] = requests;
    if (rung.refusesForgery && first) await expect(forge(first), 403, '');
  });
}
