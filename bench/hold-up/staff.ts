import type { ClientRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { type ConsoleVisitor, formsIn } from '../../tests/support/console-visitor.ts';
import { changeText, enterOffice, publish } from '../play-day.ts';
import { writeRequest } from './raw-requests.ts';
import type { Service } from './service.ts';

/** A member of staff in a browser. */
export interface Staff {
  readonly visitor: ConsoleVisitor;
  /** Changes a sentence and publishes the draft. @throws Error if the change is not live within two minutes */
  publish(round: number): Promise<void>;
  /** Returns a request for a page, as this member of staff sends it. */
  page(path: string): Promise<Buffer>;
  /** Returns a request that uploads a file, as this member of staff sends it. */
  upload(name: string, bytes: Uint8Array): Promise<Buffer>;
  /** Downloads a translators' workbook, and replaces one of the files in its archive. */
  workbook(file: string, text: string): Promise<Uint8Array>;
}

/**
 * Retries while the server answers 429. After a thousand simultaneous requests, the server answers 429 for a minute.
 * @throws Error when the server still answers 429 after more than a minute and a half
 */
async function patiently<Answer extends { readonly status: number }>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await ask();
    if (answer.status !== 429) return answer;
    await wait(5000);
  }
  throw new Error('Staff still get status 429.');
}

export async function signIn(service: Service): Promise<Staff> {
  const [link] = await service.says(/http\S+\/console\/sign-in\/\S+/);
  const visitor = await enterOffice(`http://127.0.0.1:${service.port}`, link);
  // A thousand simultaneous requests are sent without the visitor, but need the visitor's cookies. The type of the
  // response does not declare `req`, so `Object.create` is used to get an untyped view of the response.
  const { req }: { readonly req?: ClientRequest } = Object.create(await visitor.get('/console'));
  const headers = { Cookie: String(req?.getHeader('cookie')) };
  return {
    visitor,
    async publish(round) {
      await changeText(visitor, round);
      await publish(visitor, round);
    },
    page: async (path) => writeRequest(path, headers),
    async upload(name, bytes) {
      const page = await patiently(() => visitor.get('/console/sheets'));
      const form = formsIn(page.text).find(({ action }) => action === '/console/sheets');
      const boundary = 'hold-up-boundary';
      const fields = Object.entries(form?.hidden ?? {}).map(
        ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      );
      const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
      const body = Buffer.concat([Buffer.from(fields.join('') + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return writeRequest(
        '/console/sheets',
        { ...headers, 'Content-Type': `multipart/form-data; boundary=${boundary}` },
        body,
      );
    },
    async workbook(file, content) {
      const sheet = await patiently(() => visitor.download('/console/sheets/export?language=en&kind=xlsx'));
      return zipSync({ ...unzipSync(sheet.bytes), [file]: strToU8(content) });
    },
  };
}
