/** One of the servers that form a ladder from bare HTTP to the line. */
export interface Rung {
  readonly name: string;
  readonly title: string;
  /** The requests that the server receives: a fixed GET, a form of 400 bytes, or signed webhooks of calls. */
  readonly asks: 'get' | 'form' | 'webhook';
  /** Whether the server must answer 403 to a webhook with a forged signature. */
  readonly refusesForgery: boolean;
}

/** All rungs, in the order of the report: first bare HTTP, last the line. `server.ts` builds them. */
export const rungs = [
  { name: 'raw', title: 'raw node:http, fixed answer', asks: 'get', refusesForgery: false },
  { name: 'raw-form', title: 'raw + 400-byte form', asks: 'form', refusesForgery: false },
  { name: 'raw-hmac', title: 'raw + form + HMAC', asks: 'webhook', refusesForgery: true },
  { name: 'express-hello', title: 'Express 5 hello', asks: 'get', refusesForgery: false },
  { name: 'express-hmac', title: 'Express + express.urlencoded + HMAC', asks: 'webhook', refusesForgery: true },
  { name: 'sample', title: 'Twilio’s sample shape: + VoiceResponse, no check', asks: 'webhook', refusesForgery: false },
  { name: 'sample-signed', title: 'the same + twilio.webhook()', asks: 'webhook', refusesForgery: true },
  { name: 'line', title: '**the line**', asks: 'webhook', refusesForgery: true },
] as const satisfies readonly Rung[];

export type RungName = (typeof rungs)[number]['name'];
