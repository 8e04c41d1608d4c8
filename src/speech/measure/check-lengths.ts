import type { LanguageTag } from '../../call/line.ts';
import { type Bound, levelAbove, type SoundFinding } from './sound-finding.ts';

/**
 * For each part of a call, the maximum seconds without a warning and the maximum seconds without an error. After a
 * silence or a wrong key, the line says the menu again, with additional sentences. The bounds of the two retries are
 * for the additional sentences. The menu keeps its own bound.
 * Sources: surveys on long greetings and menus, NHK's limit of seven seconds for one breath, Avaya's advice on retries.
 */
export const lengthBounds = {
  greeting: { warning: 4, error: 6 },
  'language-item': { warning: 2.5, error: 3.5 },
  option: { warning: 4, error: 6 },
  menu: { warning: 25, error: 35 },
  explanation: { warning: 45, error: 60 },
  'retry-1': { warning: 4, error: 6 },
  'retry-2': { warning: 10, error: 14 },
  closing: { warning: 8, error: 12 },
  // The fallback says its text in one language after the other, and callers cannot choose a language.
  fallback: { warning: 8, error: 12 },
} as const satisfies Readonly<Record<string, Bound>>;
export type LengthKind = keyof typeof lengthBounds;

const names: Readonly<Record<LengthKind, { readonly ja: string; readonly en: string }>> = {
  greeting: { ja: '初めのあいさつ', en: 'The greeting' },
  'language-item': { ja: '言語の案内', en: 'The item of this language' },
  option: { ja: 'キーの案内', en: 'This option' },
  menu: { ja: '項目のメニュー', en: 'The menu of topics' },
  explanation: { ja: '説明', en: 'This explanation' },
  'retry-1': { ja: '1回目の聞き直しの言葉', en: 'What the first retry adds' },
  'retry-2': { ja: '2回目の聞き直しの言葉', en: 'What the second retry adds' },
  closing: { ja: '終わりの言葉', en: 'The closing' },
  fallback: { ja: 'サーバーが動いていないときの言葉', en: 'What is said while the server does not answer' },
};

/** The duration of one part of a call. */
export interface PartLength {
  readonly kind: LengthKind;
  readonly language: LanguageTag;
  /** The id of the prompt; null if the part consists of several prompts. */
  readonly prompt: string | null;
  readonly seconds: number;
}

/** T-04: a part of a call takes too long. Callers do not wait for the end of such a part. */
export function checkLengths(lengths: readonly PartLength[]): SoundFinding[] {
  return lengths.flatMap(({ kind, language, prompt, seconds }): SoundFinding[] => {
    const bound = lengthBounds[kind];
    const took = seconds.toFixed(1);
    // The rounded value is compared, because the message shows it. Otherwise a part of 4.04 seconds would be reported
    // with "4.0 seconds (at most 4)".
    const level = levelAbove(Number(took), bound);
    if (level === null) return [];
    return [
      {
        rule: 'T-04',
        level,
        language,
        prompt,
        index: null,
        ja: `${names[kind].ja}は${took}秒かかります(目安は${bound.warning}秒まで)。短くしてください。`,
        en: `${names[kind].en} takes ${took} seconds (at most ${bound.warning}); make it shorter.`,
      },
    ];
  });
}
