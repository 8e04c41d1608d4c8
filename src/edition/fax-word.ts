import type { LanguageTag } from '../call/line.ts';

const words: Readonly<Record<string, string>> = {
  ja: 'ファックス',
  ko: '팩스',
  'zh-Hans': '传真',
  'zh-Hant': '傳真',
};

/** The word before a fax number on the public pages and on printed leaflets. */
export const faxWord = (tag: LanguageTag): string =>
  Object.entries(words).find(([known]) => tag === known || tag.startsWith(`${known}-`))?.[1] ?? 'Fax';
