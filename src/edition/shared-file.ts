import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf } from '../common/errors.ts';
import { ExplainedError } from '../common/explained-error.ts';

/** A file shared by office and line cannot be used: it is damaged, or was written by another version. */
export class SharedFileError extends ExplainedError {
  override readonly name = 'SharedFileError';
  readonly kind: 'damaged' | 'not-mine';

  constructor(kind: 'damaged' | 'not-mine', explanation: Bilingual) {
    super(explanation);
    this.kind = kind;
  }
}

/** A type of file that one of the two processes, line and office, writes and the other reads. */
export interface SharedFileKind {
  /** The first word of each file, after `kotozute-`. */
  readonly name: string;
  /** Increment whenever earlier versions cannot read the new files. */
  readonly format: number;
  /** Earlier formats that are read as well. */
  readonly alsoReads?: readonly number[];
  /** Maximum size in bytes. */
  readonly longest: number;
}

const head = /^kotozute-([a-z-]{1,30}) (\d{1,6}) ([0-9a-f]{64})\n/;
const headLength = 120;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Returns the content of a shared file: a header line with the kind, the format and the SHA-256 of the rest, then JSON.
 */
export function toShared({ name, format }: SharedFileKind, value: unknown): Uint8Array {
  const body = Buffer.from(JSON.stringify(value));
  return Buffer.concat([Buffer.from(`kotozute-${name} ${format} ${digest(body)}\n`), body]);
}

/**
 * Reads what `toShared` returned. The JSON is not validated, because the checksum shows that it has not changed since
 * it was written. The checksum does not show who wrote it.
 * @throws SharedFileError `damaged` for other content, and `not-mine` for a format that this version does not know
 */
export function fromShared<Value>({ name, format, longest, alsoReads = [] }: SharedFileKind, bytes: Uint8Array): Value {
  const damaged = () =>
    new SharedFileError('damaged', {
      ja: `ファイル(${name})が壊れています。このファイルを書くプロセスが、次に書くときに置き換えます。`,
      en: `The ${name} file is damaged. It is replaced when the process that wrote it writes again.`,
    });
  if (bytes.length > longest) throw damaged();
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1');
  const [line = '', kind, number, sum] = head.exec(start) ?? [];
  if (kind !== name) throw damaged();
  if (Number(number) !== format && !alsoReads.includes(Number(number))) {
    const readable = [...alsoReads, format].join(', ');
    throw new SharedFileError('not-mine', {
      ja: `ファイル(${name})の形式は${number}ですが、このバージョンが読めるのは${readable}です。`,
      en: `The ${name} file has format ${number}; this version reads ${readable}.`,
    });
  }
  const body = bytes.subarray(line.length);
  if (digest(body) !== sum) throw damaged();
  return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
}

/**
 * Reads a shared file, never more than its maximum size.
 * @returns null if there is no such file
 * @throws SharedFileError as `fromShared`, or a system error when the file cannot be read
 */
export async function readShared<Value>(kind: SharedFileKind, path: string): Promise<Value | null> {
  try {
    // The path may be that of a pipe. Without this flag, opening a pipe would block.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      const { size } = found;
      if (!found.isFile() || size > kind.longest)
        throw new SharedFileError('damaged', {
          ja: `ファイル(${kind.name})が、普通のファイルではないか、大きすぎます。`,
          en: `The ${kind.name} file is not a regular file, or is too large.`,
        });
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

/** Writes a shared file atomically. */
export const writeShared = (kind: SharedFileKind, path: string, value: unknown): Promise<void> =>
  writeFileAtomic(path, Buffer.from(toShared(kind, value)));
