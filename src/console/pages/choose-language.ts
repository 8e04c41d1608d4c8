import type { RequestHandler } from 'express';
import type { ConsoleCookies } from '../cookies.ts';
import { localPath } from '../local-path.ts';
import { isConsoleLanguage } from '../texts/texts.ts';

/** `GET /console/language/<tag>?next=<address>`: the language of the pages, open to everybody. */
export const chooseLanguage =
  (cookies: ConsoleCookies): RequestHandler<{ readonly tag: string }> =>
  ({ params, query }, response) => {
    if (isConsoleLanguage(params.tag)) cookies.language.write(response, params.tag);
    const next = typeof query.next === 'string' ? query.next : '';
    response.redirect(303, localPath(next) ?? signInPath(next) ?? '/console');
  };

/** Somebody may choose the language before signing in as well. */
const signInPath = (next: string): string | null =>
  /^\/console\/sign-in(\/[\w-]+)?(\?[\w=%/.&-]*)?$/.test(next) ? next : null;
