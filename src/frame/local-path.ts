const placeholderOrigin = 'http://console.invalid';

/**
 * Checks an address before the browser is redirected to it, or a form is sent to it. Only addresses of the console are
 * allowed, so that a forged link cannot bring anybody to another site. Addresses for signing in, signing out or
 * choosing the language are not allowed.
 * @returns path and query; null if the address is not allowed
 */
export function localPath(address: string): string | null {
  const url = URL.parse(address, placeholderOrigin);
  if (!address.startsWith('/') || url?.origin !== placeholderOrigin) return null;
  if (!/^\/console(\/|$)/.test(url.pathname) || /^\/console\/(sign-in|sign-out|language)(\/|$)/i.test(url.pathname)) {
    return null;
  }
  return url.pathname + url.search;
}
