/** A file on a static host. */
export interface HostedFile {
  /** The name without a slash before it, such as `fallback.xml`. */
  readonly name: string;
  /** The `Content-Type` with which the host serves the file. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A host for a few small files. It answers even when none of our own servers does. */
export interface AssetHost {
  /**
   * Returns the address of the host's folder, with a slash at the end. If there is no folder yet, it is created.
   * @throws TwilioApiError if a request to the host fails
   */
  address(): Promise<string>;
  /**
   * Replaces all files on the host in one step, then removes the files that are no longer needed. Sounds are named by
   * their hash, so sounds that the host already has are not sent again.
   * @throws TwilioApiError if the files cannot be replaced; the host then still serves the previous files
   */
  replace(files: readonly HostedFile[]): Promise<void>;
}
