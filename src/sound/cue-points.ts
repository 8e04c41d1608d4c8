import { appendChunk } from './append-chunk.ts';
import { readRiffChunks } from './riff-chunks.ts';
import { viewOf } from './wav-chunks.ts';

/** A cue point of the RIFF format: id, position, `data`, two offsets of chunks, and the sample it points at. */
const pointBytes = 24;

/**
 * The same WAV file with the samples at which its sentences begin, in the standard `cue ` chunk: who shows the words can
 * mark the one that is spoken.
 */
export function addCuePoints(wav: Uint8Array, starts: readonly number[]): Uint8Array {
  const content = new Uint8Array(4 + starts.length * pointBytes);
  const view = viewOf(content);
  view.setUint32(0, starts.length, true);
  for (const [index, start] of starts.entries()) {
    const offset = 4 + index * pointBytes;
    view.setUint32(offset, index + 1, true);
    view.setUint32(offset + 4, start, true);
    content.set(Buffer.from('data', 'latin1'), offset + 8);
    view.setUint32(offset + 20, start, true);
  }
  return appendChunk(wav, 'cue ', content);
}

/**
 * The samples at which sentences begin; none when the file does not say.
 * @throws AudioFileError when the bytes are no RIFF file
 */
export function readCuePoints(wav: Uint8Array): number[] {
  const content = readRiffChunks(wav).get('cue ');
  if (!content || content.length < 4) return [];
  const view = viewOf(content);
  const count = Math.min(view.getUint32(0, true), Math.floor((content.length - 4) / pointBytes));
  return Array.from({ length: count }, (_, index) => view.getUint32(4 + index * pointBytes + 20, true));
}
