import type { Response } from 'express';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { EditionRecord, SoundStore } from '../../office/editions/edition-records.ts';

/**
 * Sends everything that callers could hear as one ZIP file: `edition.json` (texts, keys, facts and hours, who and when),
 * `manifest.json` (each sound with its length and SHA-256, and which sounds make each narration), and the sounds. It
 * holds nothing about callers. It is sent piece by piece, so that other requests are answered meanwhile.
 */
export async function sendEdition(response: Response, record: EditionRecord, sounds: SoundStore): Promise<void> {
  response.type('application/zip').attachment(`kotozute-edition-${record.number}.zip`);
  const zip = new Zip((error, chunk, isLast) => {
    if (error) response.destroy(error);
    else {
      response.write(chunk);
      if (isLast) response.end();
    }
  });
  const add = (name: string, bytes: Uint8Array, isPacked: boolean) => {
    const file = isPacked ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
  };
  const { manifest, line, words, engine, ...head } = record;
  const at = new Date(record.at).toISOString();
  add('edition.json', toJson({ ...head, at, engine, line, words }), true);
  add('manifest.json', toJson(manifest), true);
  for (const { key } of manifest.sounds) {
    if (response.destroyed) return;
    const bytes = await sounds.read(key);
    if (bytes) add(`sounds/${key}.wav`, bytes, false);
    if (response.writableNeedDrain) await drained(response);
  }
  zip.end();
}

/** Waits until the browser has taken what was written, or has gone away. */
const drained = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const goOn = () => {
      response.off('drain', goOn).off('close', goOn);
      resolve();
    };
    response.on('drain', goOn).on('close', goOn);
  });

const toJson = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
