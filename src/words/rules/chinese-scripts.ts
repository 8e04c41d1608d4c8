import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { chinesePairs } from './chinese-pairs.ts';
import { baseLanguage, scriptOf } from './language-of.ts';
import { findingIn, sentencesOf } from './written-sentence.ts';

const pairs = chinesePairs.map(([traditional = '', simplified = '']) => ({ traditional, simplified }));
/** What to write instead of a character of the other script. */
const replacements: Readonly<Record<string, ReadonlyMap<string, string>>> = lookup({
  Hans: new Map(pairs.map(({ traditional, simplified }) => [traditional, simplified])),
  Hant: new Map(pairs.map(({ traditional, simplified }) => [simplified, traditional])),
});

/** T-15 for Chinese: a traditional character in simplified text or the other way round: a sign of the wrong translation. */
export function chineseScripts(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    if (baseLanguage(sentence.language) !== 'zh') return [];
    const better = replacements[scriptOf(sentence.language) ?? ''];
    const swaps = [...new Set(sentence.surface)].flatMap((wrong) => {
      const right = better?.get(wrong);
      return right === undefined ? [] : [`${wrong} → ${right}`];
    });
    if (swaps.length === 0) return [];
    return [
      findingIn(sentence, 'T-15', 'error', {
        ja: `「${sentence.language}」で使わない字があります。直してください:${swaps.join('、')}。`,
        en: `These characters do not belong to "${sentence.language}"; replace them: ${swaps.join(', ')}.`,
      }),
    ];
  });
}
