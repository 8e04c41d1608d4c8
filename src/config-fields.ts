import { isIPv4, isIPv6 } from 'node:net';
import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import { shortestSecret } from './http/line-headers.ts';

/* How each setting is written, and the advice for a setting that is written wrongly. */

export const token = z.string().regex(/^[0-9a-f]{32}$/i, 'copy the 32 letters and digits from the Twilio console');
export const publicUrl = z.string().transform((text, { addIssue }) => {
  const url = URL.parse(text);
  const wrong = (message: string) => addIssue({ code: 'custom', message });
  if (!url || !/^https?:$/.test(url.protocol)) wrong('write an address such as https://line.example.jp');
  else {
    if (url.pathname !== '/' || /[?#@]/.test(text)) wrong('leave out everything before and after the host name');
    if (url.hostname.includes('_')) wrong('Twilio calls no host name with an underscore');
  }
  return { origin: url?.origin ?? '', spellings: url ? spellingsOf(text, url) : [] };
});

/** Twilio signs the address as somebody typed it in Twilio's console: with capitals, kanji or `xn--`, with or without a port. */
function spellingsOf(typed: string, { protocol, hostname, port, origin }: URL): string[] {
  const unicode = `${protocol}//${domainToUnicode(hostname)}${port === '' ? '' : `:${port}`}`;
  return [...new Set([typed.replace(/\/+$/, ''), origin, unicode])];
}

export const officeUrl = z.string().transform((text, { addIssue }) => {
  const url = URL.parse(text);
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !/[?#@]/.test(text);
  if (!isOrigin)
    addIssue({ code: 'custom', message: 'write scheme, host and port alone, such as http://10.0.0.5:3001' });
  return url?.origin ?? '';
});

/** Maximum number of proxies, and of proxy addresses. */
export const mostProxies = { count: 10, addresses: 100 } as const;
export const trustProxy = z.string().transform((text, { addIssue }) => {
  if (/^\d+$/.test(text)) {
    if (Number(text) <= mostProxies.count) return Number(text);
    addIssue({
      code: 'custom',
      message: `write how many proxies stand in front of the line, at most ${mostProxies.count}`,
    });
    return 0;
  }
  const addresses = text.split(',', mostProxies.addresses).map((part) => part.trim());
  if (!addresses.every(isAddressOrNetwork)) {
    addIssue({
      code: 'custom',
      message: 'write a number of proxies, or their addresses such as 10.0.0.5, 10.1.0.0/16',
    });
  }
  return addresses;
});

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  if (bits === undefined) return longest > 0;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= longest;
}

export const officeSecretAdvice = `write the same ${shortestSecret} or more characters here and on the other machine`;
export const probeAdvice = 'write how many minutes lie between two calls, from 1 to 1440';
export const portAdvice = 'use a number from 0 to 65535';

export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'write a whole address such as https://hooks.example.jp/abc',
});

export const mailAdvice = 'write addresses such as line@example.jp, with commas between them';
export const mostReceivers = 10;
