import { narrationShape } from '../../sound/join-narration.ts';
import { silenceCode, telephoneRate } from '../../sound/mu-law.ts';
import type { SoundFinding } from './sound-finding.ts';

/** Milliseconds by which the silences may be longer than asked for, since the edges of speech are soft; never shorter. */
const softness = 150;
/** Milliseconds from which silence sounds like a dead line. */
const tooLong = 800;

/** the silence before and after the sound of one turn: too little and the first word is lost on the way. */
export function checkEdges(
  where: Pick<SoundFinding, 'language' | 'prompt'>,
  narration: Uint8Array,
  lead: number = narrationShape.lead.afterConnecting,
): SoundFinding[] {
  const edges = [
    { name: { ja: '始まる前', en: 'before' }, is: quietStart(narration), wanted: lead },
    { name: { ja: '終わった後', en: 'after' }, is: quietStart(narration.toReversed()), wanted: narrationShape.tail },
  ];
  return edges.flatMap(({ name, is, wanted }): SoundFinding[] => {
    if (is >= wanted && is <= wanted + softness) return [];
    return [
      {
        rule: 'A-04',
        level: is > tooLong ? 'error' : 'warning',
        ...where,
        index: null,
        ja: `声の${name.ja}の無音が${is.toFixed(0)}ミリ秒です(${wanted}から${wanted + softness}まで)。audio-cacheを消して作り直してください。`,
        en: `There are ${is.toFixed(0)} ms of silence ${name.en} the voice (${wanted} to ${wanted + softness} are wanted); delete the audio cache and make the sounds again.`,
      },
    ];
  });
}

/** Milliseconds of exact or all but exact silence at the beginning. µ-law's two zeros and their neighbours differ by nothing that can be heard. */
function quietStart(codes: Uint8Array): number {
  const first = codes.findIndex((code) => (code | 0x80) < silenceCode - 3);
  return ((first < 0 ? codes.length : first) * 1000) / telephoneRate;
}
