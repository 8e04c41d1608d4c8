import { createHash } from 'node:crypto';
import { expect } from '#jest';
import { createEdition } from '../../src/office/editions/edition.ts';
import { draftOf } from '../../src/office/editions/edition-content.ts';
import type { EditionRecords } from '../../src/office/editions/edition-records.ts';
import { everyScript } from '../../src/office/editions/every-narration.ts';
import { readSealed } from '../../src/sound/seal.ts';

/**
 * Expects that a stored edition is complete. Its hash must match its content. Its manifest must list the narration of
 * every script, with its sentences in order. Every sound of the manifest must be stored with exactly the same bytes.
 */
export async function expectWhole(records: EditionRecords, hash: string): Promise<void> {
  const record = await records.find(hash);
  if (!record) throw new Error(`The edition ${hash} is not stored.`);
  const edition = createEdition(draftOf(record), record.engine);
  expect(edition.hash).toBe(hash);
  const { sounds, narrations } = record.manifest;
  const listed = new Map(
    narrations.map(({ key, parts }) => [key, parts.map((part) => (part < 0 ? -part : sounds[part]?.key))]),
  );
  const needed = new Map<string, (string | number)[]>();
  for (const script of everyScript(edition)) {
    if (!script) continue;
    const { key, parts } = script.narration;
    needed.set(
      key,
      parts.map((part) => (typeof part === 'number' ? part : part.key)),
    );
  }
  expect(listed).toEqual(needed);
  expect(new Set(sounds.map(({ key }) => key)).size).toBe(sounds.length);
  for (const { key, seconds, sha256 } of sounds) {
    const bytes = (await records.sounds.read(key)) ?? Buffer.of();
    expect([key, createHash('sha256').update(bytes).digest('hex')]).toEqual([key, sha256]);
    expect(readSealed(bytes, key).length / 8000).toBe(seconds);
  }
}
