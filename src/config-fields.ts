import { isIPv4, isIPv6 } from 'node:net';
import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import { advise } from './common/advice.ts';
import type { Bilingual } from './common/bilingual.ts';

/* The schemas of some settings, with the advice in both languages for each wrong value. */

export const token = z
  .string()
  .regex(
    /^[0-9a-f]{32}$/i,
    advise(
      'copy the 32 letters and digits from the Twilio console',
      'Twilioの管理画面から、英数字32文字を写してください',
    ),
  );

const addressAdvice = advise(
  'write an address such as https://line.example.jp',
  'アドレスを書いてください(例:https://line.example.jp)',
);
const originAdvice = advise(
  'write only scheme, host name and port, such as https://line.example.jp',
  'スキーム、ホスト名、ポートだけを書いてください(例:https://line.example.jp)',
);
const underscoreAdvice = advise(
  'use a host name without an underscore; Twilio does not call host names that contain one',
  '下線(_)のあるホスト名を、Twilioは呼び出しません。別のホスト名にしてください',
);

export const publicUrl = z.string().transform((text, { addIssue }) => {
  const url = URL.parse(text);
  const wrong = (message: string) => addIssue({ code: 'custom', message });
  if (!url || !/^https?:$/.test(url.protocol)) wrong(addressAdvice);
  else {
    if (url.pathname !== '/' || /[?#@]/.test(text)) wrong(originAdvice);
    if (url.hostname.includes('_')) wrong(underscoreAdvice);
  }
  return { origin: url?.origin ?? '', spellings: url ? spellingsOf(text, url) : [] };
});

/**
 * The spellings in which an operator may have entered the address in Twilio's console: with capitals, kanji or `xn--`,
 * with or without a port. Twilio signs the address as it was entered.
 */
function spellingsOf(typed: string, { protocol, hostname, port, origin }: URL): string[] {
  const unicode = `${protocol}//${domainToUnicode(hostname)}${port === '' ? '' : `:${port}`}`;
  return [...new Set([typed.replace(/\/+$/, ''), origin, unicode])];
}

const officeUrlAdvice = advise(
  'write only scheme, host and port, such as http://10.0.0.5:3001',
  'スキーム、ホスト、ポートだけを書いてください(例:http://10.0.0.5:3001)',
);

export const officeUrl = z.string().transform((text, { addIssue }) => {
  const url = URL.parse(text);
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !/[?#@]/.test(text);
  if (!isOrigin) addIssue({ code: 'custom', message: officeUrlAdvice });
  return url?.origin ?? '';
});

/**
 * `count` is the maximum number of proxies; a higher number is refused. `addresses` is the maximum number of addresses
 * of proxies; further addresses are ignored.
 */
export const mostProxies = { count: 10, addresses: 100 } as const;
const proxyCountAdvice = advise(
  `write how many proxies stand in front of the line, at most ${mostProxies.count}`,
  `電話案内の前にあるプロキシの数を書いてください(${mostProxies.count}まで)`,
);
const proxyAdvice = advise(
  'write how many proxies there are, or their addresses, such as 10.0.0.5, 10.1.0.0/16',
  'プロキシの数か、そのアドレスを書いてください(例:10.0.0.5, 10.1.0.0/16)',
);

export const trustProxy = z.string().transform((text, { addIssue }) => {
  if (/^\d+$/.test(text)) {
    if (Number(text) <= mostProxies.count) return Number(text);
    addIssue({ code: 'custom', message: proxyCountAdvice });
    return 0;
  }
  const addresses = text.split(',', mostProxies.addresses).map((part) => part.trim());
  if (!addresses.every(isAddressOrNetwork)) {
    addIssue({ code: 'custom', message: proxyAdvice });
  }
  return addresses;
});

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  if (bits === undefined) return longest > 0;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= longest;
}

/** Minimum length in characters of the secret that a line on another machine sends. */
const shortestSecret = 32;

export const officeSecretAdvice: Bilingual = {
  en: `write at least ${shortestSecret} characters, and write the same ones on the other machine`,
  ja: `このマシンともう一方のマシンに、同じ${shortestSecret}文字以上の文字列を書いてください`,
};
/**
 * The secret is sent in an HTTP header, so it may contain only characters that a header accepts, and may not begin or
 * end with a space.
 */
export const officeSecret = z
  .string()
  .min(shortestSecret, advise(officeSecretAdvice.en, officeSecretAdvice.ja))
  .regex(
    /^[!-~\xa1-\xff](?:[ -~\xa1-\xff]*[!-~\xa1-\xff])?$/,
    advise(
      'use only ASCII letters, digits and signs, without a space at the beginning or the end',
      '半角の英数字と記号だけを使い、初めと終わりに空白を置かないでください',
    ),
  );
export const probeAdvice = advise(
  'write the number of minutes between two calls, from 1 to 1440',
  '何分ごとに電話をかけるかを、1から1440までの整数で書いてください',
);
export const portAdvice = advise('use a number from 0 to 65535', '0から65535までの整数にしてください');

/**
 * Whether an address contains neither a user name nor a password. True also for a text that is not an address, because
 * another check refuses it with other advice.
 */
const withoutSignIn = (text: string): boolean => {
  const url = URL.parse(text);
  return url === null || (url.username === '' && url.password === '');
};
const signInAdvice = advise(
  'leave out the user name and the password; such an address cannot be requested',
  'ユーザー名とパスワードを除いてください(付いているアドレスには送れません)',
);

export const webAddress = z
  .url({
    protocol: /^https?$/,
    error: advise(
      'write a whole address such as https://hooks.example.jp/abc',
      'アドレス全体を書いてください(例:https://hooks.example.jp/abc)',
    ),
  })
  .refine(withoutSignIn, signInAdvice);

/**
 * Twilio fetches the document by https. `npm run twilio -- check` fetches it too, and cannot send a user name and a
 * password.
 */
export const fallbackAddress = z
  .url({
    protocol: /^https$/,
    error: advise(
      'write the whole address of the document, such as https://static.example.jp/fallback.xml',
      '文書のアドレス全体を書いてください(例:https://static.example.jp/fallback.xml)',
    ),
  })
  .refine(withoutSignIn, signInAdvice);

export const mailAdvice = advise(
  'write addresses such as line@example.jp, with commas between them',
  'メールアドレスを書いてください(例:line@example.jp)。いくつも書くときは、コンマで区切ります',
);
export const mostReceivers = 10;
