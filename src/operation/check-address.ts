import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf } from '../common/errors.ts';
import { type Answer, fetchAnswer, NoAnswerError } from '../common/fetch-answer.ts';
import { statusPath } from '../common/twilio-addresses.ts';
import { officeIsWell } from '../edition/office-messages.ts';
import { type Caller, sendWebhook } from './call-line.ts';
import type { Check } from './check.ts';

/** If a certificate is valid for fewer days than `warn`, the check warns. With fewer than `fail`, it fails. */
const renewalDays = { warn: 21, fail: 3 } as const;

/** Maximum number of milliseconds to wait for the other side of a TLS connection. */
const patience = 10_000;

/**
 * Checks the public address as a client on the network sees it. Its certificate must be valid, the address must not
 * redirect, and webhooks must arrive as they were sent. Also checks whether the office is well.
 * @param now milliseconds since the epoch
 */
export async function checkAddress(caller: Caller, now: number): Promise<Check[]> {
  const { publicUrl } = caller;
  const certificate = publicUrl.startsWith('https:')
    ? await checkCertificate(publicUrl, now)
    : { checks: [plainHttp(publicUrl)], isRefused: false };
  // Clients do not connect to a server whose certificate they refuse. So nothing more can be checked, and only the
  // certificate is reported.
  if (certificate.isRefused) return certificate.checks;
  const reached = await checkHealth(publicUrl);
  const isReached = reached.every(({ id, state }) => id !== 'address' || state === 'ok');
  return [...certificate.checks, ...reached, ...(isReached ? await checkWebhooks(caller).catch(notAnswered) : [])];
}

const webhooks: Bilingual = { ja: '署名のある呼び出し(Webhook)', en: 'Signed webhooks' };

/** Reports that `/healthz` answers, but a webhook got no answer. Perhaps a proxy did not pass the webhook on. */
function notAnswered(error: unknown): Check[] {
  if (!(error instanceof NoAnswerError)) throw error;
  const mend: Bilingual = {
    ja: '/healthz は答えますが、Webhookには答えがありませんでした。プロキシが /twilio/ へのPOSTを通しているか、サービスのログを確かめてください。',
    en: '/healthz answers, but a webhook got no answer: see whether the proxy lets POST to /twilio/ through, and look at the log of the service.',
  };
  return [{ id: 'webhook', state: 'fail', about: webhooks, expected: '204', found: error.code, mend }];
}

const plainHttp = (publicUrl: string): Check => ({
  id: 'address-https',
  state: 'fail',
  about: { ja: '公開アドレスがhttpです。', en: 'The public address is plain http.' },
  expected: publicUrl.replace(/^http:/, 'https:'),
  found: publicUrl,
  mend: {
    ja: 'httpsで受けるようにして、PUBLIC_URLをhttps://…に直してください。',
    en: 'Serve it over https and set PUBLIC_URL to https://….',
  },
});

/** What to do about a failure to connect or a refused certificate, by the code of the error. */
const noAnswer: Readonly<Record<string, Bilingual>> = {
  ENOTFOUND: {
    ja: 'この名前はDNSにありません。PUBLIC_URLの綴りと、DNSの登録を確かめてください。',
    en: 'DNS does not know this name: check the spelling of PUBLIC_URL and the DNS entry.',
  },
  CERT_HAS_EXPIRED: {
    ja: '証明書の期限が切れています。更新してください。Twilioは、期限の切れた証明書の相手にはつなぎません。',
    en: 'The certificate has expired: renew it. Twilio does not connect to a server with an expired certificate.',
  },
  CERT_NOT_YET_VALID: {
    ja: '証明書の有効期間が、まだ始まっていません。このサーバーの時計と、証明書の日付を確かめてください。',
    en: 'The certificate is not valid yet: check the clock of this server, and the dates of the certificate.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    ja: '証明書が、この名前のものではありません。PUBLIC_URLの名前の証明書にしてください。',
    en: 'The certificate is for another name: use one for the name of PUBLIC_URL.',
  },
};

/** What to do if the server at the address does not speak TLS. */
const noTls: Bilingual = {
  ja: 'この宛先は、httpsで答えません。プロキシで証明書を設定するか、ポートを確かめてください。',
  en: 'The server at this address does not speak https: set up the certificate in the proxy, or check the port.',
};

/** Problems of a certificate for which the report also shows the date until which the certificate is valid. */
const ofDates: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

interface CheckedCertificate {
  readonly checks: Check[];
  /** Whether clients refuse to connect to a server with this certificate. */
  readonly isRefused: boolean;
}

async function checkCertificate(publicUrl: string, now: number): Promise<CheckedCertificate> {
  const base = { id: 'certificate', about: { ja: '証明書', en: 'The certificate' } };
  const renew: Bilingual = {
    ja: '証明書を更新して、自動で更新されることを確かめてください。',
    en: 'Renew the certificate, and make sure that it is renewed automatically.',
  };
  try {
    const { validTo, problem } = await readCertificate(publicUrl);
    const days = Math.floor((validTo - now) / 86_400_000);
    const until = `${new Date(validTo).toISOString().slice(0, 10)} (${days})`;
    if (problem !== null) {
      const mend = noAnswer[problem] ?? {
        ja: '公に認められた認証局の、途中の証明書もそろった証明書にしてください。',
        en: 'Use a certificate of a public authority, with its intermediate certificates.',
      };
      const found = ofDates.includes(problem) ? `${problem}: ${until}` : problem;
      return { checks: [{ ...base, state: 'fail', found, mend }], isRefused: true };
    }
    if (days >= renewalDays.warn) return { checks: [{ ...base, state: 'ok', found: until }], isRefused: false };
    const state = days < renewalDays.fail ? 'fail' : 'warn';
    return { checks: [{ ...base, state, found: until, mend: renew }], isRefused: false };
  } catch {
    // If no server answers, the next check reports it.
    return { checks: [], isRefused: false };
  }
}

/**
 * Reads the certificate of an address.
 * @returns `validTo`: until when the certificate is valid, in milliseconds since the epoch. `problem`: why clients
 * refuse the certificate; null if they accept it
 * @throws Error if no server answers with TLS
 */
function readCertificate(publicUrl: string): Promise<{ readonly validTo: number; readonly problem: string | null }> {
  const { hostname, port } = new URL(publicUrl);
  const { promise, resolve, reject } = Promise.withResolvers<{ validTo: number; problem: string | null }>();
  const host = hostname.replace(/^\[|\]$/g, '');
  const socket = connect(
    { host, port: Number(port || 443), ...(isIP(host) === 0 && { servername: host }), rejectUnauthorized: false },
    () => {
      const { valid_to: validTo } = socket.getPeerCertificate();
      const problem = socket.authorizationError;
      resolve({ validTo: Date.parse(validTo), problem: problem ? (codeOf(problem) ?? String(problem)) : null });
      socket.destroy();
    },
  );
  socket.setTimeout(patience, () => socket.destroy(new Error('The server does not answer.')));
  socket.on('error', reject);
  return promise;
}

/** The beginning of the answer of a line at `/healthz`. */
const healthy = /^The process lives\./;

/** Reports an office that is not well. The second line of text at `/healthz` says how the office is. */
function officeCheck(health: string): Check[] {
  const [, said = ''] = health.split('\n');
  if (said === '' || Object.values<string>(officeIsWell).includes(said)) return [];
  return [
    {
      id: 'office',
      state: 'warn',
      about: { ja: '管理プロセス', en: 'The office' },
      found: said,
      mend: {
        ja: '電話の案内は続きますが、管理画面は使えません。1分待っても直らないときは、サービスのログを見てください。',
        en: 'Calls are answered, but the console cannot be used. If this does not end within a minute, look at the log of the service.',
      },
    },
  ];
}

async function checkHealth(publicUrl: string): Promise<Check[]> {
  const address = `${publicUrl}/healthz`;
  const about: Bilingual = { ja: '公開アドレスから届くか', en: 'Whether the public address leads here' };
  const check = (more: Pick<Check, 'state' | 'found' | 'mend'>): Check[] => [
    { id: 'address', about, expected: address, ...more },
  ];
  try {
    const answer = await fetchAnswer(address);
    if (answer.status === 200 && healthy.test(answer.text))
      return [...check({ state: 'ok', found: '200' }), ...officeCheck(answer.text)];
    if (answer.status >= 300 && answer.status < 400) {
      return check({
        state: 'fail',
        found: `${answer.status} → ${answer.location}`,
        mend: {
          ja: '転送(リダイレクト)をやめるか、PUBLIC_URLを転送先のアドレスにしてください。Twilioは転送されると、押されたキーを送りません。',
          en: 'Stop the redirect, or set PUBLIC_URL to its target. When a request from Twilio is redirected, the pressed key is lost.',
        },
      });
    }
    return check({
      state: 'fail',
      found: String(answer.status),
      mend: {
        ja: 'このアドレスで別のものが答えています。プロキシの宛先と、サービスが動いているかを確かめてください。',
        en: 'Something else answers there: look where the proxy leads, and whether the service runs.',
      },
    });
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    const { code } = error;
    const mend = noAnswer[code] ?? (/^(?:ERR_SSL|EPROTO)/.test(code) ? noTls : undefined);
    if (mend) return check({ state: 'fail', found: code, mend });
    return check({
      state: 'skip',
      found: code,
      mend: {
        ja: `このサーバーからは、自分の公開アドレスにつながりませんでした。外のコンピューターで「curl -i ${address}」を実行してください。`,
        en: `This machine cannot reach its own public address. Run from outside: curl -i ${address}`,
      },
    });
  }
}

/** A query and a body with characters that a proxy may decode, encode again or drop. */
const query = '?check=a%2Bb%27c%20d&n=2';
const body = { CallerName: '言伝 +&=%2B é' } as const;

/**
 * Sends three webhooks that the line must accept: a bare one, one with a query that proxies often change, and one with
 * a body that proxies often change. They report the status of a call that is still in progress. The line counts nothing
 * and says nothing for such a webhook.
 */
async function checkWebhooks(caller: Caller): Promise<Check[]> {
  const address = caller.publicUrl + statusPath;
  const bare = await sendWebhook(caller, address);
  const changed = await sendWebhook(caller, address + query);
  const written = await sendWebhook(caller, address, body);
  const fail = (id: string, answer: Answer, mend: Bilingual): Check[] => [
    { id, state: 'fail', about: webhooks, expected: '204', found: String(answer.status), mend },
  ];
  if (bare.status !== 204) {
    return fail('webhook', bare, {
      ja: '動いているサービスの設定と、ここの設定(PUBLIC_URL、TWILIO_ACCOUNT_SID、TWILIO_AUTH_TOKEN)が同じか、プロキシがパスや本文を変えていないかを確かめてください。',
      en: 'See that the running service has the same PUBLIC_URL, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN as this command, and that no proxy changes path or body.',
    });
  }
  if (changed.status !== 204) {
    return fail('webhook-query', changed, {
      ja: 'プロキシが、アドレスの「?」より後ろを変えるか、落としています(%2Bを+に直すなど)。そのまま通すように設定してください。',
      en: 'A proxy changes or drops what follows “?” in the address, such as %2B: let it pass as it came.',
    });
  }
  if (written.status !== 204) {
    return fail('webhook-body', written, {
      ja: 'プロキシが、送られた本文を変えています。そのまま通すように設定してください。',
      en: 'A proxy changes the body of the request: let it pass as it came.',
    });
  }
  return [{ id: 'webhook', state: 'ok', about: webhooks, found: '204' }];
}
