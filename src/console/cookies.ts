import type { CookieOptions, Request, Response } from 'express';

/** A cookie of the console's, under the name it has in this installation. */
export interface ConsoleCookie {
  read(request: Request): string | null;
  write(response: Response, value: string): void;
  clear(response: Response): void;
}

/** All that the console keeps in a browser. */
export interface ConsoleCookies {
  /** The secret of a session. */
  readonly session: ConsoleCookie;
  /** A secret that ties the forms of somebody who is not signed in to this browser. */
  readonly visitor: ConsoleCookie;
  readonly language: ConsoleCookie;
  /** That somebody has signed in here before; see `KnownBrowser`. */
  readonly browser: ConsoleCookie;
}

const oneYear = 365 * 24 * 60 * 60_000;

/**
 * @param isSecure the console is reached by https: no other host and no unencrypted page can then set or read them
 *   (`__Host-`, RFC 6265bis, section 4.1.3.2)
 */
export function createCookies(isSecure: boolean): ConsoleCookies {
  const named = (name: string, more: CookieOptions = {}): ConsoleCookie => {
    const fullName = isSecure ? `__Host-${name}` : name;
    const options: CookieOptions = { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/', ...more };
    return {
      read: (request) => valueIn(request.get('cookie') ?? '', fullName),
      write: (response, value) => void response.cookie(fullName, value, options),
      clear: (response) => void response.clearCookie(fullName, options),
    };
  };
  return {
    session: named('kotozute-session'),
    visitor: named('kotozute-visitor'),
    language: named('kotozute-language', { maxAge: oneYear }),
    browser: named('kotozute-browser', { maxAge: oneYear }),
  };
}

/** The values are our own, and none needs decoding. */
function valueIn(header: string, name: string): string | null {
  const found = header.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return found ? found.trim().slice(name.length + 1) : null;
}
