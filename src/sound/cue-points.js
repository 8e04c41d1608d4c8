/** The number of bytes of one cue point. */
const pointBytes = 24;
/** The offset, within a cue point, of the number of the sample that it marks. */
const sampleAt = 20;

/**
 * The seconds at which the sentences of a narration begin, from the `cue ` chunk of its WAV file.
 * @param {ArrayBuffer} file
 * @returns {number[]} empty if the file has no cue points
 */
export function readCuePoints(file) {
  const view = new DataView(file);
  /** @param {number} at */
  const name = (at) => String.fromCharCode(...new Uint8Array(file, at, 4));
  let sampleRate = 0;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const body = at + 8;
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - body);
    if (name(at) === 'fmt ' && size >= 16) sampleRate = view.getUint32(body + 4, true);
    if (name(at) === 'cue ' && size >= 4 && sampleRate > 0) {
      const count = Math.min(view.getUint32(body, true), Math.floor((size - 4) / pointBytes));
      return Array.from(
        { length: count },
        (_, index) => view.getUint32(body + 4 + index * pointBytes + sampleAt, true) / sampleRate,
      );
    }
    at = body + size + (size % 2);
  }
  return [];
}
