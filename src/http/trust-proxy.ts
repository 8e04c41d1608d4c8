import express from 'express';

/** Which proxies are trusted to report the address of a client; see Express' "trust proxy". */
export type TrustProxy = number | readonly string[] | ((address: string, hop: number) => boolean);

/** The same for an office, which receives all requests from its line: one more hop, which has no address. */
export function trustBehindLine(trusted: number | readonly string[]): TrustProxy {
  const app = express().set('trust proxy', trusted);
  const isTrusted: (address: string, hop: number) => boolean = app.get('trust proxy fn');
  return (address, hop) => hop === 0 || isTrusted(address, hop - 1);
}
