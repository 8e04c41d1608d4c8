/**
 * The linear value of one µ-law code (ITU-T G.711), between -1 and 1. Codes are stored inverted: 0xFF is silence.
 * @param {number} code 0 to 255
 */
function toLinear(code) {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 0x07)) - 0x84;
  return (bits & 0x80 ? 0 - magnitude : magnitude) / 32768;
}

/**
 * Decodes a mono µ-law WAV (format 7), for browsers whose audio element cannot play it.
 * @param {ArrayBuffer} file
 * @returns {{ samples: Float32Array<ArrayBuffer>, sampleRate: number }} samples between -1 and 1
 * @throws {RangeError} when the file is anything else
 */
export function decodeMuLawWav(file) {
  const view = new DataView(file);
  /** @param {number} at */
  const name = (at) => (at + 4 <= view.byteLength ? String.fromCharCode(...new Uint8Array(file, at, 4)) : '');
  if (name(0) !== 'RIFF' || name(8) !== 'WAVE') throw new RangeError('Not a WAV file.');

  let sampleRate = 0;
  // Only two chunks matter here: `fmt `, and after it `data`. There may be other chunks. Every chunk is padded to an
  // even length.
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const body = at + 8;
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - body);
    if (name(at) === 'fmt ' && size >= 16 && view.getUint16(body, true) === 7 && view.getUint16(body + 2, true) === 1) {
      sampleRate = view.getUint32(body + 4, true);
    }
    if (name(at) === 'data' && sampleRate > 0) {
      return { samples: Float32Array.from(new Uint8Array(file, body, size), toLinear), sampleRate };
    }
    at = body + size + (size % 2);
  }
  throw new RangeError('Not a mono µ-law WAV file.');
}
