import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

/** A cookie of the console. Its name depends on whether the console is reached by https. */
interface ConsoleCookie {
  read(request: Request): string | null;
  write(response: Response, value: string): void;
  clear(response: Response): void;
}

/** Every cookie that the console sets. */
export interface ConsoleCookies {
  /** The session secret. */
  readonly session: ConsoleCookie;
  /** A secret for the CSRF tokens of a browser in which nobody is signed in. */
  readonly visitor: ConsoleCookie;
  readonly language: ConsoleCookie;
  /** Shows that somebody has signed in with this browser before; see `KnownBrowser`. */
  readonly browser: ConsoleCookie;
}

const oneYear = 365 * 24 * 60 * 60_000;

/**
 * @param isSecure whether the console is reached by https. If so, the names begin with `__Host-`, so that no other host
 * and no unencrypted page can set or read the cookies (RFC 6265bis, section 4.1.3.2)
 */
export function createCookies(isSecure: boolean): ConsoleCookies {
  const named = (name: string, more: CookieOptions = {}): ConsoleCookie => {
    const fullName = isSecure ? `__Host-${name}` : name;
    const options: CookieOptions = { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/', ...more };
    return {
      read: (request) => parseCookie(request.get('cookie') ?? '')[fullName] ?? null,
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
