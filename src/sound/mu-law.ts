/** Samples per second on the telephone. */
export const telephoneRate = 8000;

/** The code of digital silence: G.711's positive zero, all bits set. */
export const silenceCode = 0xff;

/**
 * The bias is added to every magnitude, so that every segment of the curve begins at a power of two. G.711 adds 33 to
 * 14-bit values. The values here have 16 bits, so the bias is four times as large.
 */
const bias = 132;

/** The largest 16-bit magnitude that still fits into a segment when the bias is added. */
const largestMagnitude = 32767 - bias;

const decoded = Float32Array.from({ length: 256 }, (_, code) => decodeCode(code) / 32768);

/** The codes of all 16-bit values, indexed by value + 32768. */
const encoded = Uint8Array.from({ length: 65536 }, (_, index) => encodeValue(index - 32768));

/**
 * Encodes samples between -1 and 1 as ITU-T G.711 µ-law codes (µ = 255), one per sample. Values outside are clipped.
 */
export function encodeMuLaw(samples: Float32Array): Uint8Array {
  const codes = new Uint8Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const value = (samples[i] ?? 0) * 32768;
    // The index is never negative, so adding a half and truncating rounds it.
    codes[i] = encoded[value < -32768 ? 0 : value > 32767 ? 65535 : (value + 32768.5) | 0] ?? silenceCode;
  }
  return codes;
}

/**
 * Decodes ITU-T G.711 µ-law codes into samples, one per code. The magnitude of a sample is at most 32124/32768, about
 * 0.980.
 */
export function decodeMuLaw(codes: Uint8Array): Float32Array {
  const samples = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) samples[i] = decoded[codes[i] ?? silenceCode] ?? 0;
  return samples;
}

/** A code consists of the sign bit, three bits for the segment and four for the step within it, all inverted. */
function encodeValue(value: number): number {
  const magnitude = Math.min(Math.abs(value), largestMagnitude) + bias;
  const segment = 24 - Math.clz32(magnitude);
  const step = (magnitude >> (segment + 3)) & 0x0f;
  const sign = value < 0 ? 0x80 : 0;
  return ~(sign | (segment << 4) | step) & 0xff;
}

/** The 16-bit value at the middle of a code's interval. */
function decodeCode(code: number): number {
  const bits = ~code & 0xff;
  const segment = (bits >> 4) & 0x07;
  const magnitude = ((((bits & 0x0f) << 3) + bias) << segment) - bias;
  return bits & 0x80 ? -magnitude : magnitude;
}
