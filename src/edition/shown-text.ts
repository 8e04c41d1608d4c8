import type { EditionSentence, ShownPart } from './edition-file.ts';

/** The words as plain text, without readings. */
export const plainText = (parts: readonly ShownPart[]): string => parts.map(({ text }) => text).join('');

/**
 * The digits to dial for a part that is a telephone number; null for other words. Files of earlier versions do not mark
 * telephone numbers, so telephone numbers with hyphens are recognised by their form.
 */
export const dialled = ({ text, dial }: ShownPart): string | null =>
  dial ?? (/^0\d+(?:-\d+)+$/.test(text) ? text.replaceAll('-', '') : null);

/** A key, and what the key is for. */
export interface OfferedKey {
  readonly key: string;
  /** The sentence without its request to press the key: "My Number and the envelope". */
  readonly name: readonly ShownPart[];
}

/** The comma before the request to press a key, in any script. */
const comma = /[,、，،]/;

/**
 * For each language, the words before and after the name in a sentence that offers a key, such as "For" in "For My
 * Number, press 1".
 */
const frames: Readonly<Record<string, { readonly before?: RegExp; readonly after?: RegExp }>> = {
  en: { before: /^For / },
  es: { before: /^Para / },
  pt: { before: /^Para / },
  ja: { after: /は$/ },
  ko: { after: /[은는]$/ },
};

/**
 * The key that a sentence offers, and what the key is for. The name is made of the words before the last comma ahead of
 * the key, or of the words before the key if there is no comma. If no words are left, the name is the whole sentence.
 * In languages without an entry in `frames`, the name keeps words such as "for".
 * @returns null if the sentence offers no key, or if the key is not shown as a single character
 */
export function offeredKey({ language, offersKey, shown }: EditionSentence): OfferedKey | null {
  const at = shown.findLastIndex(({ text, reading }) => reading === undefined && /^[0-9*#]$/.test(text));
  const key = shown[at]?.text;
  if (!offersKey || key === undefined) return null;
  const before = shown.slice(0, at);
  const cut = before.findLastIndex(({ text, reading }) => reading === undefined && comma.test(text));
  const words = cut < 0 ? before : [...before.slice(0, cut), untilComma(before[cut]?.text ?? '')];
  const name = trimmed(words, frames[new Intl.Locale(language).language] ?? {});
  return { key, name: name.length > 0 ? name : shown };
}

const untilComma = (text: string): ShownPart => ({ text: text.slice(0, text.search(/[,、，،][^,、，،]*$/)) });

function trimmed(words: readonly ShownPart[], { before = /^$/, after = /$^/ }: (typeof frames)[string]): ShownPart[] {
  const last = words.length - 1;
  const kept = words.map((part, index): ShownPart => {
    if (part.reading !== undefined) return part;
    let { text } = part;
    if (index === 0) text = text.replace(/^\s+/, '').replace(before, '');
    if (index === last) text = text.replace(/\s+$/, '').replace(after, '');
    return { text: index === 0 ? text.charAt(0).toLocaleUpperCase() + text.slice(1) : text };
  });
  return kept.filter(({ text }) => text !== '');
}
