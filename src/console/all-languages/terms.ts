import type { LanguageTag } from '../../call/line.ts';
import { type Html, html } from '../../frame/html.ts';
import { ifAny } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { type MistakenTerm, mistakenTerms, type TermUse, termUses } from '../../words/rules/term-uses.ts';
import type { TextCheck } from '../text/check.ts';
import type { SentencePart } from '../text/sentence.ts';

/** The official terms of a source text, and whether one translation uses the right words for them. */
export interface Terms {
  readonly tag: LanguageTag;
  readonly sourceLanguage: LanguageTag;
  readonly uses: readonly TermUse[];
  readonly mistaken: readonly MistakenTerm[];
}

/** @param source the source text beside the translation */
export function termsOf(
  source: readonly string[],
  translated: readonly string[],
  languages: { readonly sourceLanguage: LanguageTag; readonly language: LanguageTag },
): Terms {
  return {
    tag: languages.language,
    sourceLanguage: languages.sourceLanguage,
    uses: termUses(source, translated, languages).filter(({ wanted }) => wanted.length > 0),
    mistaken: mistakenTerms(source, translated, languages),
  };
}

/**
 * Marks two kinds of words in the preview of a translation: the right words for the terms of the source text, and the
 * official words of terms that the source text does not have.
 */
export function markTerms(check: TextCheck, { uses, mistaken }: Terms): TextCheck {
  const wrong = new Set(mistaken.map(({ words }) => words.toLowerCase()));
  const words = [...uses.flatMap(({ wanted }) => wanted), ...mistaken.map((each) => each.words)];
  if (words.length === 0) return check;
  // Longer words come first, so that "Individual Number" is not found inside "Individual Number Card".
  const any = words
    .toSorted((one, other) => other.length - one.length)
    .map((each) => RegExp.escape(each).replaceAll(/(?:\\x20| )+/gu, '\\s*'));
  const pattern = new RegExp(`(${any.join('|')})`, 'giu');
  const isWrong = (text: string) => wrong.has(text.replaceAll(/\s+/gu, ' ').toLowerCase());
  const mark = (part: SentencePart): SentencePart[] =>
    part.kind === 'text'
      ? part.text.split(pattern).flatMap((text, index): SentencePart[] => {
          if (text === '') return [];
          return [index % 2 === 1 ? { kind: 'term', text, isMistaken: isWrong(text) } : { kind: 'text', text }];
        })
      : [part];
  return { ...check, sentences: check.sentences.map((each) => ({ ...each, parts: each.parts.flatMap(mark) })) };
}

/** The official terms beside a translation: the right words for each term, and whether the translation has them. */
export const termsView = ({ tag, sourceLanguage, uses, mistaken }: Terms, { t }: Visit): Html =>
  html`${ifAny(
    uses,
    () => html`<details class="more"${uses.every(({ isThere }) => isThere) ? '' : ' open'}>
<summary>${t('all-languages.terms.title', { there: uses.filter(({ isThere }) => isThere).length, all: uses.length })}</summary>
<ul class="terms">
${uses.map(
  ({ term, wanted, isThere }) =>
    html`<li><span lang="${sourceLanguage}">${term}</span> → <span lang="${tag}">${wanted.join(' / ')}</span> <strong class="${isThere ? 'term-there' : 'term-missing'}">${t(isThere ? 'all-languages.terms.there' : 'all-languages.terms.missing')}</strong></li>`,
)}
</ul>
<p><a href="/console/texts/glossary">${t('glossary.link')}</a></p>
</details>`,
  )}
${ifAny(
  mistaken,
  () => html`<ul class="findings">
${mistaken.map(({ words, term }) => html`<li class="finding finding-warning"><mark class="term term-mistaken" lang="${tag}">${words}</mark> ${t('all-languages.terms.mistaken', { term })}</li>`)}
</ul>`,
)}`;
