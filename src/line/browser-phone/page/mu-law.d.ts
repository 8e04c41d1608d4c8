/** The types of mu-law.js, for the tests, which are TypeScript without the browser's own types. */
export function decodeMuLawWav(file: ArrayBuffer): { samples: Float32Array<ArrayBuffer>; sampleRate: number };
