import { isOvermarked, normalise } from '../../common/normalise.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { withoutAddresses } from './addresses.ts';
import { findingIn, placeholderMark, quoteWords, sentencesOf } from './written-sentence.ts';

/**
 * Signs that T-08 accepts in addition to terminal punctuation and the hyphen. A voice pauses at quotation marks and
 * similar signs, or skips them; either is right. J-01 checks braces and bars. M-04 checks * and #. The last sign is the
 * mark for placeholders.
 */
const readable = `'"’‘“”¿¡・·{}|*#＊＃${placeholderMark}`;
const unreadable = new RegExp(`[[\\p{P}\\p{S}]--\\p{Terminal_Punctuation}--[${escapeClass(readable)}\\-]]`, 'gv');
/** A hyphen that does not join two words. One voice reads such a hyphen as "minus", another skips it. */
const looseHyphen = /(?<![\p{L}\p{M}])-+|-+(?![\p{L}])/gu;

function escapeClass(signs: string): string {
  return [...signs].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join('');
}

/** T-08: symbols that only work in print. One voice reads them aloud, another leaves them out. */
export function symbols(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    // Hyphens and similar signs between digits belong to a number, and so does a plus sign before a digit. The rules
    // for numbers find such numbers.
    const text = withoutAddresses(sentence.surface).replace(/(?<=\p{N})[-/.:：‐‑–−~〜～]+(?=\p{N})|\+(?=\p{N})/gu, ' ');
    const found = [...(text.match(unreadable) ?? []), ...(text.match(looseHyphen) ?? [])];
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'T-08', 'error', {
        ja: `${words.ja}は声で読めない記号です。言葉か「、」「。」に置き換えてください。`,
        en: `${words.en} cannot be read aloud; put it in words, or use a comma or a full stop.`,
      }),
    ];
  });
}

/**
 * Invisible characters. Joiners are allowed after a combining mark or an Arabic letter, because they are part of the
 * spelling in Indic and Arabic scripts.
 */
const invisible = /(?<![\p{M}\p{Script=Arabic}])[\u200C\u200D]|[[\p{C}\p{Zl}\p{Zp}]--[\u200C\u200D]]/gv;
const oddSpace = /[\p{Zs}-- ]/gv;
const halfWidthKana = /[\uFF61-\uFF9F]+/gu;

/**
 * Letters that are left to other checks. Half-width kana have a message of their own. After a digit, ª and º belong to
 * a number, which the rules for numbers report. After "n", they belong to a number sign, which T-06 reports.
 */
const foundElsewhere = /[\uFF61-\uFF9F]|(?<=\p{N}\.?|(?<![\p{L}\p{M}])n\.?\s?)[ªº]/giu;

/**
 * T-10: characters that are invisible, or look like other characters. They can change what callers hear, and how texts
 * are searched and compared.
 */
export function characters(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const { raw } = sentence;
    if (raw.trim() === '') return [];
    const codes = [...(raw.match(invisible) ?? []), ...(raw.match(oddSpace) ?? [])].map(codeOf);
    const kana = raw.match(halfWidthKana) ?? [];
    const special = (raw.replace(foundElsewhere, '').match(/\p{L}/gu) ?? []).filter(
      (letter) => letter !== normalise(letter, 'NFKC') && letter === normalise(letter, 'NFC'),
    );
    const apart = raw === normalise(raw, 'NFC') && !isOvermarked(raw) ? [] : [raw];
    const problems = [
      {
        found: codes,
        ja: 'は目に見えない文字か特別な空白です。消すか、普通の空白にしてください',
        en: 'is an invisible character, a line break or an unusual space; delete it or write an ordinary space',
      },
      {
        found: kana,
        ja: 'は半角カナです。全角で書いてください',
        en: 'is in half-width kana; write full-width kana',
      },
      {
        found: special,
        ja: 'は普通の文字を変形した特別な文字で、声が読めません。普通の文字で打ち直してください',
        en: 'is a special form of ordinary letters, which a voice cannot read; type the letters themselves',
      },
      {
        found: apart,
        ja: 'には、記号が分かれた文字など、普通と違う符号の文字があります。文字を打ち直してください',
        en: 'has letters in an unusual form, for example with accents as separate characters (not NFC); type them again',
      },
      {
        found: / {2}|^ | $/u.test(raw) ? [raw] : [],
        ja: 'には、続いた空白か、初めか終わりの空白があります。空白は語の間に一つだけにしてください',
        en: 'has two spaces in a row, or a space at its beginning or end; write one space between words only',
      },
    ];
    return problems.flatMap(({ found, ja, en }) => {
      const words = quoteWords(found);
      return found.length === 0
        ? []
        : [findingIn(sentence, 'T-10', 'error', { ja: `${words.ja}${ja}。`, en: `${words.en} ${en}.` })];
    });
  });
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
