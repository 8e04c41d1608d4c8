import express, { type Request, type RequestHandler } from 'express';
import { visitOf } from './visit.ts';

/** How much may be sent in one form. Fields lie side by side: a name with brackets in it is a name and no tree. */
export interface FormLimits {
  readonly bytes: number;
  readonly fields: number;
}

/** By who sends it. What is longer is answered with 413 and is neither kept nor taken apart. */
export const formLimits = {
  /** Anybody. */
  stranger: { bytes: 32_000, fields: 100 },
  /** A stranger's form that waits for its sender to sign in; smaller, so that it fits into the form for signing in. */
  strangersKept: { bytes: 24_000, fields: 80 },
  /** Who is signed in, or was before in this browser. Many times the longest text of a line, and more than all its texts. */
  staff: { bytes: 204_800, fields: 2000 },
  /** Signing in again with such a form. */
  staffSigningIn: { bytes: 240_000, fields: 2010 },
  /** A form of staff that is too long, and is given back with the answer that says so. What is longer still nobody has typed. */
  staffGivenBack: { bytes: 1_000_000, fields: 2010 },
} as const satisfies Readonly<Record<string, FormLimits>>;

const readersOf = new Map(
  Object.values(formLimits).map((limits) => [
    limits,
    express.text({ type: 'application/x-www-form-urlencoded', limit: limits.bytes, inflate: false }),
  ]),
);

const forms = new WeakMap<Request, { readonly body: unknown; readonly form: URLSearchParams }>();

/**
 * Reads forms, once who sends them is known; one that is too long becomes an error with the status 413. Its answer can still
 * hold what staff typed.
 */
export const readForms: RequestHandler = (request, response, next) => {
  const { isKnown } = visitOf(response);
  const whenKnown = request.path === '/sign-in' ? formLimits.staffSigningIn : formLimits.staff;
  const limits = isKnown ? whenKnown : formLimits.stranger;
  const readable = isKnown ? formLimits.staffGivenBack : limits;
  const read = readersOf.get(readable) ?? ((_request, _response, then) => then());
  read(request, response, (error?: unknown) => {
    if (error !== undefined || fits(bodyOf(request), limits)) return next(error);
    if (!fits(bodyOf(request), readable)) request.body = undefined;
    next(tooLong());
  });
};

/** Fields are counted by what stands between them, before any of them is read. */
function fits(body: string, { bytes, fields }: FormLimits): boolean {
  if (body.length > bytes) return false;
  let at = -1;
  for (let count = 0; count < fields; count += 1) {
    at = body.indexOf('&', at + 1);
    if (at < 0) return true;
  }
  return false;
}

/** A form that is longer than it may be; becomes a page that says so. */
export const tooLong = (): Error => Object.assign(new Error('The form is too long.'), { status: 413 });

const bodyOf = ({ body }: Request): string => (typeof body === 'string' ? body : '');

/** Whether a form may wait for somebody who has yet to sign in. */
export const mayWait = (request: Request, isKnown: boolean): boolean =>
  fits(bodyOf(request), isKnown ? formLimits.staff : formLimits.strangersKept);

/** What was sent; empty for a request without a form. Taken apart once, however many ask. */
export function formOf(request: Request): URLSearchParams {
  const before = forms.get(request);
  if (before && before.body === request.body) return before.form;
  const form = new URLSearchParams(bodyOf(request));
  forms.set(request, { body: request.body, form });
  return form;
}

/** One field of what was sent; empty when it is missing. */
export const fieldOf = (request: Request, name: string): string => formOf(request).get(name) ?? '';
