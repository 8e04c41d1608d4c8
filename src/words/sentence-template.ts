/**
 * A part of a sentence as people write it: text, kanji with a reading such as `{封筒|ふうとう}`, or a placeholder such as
 * `{{callCentre}}`.
 */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  | { readonly kind: 'placeholder'; readonly name: string };

const part = /\{\{([^{}|]*)\}\}|\{([^{}|]*)\|([^{}|]*)\}/g;

/**
 * Parses a sentence into its parts. Braces that are neither a reading nor a placeholder stay in the text, where the
 * lint rule J-01 finds them.
 */
export function parseSentence(sentence: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(part)) {
    const [whole, name, text, reading] = match;
    if (match.index > end) parts.push({ kind: 'text', text: sentence.slice(end, match.index) });
    if (name !== undefined) parts.push({ kind: 'placeholder', name: name.trim() });
    else parts.push({ kind: 'reading', text: text ?? '', reading: reading ?? '' });
    end = match.index + whole.length;
  }
  if (end < sentence.length) parts.push({ kind: 'text', text: sentence.slice(end) });
  return parts;
}

/** Writes a part as it appears in a file. */
export function writtenPart(part: TemplatePart): string {
  if (part.kind === 'placeholder') return `{{${part.name}}}`;
  return part.kind === 'reading' ? `{${part.text}|${part.reading}}` : part.text;
}

/** The names of the placeholders in a sentence, in order. A name that occurs twice is returned twice. */
export const placeholdersIn = (sentence: string): string[] =>
  parseSentence(sentence).flatMap((each) => (each.kind === 'placeholder' ? [each.name] : []));
