/** Where sounds are kept: complete WAV files under their content keys. Nothing is ever changed under a key. */
export interface AudioStore {
  /** Every key there is. */
  keys(): Promise<string[]>;
  /** The file, or null when there is none. */
  read(key: string): Promise<Uint8Array | null>;
  /** Something that changes whenever the file does, or null when there is none; much cheaper than reading it. */
  stamp(key: string): Promise<string | null>;
  /** Keeps a file: wholly or not at all. */
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Forgets a file; no error when there is none. */
  remove(key: string): Promise<void>;
}

/** A content key: 64 hexadecimal digits. */
export const isContentKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
