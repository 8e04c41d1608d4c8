/** A file on a static host. */
export interface HostedFile {
  /** Without a slash before it: `fallback.xml`. */
  readonly name: string;
  /** As it is answered in `Content-Type`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A host for a few small files, which answers when no server of ours does. */
export interface AssetHost {
  /**
   * The address of its folder, with a slash at the end. The first time the folder is made.
   * @throws TwilioApiError
   */
  address(): Promise<string>;
  /**
   * Puts files in the place of all that are there, at once; then removes what is no longer needed. Sounds are named by their hash:
   * those that are there are not sent again.
   * @throws TwilioApiError; then what was there still is
   */
  replace(files: readonly HostedFile[]): Promise<void>;
}
