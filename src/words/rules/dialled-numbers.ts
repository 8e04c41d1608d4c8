import { asDialledHere, type NotDialable, whyNotDialable } from '../../call/dialable.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';

const refusals: Readonly<Record<NotDialable, { readonly ja: string; readonly en: string }>> = {
  'not-e164': {
    ja: '国番号から始まる形ではありません。「+81」の後に、最初の0を取った番号を書いてください',
    en: 'is not in international form; write +81 and then the number without its first 0',
  },
  'not-japan': {
    ja: '日本の電話番号ではありません。日本の番号(+81)にしてください',
    en: 'is not a telephone number in Japan; use a Japanese number (+81)',
  },
  emergency: {
    ja: '緊急の番号(110、118、119)で、転送できません。外して、電話を切ってかけ直すよう案内してください',
    en: 'is an emergency number, and calls cannot be transferred to it; remove it, and let the prompt tell callers to hang up and dial it themselves',
  },
  premium: {
    ja: '情報料のかかる番号(0990、0180)です。通常の番号にしてください',
    en: 'is a premium number (0990 or 0180); use an ordinary number',
  },
  short: {
    ja: '短すぎます。短縮番号は転送に使えません。市外局番からの番号にしてください',
    en: 'is too short, and the line cannot dial short codes; use the full number with its area code',
  },
};

/** D-01: a number that the line must never dial. */
export function refusedNumbers({ line }: Draft): Finding[] {
  return line.destinations.flatMap(({ id, dials }, destination) =>
    dials.flatMap(({ number }, dial): Finding[] => {
      const reason = whyNotDialable(number);
      if (reason === null) return [];
      return [
        {
          rule: 'D-01',
          level: 'error',
          place: { path: ['destinations', destination, 'dials', dial, 'number'] },
          ja: `転送先「${id}」の「${number}」は${refusals[reason].ja}。`,
          en: `"${number}" of destination "${id}" ${refusals[reason].en}.`,
        },
      ];
    }),
  );
}

/** D-06: the number that callers hear for a destination is not one of the numbers that the line dials for it. */
export function mismatchedNumbers({ line }: Draft): Finding[] {
  return line.destinations.flatMap(({ id, number, dials }, destination): Finding[] => {
    const said = line.facts[number];
    // If a number must not be dialled at all, D-01 reports it, and D-06 is not reported as well.
    const isRefused = dials.some((dial) => whyNotDialable(dial.number) !== null);
    if (said?.type !== 'phone' || dials.length === 0 || isRefused) return [];
    const digits = said.value.replaceAll(/\D/g, '');
    if (dials.some((dial) => asDialledHere(dial.number) === digits)) return [];
    return [
      {
        rule: 'D-06',
        level: 'warning',
        place: { path: ['destinations', destination, 'number'] },
        ja: `転送先「${id}」の番号は「${said.value}」と案内しますが、転送する番号(${dials.map((dial) => dial.number).join('、')})にありません。どちらかを直すか、違う理由を書いてください。`,
        en: `Callers hear "${said.value}" as the number of destination "${id}", but the line dials ${dials.map((dial) => dial.number).join(', ')}; correct one of them, or give the reason why they differ.`,
      },
    ];
  });
}

/**
 * D-02: a number is not dialled in production, because it was never tried, or the hours of its destination are not
 * known.
 */
export function untriedNumbers({ line }: Draft): Finding[] {
  const common = { rule: 'D-02', level: 'warning' } as const;
  return line.destinations.flatMap(({ id, dials, hours }, destination) => [
    ...dials.flatMap(({ number, triedOn }, dial): Finding[] =>
      triedOn === undefined
        ? [
            {
              ...common,
              place: { path: ['destinations', destination, 'dials', dial, 'number'] },
              ja: `転送先「${id}」の「${number}」は、まだ試していないため本番では転送しません。この電話から実際につながった日を書いてください。`,
              en: `"${number}" of destination "${id}" is not dialled in production until a test call through the line reaches somebody there; then write the date of that call.`,
            },
          ]
        : [],
    ),
    ...(hours === undefined && dials.length > 0
      ? [
          {
            ...common,
            place: { path: ['destinations', destination] },
            ja: `転送先「${id}」は受付時間が分からないため、本番では転送しません。受付時間を確かめて選んでください。`,
            en: `Destination "${id}" is not dialled in production because its opening hours are not known; find them out and choose them.`,
          },
        ]
      : []),
  ]);
}
