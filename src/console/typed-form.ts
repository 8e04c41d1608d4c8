import type { Response } from 'express';
import { formOf } from './form.ts';
import { type KeptForm, keptFields } from './kept-form.ts';
import { localPath } from './local-path.ts';
import { visitOf } from './visit.ts';

/** What becomes of a form that was answered with a page of trouble. */
export interface TypedForm {
  readonly kept: KeptForm | null;
  /** What somebody wrote, without what the page itself had put into the form. */
  readonly words: readonly string[];
  /** Whether sending the same once more can work. */
  readonly maySendAgain: boolean;
  /** The form was not read, or may not be carried on, so that only the browser can bring it back. */
  readonly isUnread: boolean;
}

/** What passes by itself, or with somebody's help. */
const passing: ReadonlySet<number> = new Set([429, 500, 503]);

/** Revisions, fingerprints and ticks. */
const isOfThePage = ([name, value]: KeptForm['fields'][number]): boolean =>
  /^(?:basedOn|sourceSeen|agreed|step|over)$/.test(name) || value.length <= 1 || /^[0-9a-f]{40,}$/.test(value);

/**
 * What was typed into the form that this answers; null where nothing was sent. Only a form of our own is carried on: anybody
 * else's would come back with our proof in it.
 */
export function typedForm(response: Response, status: number): TypedForm | null {
  const { isGet, isPart, isOwnForm, address } = visitOf(response);
  if (isGet || isPart) return null;
  const isUnread = typeof response.req.body !== 'string';
  const action = localPath(address);
  const isKept = !isUnread && status !== 403 && isOwnForm();
  const fields = isKept ? keptFields(formOf(response.req)) : [];
  const isTyped = fields.some(([, value]) => value !== '');
  return {
    kept: action !== null && isTyped ? { action, fields } : null,
    words: fields.filter((field) => !isOfThePage(field)).map(([, value]) => value),
    maySendAgain: passing.has(status),
    isUnread: isUnread || !isKept || action === null,
  };
}
