/** A store of sounds: complete WAV files under their content keys. A file is replaced only if it is damaged. */
export interface AudioStore {
  /** All keys. */
  keys(): Promise<string[]>;
  /** The file of a key, or null if there is none. */
  read(key: string): Promise<Uint8Array | null>;
  /**
   * A string that changes whenever the file changes, or null if there is no file. Reading the stamp is much cheaper
   * than reading the file.
   */
  stamp(key: string): Promise<string | null>;
  /** Stores a file atomically. */
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Deletes a file; no error if there is none. */
  remove(key: string): Promise<void>;
}

/** A content key: 64 hexadecimal digits. */
export const isContentKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
