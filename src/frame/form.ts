import express, { type Request, type RequestHandler } from 'express';
import { visitOf } from './visit.ts';

/** Maximum size of one form. Fields are flat: brackets in a name have no special meaning. */
interface FormLimits {
  readonly bytes: number;
  readonly fields: number;
}

/**
 * The maximum sizes of a form, by sender. A form that exceeds `stranger`, `staff` or `staffSigningIn` is answered with
 * status 413. So is a form that would have to be kept and exceeds `strangersKept`.
 */
export const formLimits = {
  /** Forms of strangers: nobody is signed in, and nobody has signed in with this browser before. */
  stranger: { bytes: 32_000, fields: 100 },
  /**
   * A stranger's form that is kept until its sender has signed in. The limit is smaller, because the sign-in form must
   * carry it.
   */
  strangersKept: { bytes: 24_000, fields: 80 },
  /**
   * Forms of people who are signed in now, or have signed in with this browser before. One text within `textLimits`
   * always fits. All languages of one prompt together can be too long. The page for all languages recognises this, and
   * each text is then edited on its own page.
   */
  staff: { bytes: 204_800, fields: 2000 },
  /** The sign-in form of staff, which may carry another form of the size `staff`. */
  staffSigningIn: { bytes: 240_000, fields: 2010 },
  /**
   * A form of staff that is too long, but is still shown again in the answer with status 413. Nobody types a longer
   * form.
   */
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
 * Reads forms, after the sender has been recognised. A form that is too long becomes an error with status 413. The
 * answer to this error can still contain what staff typed.
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

/** Whether a form is within the limits. Fields are counted by their separators, before any of them is parsed. */
function fits(body: string, { bytes, fields }: FormLimits): boolean {
  if (body.length > bytes) return false;
  let at = -1;
  for (let count = 0; count < fields; count += 1) {
    at = body.indexOf('&', at + 1);
    if (at < 0) return true;
  }
  return false;
}

/** The error for a form that is too long. It is answered with a page about the length of the form. */
export const tooLong = (): Error => Object.assign(new Error('The form is too long.'), { status: 413 });

const bodyOf = ({ body }: Request): string => (typeof body === 'string' ? body : '');

/** Whether a form is short enough to be kept until its sender has signed in. */
export const mayWait = (request: Request, isKnown: boolean): boolean =>
  fits(bodyOf(request), isKnown ? formLimits.staff : formLimits.strangersKept);

/** The submitted form; empty for a request without a form. It is parsed again only if the body has been replaced. */
export function formOf(request: Request): URLSearchParams {
  const before = forms.get(request);
  if (before && before.body === request.body) return before.form;
  const form = new URLSearchParams(bodyOf(request));
  forms.set(request, { body: request.body, form });
  return form;
}

/** One field of the submitted form; empty if it is missing. */
export const fieldOf = (request: Request, name: string): string => formOf(request).get(name) ?? '';

/** The fields in the query of an address. */
export const queryIn = ({ originalUrl }: Request): URLSearchParams =>
  new URL(originalUrl, 'http://console.invalid').searchParams;
