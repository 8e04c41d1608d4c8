import type { Texts } from '../../frame/text.ts';

/** The page about the start of a call, before callers choose a language. */
export const startTexts = {
  title: { ja: '言語を選ぶ前の案内', en: 'Before a language is chosen' },
  about: {
    ja: '電話に出てから言語を選ぶまでの間に使う言語と、その間にキー0を押した人の転送先です。',
    en: 'The languages that are spoken until a language is chosen, and where key 0 leads until then.',
  },
  announcers: { ja: '言語を選ぶ前に話す言語', en: 'Languages spoken before one is chosen' },
  'announcers-help': {
    ja: '何も選ばない人への番号や、災害のときの最初の注意を、この言語で伝えます。',
    en: 'Callers who choose nothing hear the number in these languages. In a disaster, callers who have not chosen a language yet hear the first warning in these languages.',
  },
  'no-announcer': { ja: '言語を一つ以上選んでください。', en: 'Choose at least one language.' },
  destination: { ja: '言語を選ぶ前の転送先', en: 'Destination before a language is chosen' },
  'destination-help': {
    ja: '言語を選ばずにキー0を押した人をつなぐところです。',
    en: 'Where callers who press 0 without choosing a language are put through.',
  },
} as const satisfies Texts;
