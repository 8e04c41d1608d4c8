import type { Request } from 'express';
import { csrfTokenOf, isSameSecret } from '../office/staff/secret-token.ts';
import type { ConsoleCookies } from './cookies.ts';
import { fieldOf } from './form.ts';

/**
 * Whether a form carries the proof that this browser was given. What counts is the secret in the cookie, also when its session
 * is over. It can only be told once the form was read.
 */
export function isOwnForm(request: Request, cookies: Pick<ConsoleCookies, 'session' | 'visitor'>): boolean {
  const given = request.get('X-CSRF-Token') ?? fieldOf(request, 'csrf');
  const secrets = [cookies.session.read(request), cookies.visitor.read(request)].filter((secret) => secret !== null);
  return secrets.some((secret) => isSameSecret(given, csrfTokenOf(secret)));
}
