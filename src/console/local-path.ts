const nowhere = 'http://console.invalid';

/**
 * Where somebody may be sent after signing in: only to addresses of the console, so that a link made by somebody else leads
 * nowhere else, and not to signing in and out themselves.
 * @returns path and query, or null
 */
export function localPath(address: string): string | null {
  const url = URL.parse(address, nowhere);
  if (!address.startsWith('/') || url?.origin !== nowhere) return null;
  if (!/^\/console(\/|$)/.test(url.pathname) || /^\/console\/(sign-in|sign-out|language)(\/|$)/i.test(url.pathname)) {
    return null;
  }
  return url.pathname + url.search;
}
