import express from 'express';

/** Which proxies are trusted to report the address of a client; see Express' "trust proxy". */
export type TrustProxy = number | readonly string[] | ((address: string, hop: number) => boolean);

/**
 * The proxies that an office trusts. They are those that its line trusts, but one hop further away, because the first
 * hop is the line itself.
 */
export function trustBehindLine(trusted: number | readonly string[]): TrustProxy {
  const app = express().set('trust proxy', trusted);
  const isTrusted: (address: string, hop: number) => boolean = app.get('trust proxy fn');
  return (address, hop) => hop === 0 || isTrusted(address, hop - 1);
}
