import type { Request, Response } from 'express';
import { checkbox, listOf, readForm, textLine } from '../../frame/read-form.ts';
import { visitOf } from '../../frame/visit.ts';
import type { HashedText } from '../../office/editions/approval/approval-records.ts';
import { longestReader } from './approve-view.ts';

/** The language of the page; null for the page of all languages. */
export const languageIn = ({ params }: Request): string | null =>
  params.language === undefined ? null : String(params.language);

/** Reads the approval form: the ticked texts and the native reader. */
export function readTicked(request: Request, response: Response) {
  const { typed, errors, isGood } = readForm(request, visitOf(response).t, {
    reader: textLine(longestReader),
    reviewed: checkbox,
  });
  return {
    typed: { reader: typed.reader, isReviewed: typed.reviewed, ticked: textsIn(request) },
    readerError: errors.reader,
    isGood,
  };
}

/**
 * The texts in the form, with the hashes that they had when the page was made. `fieldOfText` makes the value of each
 * field. On the page of one language, the value may leave out the language.
 */
export function textsIn(request: Request): HashedText[] {
  const here = languageIn(request) ?? '';
  const sent = new Set(listOf(request, 'text'));
  return [...sent].map((field) => {
    const [hash = '', prompt = '', language = here] = field.split(' ').toReversed();
    return { language, prompt, hash };
  });
}
