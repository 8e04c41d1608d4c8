/**
 * All forms in which a secret may be written in a log, a mail, a page or an answer, by the name of the form.
 * @param user the user name that is sent together with the secret
 */
export function formsOf(secret: string, user = ''): ReadonlyMap<string, string> {
  const bytes = Buffer.from(secret);
  const percent = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const pair = Buffer.from(`${user}:${secret}`);
  return new Map([
    ['text', secret],
    ['percent-encoded', percent],
    ['percent-encoded in small letters', percent.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ['percent-encoded as in an address', encodeURI(secret)],
    ['percent-encoded as in a form', new URLSearchParams({ '': secret }).toString().slice(1)],
    ['base64', bytes.toString('base64').replace(/=+$/, '')],
    ['base64 for addresses', bytes.toString('base64url')],
    ['base64 with the user name', pair.toString('base64').replace(/=+$/, '')],
    ['base64 as a mail server gets it', Buffer.from(`\0${user}\0${secret}`).toString('base64').replace(/=+$/, '')],
    ['decimal bytes', [...bytes].join(',')],
    ['decimal bytes with spaces', [...bytes].join(', ')],
    ['hexadecimal bytes', bytes.toString('hex')],
    ['hexadecimal bytes with spaces', (bytes.toString('hex').match(/../g) ?? []).join(' ')],
    ['escaped for JSON', json],
    ['escaped for JSON in ASCII', json.replaceAll(/[^ -~]/g, (letter) => `\\u${hex(letter)}`)],
    ['escaped twice for JSON', JSON.stringify(json).slice(1, -1)],
    ['escaped for HTML', escaped(secret)],
    ['read as latin1', bytes.toString('latin1')],
  ]);
}

const hex = (letter: string): string => letter.charCodeAt(0).toString(16).padStart(4, '0');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A secret: the text, and the user name with which it is sent, if any. */
export interface Secret {
  readonly text: string;
  readonly user?: string;
}

/** The secrets that a text contains, as `<name of the secret>: <form>`. */
export function leaksIn(text: string, secrets: Readonly<Record<string, Secret>>): string[] {
  return Object.entries(secrets).flatMap(([name, { text: secret, user }]) =>
    [...formsOf(secret, user)].filter(([, form]) => text.includes(form)).map(([form]) => `${name}: ${form}`),
  );
}
