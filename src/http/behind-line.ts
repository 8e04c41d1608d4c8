import express from 'express';

/** Which proxies are believed when they say where a request comes from; see Express' "trust proxy". */
export type TrustProxy = number | readonly string[] | ((address: string, hop: number) => boolean);

/** The same for an office, which gets every request from its line: one more hop, which has no address. */
export function behindLine(trusted: number | readonly string[]): TrustProxy {
  const app = express().set('trust proxy', trusted);
  const isTrusted: (address: string, hop: number) => boolean = app.get('trust proxy fn');
  return (address, hop) => hop === 0 || isTrusted(address, hop - 1);
}
