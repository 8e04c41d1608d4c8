/** Size of a cue point, and offset of the sample position in a cue point, in bytes. */
const pointBytes = 24;
const sampleAt = 20;
const samplesPerSecond = 8000;

/**
 * The seconds at which the sentences of a narration begin, from the `cue ` chunk of its WAV file; empty if there is no such
 * chunk.
 * @param {ArrayBuffer} file
 */
export function readCuePoints(file) {
  const view = new DataView(file);
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    if (String.fromCharCode(...new Uint8Array(file, at, 4)) === 'cue ') {
      const count = Math.min(view.getUint32(at + 8, true), Math.floor((size - 4) / pointBytes));
      return Array.from(
        { length: count },
        (_, index) => view.getUint32(at + 12 + index * pointBytes + sampleAt, true) / samplesPerSecond,
      );
    }
    at += 8 + size + (size % 2);
  }
  return [];
}
