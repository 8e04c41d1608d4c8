/** A sentence as it is written: text, kanji with readings `{封筒|ふうとう}`, and the places of facts `{{callCentre}}`. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  | { readonly kind: 'place'; readonly name: string };

const part = /\{\{([^{}|]*)\}\}|\{([^{}|]*)\|([^{}|]*)\}/g;

/** Reads a sentence into its parts. Braces that are neither a reading nor a place stay in the text, where lint finds them. */
export function parseSentence(sentence: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(part)) {
    const [whole, name, text, reading] = match;
    if (match.index > end) parts.push({ kind: 'text', text: sentence.slice(end, match.index) });
    if (name !== undefined) parts.push({ kind: 'place', name: name.trim() });
    else parts.push({ kind: 'reading', text: text ?? '', reading: reading ?? '' });
    end = match.index + whole.length;
  }
  if (end < sentence.length) parts.push({ kind: 'text', text: sentence.slice(end) });
  return parts;
}

/** The names of the facts a sentence has a place for, each as often as it occurs. */
export const placesIn = (sentence: string): string[] =>
  parseSentence(sentence).flatMap((each) => (each.kind === 'place' ? [each.name] : []));
