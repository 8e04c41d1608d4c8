import type { Request } from 'express';
import type { LanguageTag } from '../../call/line.ts';
import { checkbox, integer, namedAfter, oneOf, readForm, textLine } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import { longestReason } from '../text/form-view.ts';
import { type OpenText, seenFields } from '../text/open-text.ts';
import { wordsField } from '../text/route.ts';

/** One language as it was typed. */
export interface TypedLanguage {
  readonly text: string;
  readonly isReady: boolean;
  /** The revision of the text that was on the page; 0 if no text was saved yet. */
  readonly basedOn: number;
  readonly isStillRight: boolean;
  /** After a conflict: which of the two versions to keep. Empty until the member has chosen. */
  readonly keep: 'mine' | 'theirs' | '';
  /** After a conflict: the saved revision that was shown beside the typed text; otherwise 0. */
  readonly over: number;
  /** Why the text field is not accepted; null if it is. */
  readonly error: string | null;
}

/** The whole form as it was typed. `languages` has only the languages that were in the form. */
export interface TypedPrompt {
  readonly languages: ReadonlyMap<LanguageTag, TypedLanguage>;
  readonly sourceSeen: string;
  readonly reason: string;
  readonly reasonError: string | null;
}

/** Reads the form with all languages. The names of the fields of a language end with its tag: `text.en`. */
export function readTyped(request: Request, t: Translate, texts: readonly OpenText[]): TypedPrompt {
  const { sourceSeen } = seenFields;
  const { typed, errors } = readForm(request, t, { sourceSeen, reason: textLine(longestReason) });
  const tags = namedAfter(request, 'text.');
  const sent = texts.filter(({ language }) => tags.includes(language));
  return {
    ...typed,
    reasonError: errors.reason ?? null,
    languages: new Map(sent.map(({ language }) => [language, readLanguage(request, t, language)])),
  };
}

function readLanguage(request: Request, t: Translate, tag: LanguageTag): TypedLanguage {
  const named = <Value>(name: string, field: Value): { readonly [name: string]: Value } => ({
    [`${name}.${tag}`]: field,
  });
  const words = readForm(request, t, named('text', wordsField));
  const ticks = readForm(request, t, { ...named('ready', checkbox), ...named('still', checkbox) }).typed;
  const numbers = readForm(request, t, { ...named('basedOn', integer), ...named('over', integer) }).typed;
  const keep = readForm(request, t, named('keep', oneOf(['mine', 'theirs', ''], ''))).typed;
  return {
    text: words.typed[`text.${tag}`] ?? '',
    isReady: ticks[`ready.${tag}`] ?? false,
    isStillRight: ticks[`still.${tag}`] ?? false,
    basedOn: numbers[`basedOn.${tag}`] ?? 0,
    over: numbers[`over.${tag}`] ?? 0,
    keep: keep[`keep.${tag}`] ?? '',
    error: words.errors[`text.${tag}`] ?? null,
  };
}
