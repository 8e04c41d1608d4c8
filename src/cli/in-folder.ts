import { join } from 'node:path';
import type { Finding } from '../words/finding.ts';

/** A finding with the path of its file as somebody in the project's folder can open it. */
export const inFolder = (folder: string, finding: Finding): Finding =>
  'file' in finding.place
    ? { ...finding, place: { ...finding.place, file: join(folder, finding.place.file) } }
    : finding;
