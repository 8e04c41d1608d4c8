import { narrationShape } from '../../sound/join-narration.ts';
import { silenceCode, telephoneRate } from '../../sound/mu-law.ts';
import type { SoundFinding } from './sound-finding.ts';

/**
 * Milliseconds by which a silence may exceed the requested length, because speech begins and ends softly. A silence
 * must never be shorter than requested.
 */
const tolerance = 150;
/** The milliseconds of silence above which callers think that the call was cut off. */
const tooLong = 800;

/**
 * checks the silence before the first word and after the last word of one prompt's narration. If there is too
 * little silence before the first word, the word may be lost in transmission.
 * @param narration µ-law codes at 8000 Hz
 * @param lead the milliseconds of silence that were requested before the first word
 */
export function checkEdges(
  where: Pick<SoundFinding, 'language' | 'prompt'>,
  narration: Uint8Array,
  lead: number = narrationShape.lead.afterConnecting,
): SoundFinding[] {
  const edges = [
    { name: { ja: '始まる前', en: 'before' }, is: leadingSilence(narration), wanted: lead },
    {
      name: { ja: '終わった後', en: 'after' },
      is: leadingSilence(narration.toReversed()),
      wanted: narrationShape.tail,
    },
  ];
  return edges.flatMap(({ name, is, wanted }): SoundFinding[] => {
    if (is >= wanted && is <= wanted + tolerance) return [];
    return [
      {
        rule: 'A-04',
        level: is > tooLong ? 'error' : 'warning',
        ...where,
        index: null,
        ja: `声の${name.ja}の無音が${is.toFixed(0)}ミリ秒です(${wanted}から${wanted + tolerance}まで)。audio-cacheを消して作り直してください。公開した文の音声は、データベースから元のまま戻ります。変えるには、文を変えてください。`,
        en: `There are ${is.toFixed(0)} ms of silence ${name.en} the voice (should be ${wanted} to ${wanted + tolerance} ms); delete the audio cache and make the sounds again. Published sounds come back unchanged from the database; to change one, change its sentence.`,
      },
    ];
  });
}

/**
 * Milliseconds of silence at the beginning. µ-law has two codes for zero. The codes next to them also count as silence,
 * because they sound the same.
 */
function leadingSilence(codes: Uint8Array): number {
  const first = codes.findIndex((code) => (code | 0x80) < silenceCode - 3);
  return ((first < 0 ? codes.length : first) * 1000) / telephoneRate;
}
