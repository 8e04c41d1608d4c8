import type { Response } from 'express';
import { strToU8 } from 'fflate';
import { sendZip } from '../../frame/send-zip.ts';
import type { EditionRecord, SoundStore } from '../../office/editions/edition-records.ts';

/**
 * Sends an edition as one ZIP file. It contains nothing about callers.
 * - `edition.json`: texts, keys, facts and hours, who published the edition, and when
 * - `manifest.json`: each sound with its length and SHA-256, and which sounds make each narration
 * - `sounds/`: the sounds as WAV files, without those that are no longer stored
 */
export const sendEdition = (response: Response, record: EditionRecord, sounds: SoundStore): Promise<void> =>
  sendZip(response, `kotozute-edition-${record.number}.zip`, filesOf(record, sounds));

async function* filesOf(record: EditionRecord, sounds: SoundStore) {
  const { manifest, line, words, engine, ...head } = record;
  const at = new Date(record.at).toISOString();
  yield { name: 'edition.json', bytes: toJson({ ...head, at, engine, line, words }), isPacked: true };
  yield { name: 'manifest.json', bytes: toJson(manifest), isPacked: true };
  for (const { key } of manifest.sounds) {
    const bytes = await sounds.read(key);
    if (bytes) yield { name: `sounds/${key}.wav`, bytes, isPacked: false };
  }
}

const toJson = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
