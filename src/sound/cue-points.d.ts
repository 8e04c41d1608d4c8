export function readCuePoints(file: ArrayBuffer): number[];
