import type { Texts } from '../frame/text.ts';

/** The first page. */
export const overviewTexts = {
  nav: { ja: '概要', en: 'Overview' },
  title: { ja: '概要', en: 'Overview' },
  welcome: { ja: '作業を選んでください。', en: 'Choose what to do.' },
} as const satisfies Texts;
