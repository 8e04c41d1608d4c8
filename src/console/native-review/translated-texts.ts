import { korean } from './translated/korean.ts';
import { portuguese } from './translated/portuguese.ts';
import { simplified } from './translated/simplified-chinese.ts';
import { spanish } from './translated/spanish.ts';
import { traditional } from './translated/traditional-chinese.ts';

/** The fixed words of the pages for native readers in the other languages of the bundled line. */
export const translatedWords = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  ko: korean,
  es: spanish,
  pt: portuguese,
};
