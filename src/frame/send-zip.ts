import type { Response } from 'express';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file in a ZIP file. */
interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** False for sounds, which compression hardly makes smaller. */
  readonly isPacked: boolean;
}

/**
 * Sends a ZIP file piece by piece. So it is never in memory as a whole, and other requests are answered while it is
 * being sent.
 * @param files the files in order. The next one is requested when the browser has received the previous one, apart from
 * what fits into a small buffer. After the browser has gone, at most one more file is requested
 */
export async function sendZip(response: Response, name: string, files: AsyncIterable<ZippedFile>): Promise<void> {
  response.type('application/zip').attachment(name);
  const zip = new Zip((error, chunk, isLast) => {
    if (error) response.destroy(error);
    else {
      response.write(chunk);
      if (isLast) response.end();
    }
  });
  for await (const { name: fileName, bytes, isPacked } of files) {
    if (response.destroyed) return;
    const file = isPacked ? new ZipDeflate(fileName) : new ZipPassThrough(fileName);
    zip.add(file);
    file.push(bytes, true);
    if (response.writableNeedDrain) await drained(response);
  }
  if (!response.destroyed) zip.end();
}

/** Waits until the browser has received what was written, or has closed the connection. */
const drained = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const goOn = () => {
      response.off('drain', goOn).off('close', goOn);
      resolve();
    };
    response.on('drain', goOn).on('close', goOn);
  });
