import type { Texts } from '../../frame/text.ts';

/** The page of all official terms. */
export const glossaryTexts = {
  title: { ja: '公式の言葉', en: 'Official terms' },
  link: { ja: '公式の言葉の一覧', en: 'All official terms' },
  about: {
    ja: '封筒や窓口で使われている言葉です。訳では、ここにある言葉を使います。言葉を押すと、それを使う文を探します。',
    en: 'The words used on envelopes and at the counter. Translations use the words below. Press a term to find the texts that have it.',
  },
  caption: { ja: '公式の言葉と、言語ごとの訳', en: 'Official terms, and their words in each language' },
  term: { ja: '言葉', en: 'Term' },
  needed: { ja: 'ないと公開できません', en: 'A translation without it cannot be published' },
  none: { ja: '決まりなし', en: 'No rule' },
} as const satisfies Texts;
