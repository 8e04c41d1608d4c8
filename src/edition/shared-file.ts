import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { codeOf } from '../common/errors.ts';

/** Why a file that office and line share is not read: it is not as it was written, or a later version wrote it. */
export class SharedFileError extends Error {
  override readonly name = 'SharedFileError';
  readonly kind: 'damaged' | 'not-mine';

  constructor(kind: 'damaged' | 'not-mine', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A kind of file that the office writes and the line reads. */
export interface SharedFileKind {
  /** Stands at the beginning of each. */
  readonly name: string;
  /** Raised whenever versions of before cannot read it. */
  readonly format: number;
  /** Bytes of the longest that is read. */
  readonly longest: number;
}

const head = /^kotozute-([a-z-]{1,30}) (\d{1,6}) ([0-9a-f]{64})\n/;
const headLength = 120;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** One line with the kind, the format and the SHA-256 of what follows, then JSON. */
export function toShared({ name, format }: SharedFileKind, value: unknown): Uint8Array {
  const body = Buffer.from(JSON.stringify(value));
  return Buffer.concat([Buffer.from(`kotozute-${name} ${format} ${digest(body)}\n`), body]);
}

/**
 * Reads what `toShared` has written. What is inside is what this program put there: its sum says so.
 * @throws SharedFileError `damaged` for anything else, and `not-mine` for a format that this version does not know
 */
export function fromShared<Value>({ name, format, longest }: SharedFileKind, bytes: Uint8Array): Value {
  const damaged = () => new SharedFileError('damaged', `A file with a ${name} is damaged; the office writes it again.`);
  if (bytes.length > longest) throw damaged();
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1');
  const [line = '', kind, number, sum] = head.exec(start) ?? [];
  if (kind !== name) throw damaged();
  if (Number(number) !== format) {
    throw new SharedFileError('not-mine', `A file with a ${name} has format ${number}; this version reads ${format}.`);
  }
  const body = bytes.subarray(line.length);
  if (digest(body) !== sum) throw damaged();
  return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
}

/**
 * Reads a file of some kind, never more of it than may be.
 * @returns null where there is none
 * @throws SharedFileError as `fromShared`; or whatever the system says of a file that cannot be read
 */
export async function readShared<Value>(kind: SharedFileKind, path: string): Promise<Value | null> {
  try {
    // What lies there may be a pipe, which would be waited for.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      const { size } = found;
      if (!found.isFile() || size > kind.longest)
        throw new SharedFileError('damaged', `A file with a ${kind.name} is no ordinary file, or far too long.`);
      const bytes = Buffer.alloc(size);
      const { bytesRead } = await file.read(bytes, 0, size, 0);
      return fromShared(kind, bytes.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes it whole, or leaves what was there before. */
export const writeShared = (kind: SharedFileKind, path: string, value: unknown): Promise<void> =>
  writeFileAtomic(path, Buffer.from(toShared(kind, value)));
