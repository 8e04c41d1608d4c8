import type { Bilingual } from '../common/bilingual.ts';
import { type AlertKind, alertTexts } from './alert-texts.ts';

/** What operators are told. It consists of fixed texts and of names from the edition: nothing of a call, a caller or a secret. */
export interface Alert {
  readonly kind: AlertKind;
  /** What exactly: languages, sentences, what was looked at. */
  readonly details: readonly Bilingual[];
  /** Since when, in milliseconds since the epoch; null for now. */
  readonly since: number | null;
}

/** Raises an alert. It is sent in the background, once per kind and hour; nothing waits for it. */
export type RaiseAlert = (kind: AlertKind, more?: Partial<Pick<Alert, 'details' | 'since'>>) => void;

/** Details that are named; the others are counted. */
const mostDetails = 10;

const moments = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An alert in words. Times are Japan's. */
export function alertWords({ kind, details, since }: Alert): Bilingual {
  const { ja, en } = alertTexts[kind];
  const named = details.slice(0, mostDetails);
  const others = details.length - named.length;
  const [moreJa, moreEn] = others > 0 ? [`、ほか${others}件`, `, and ${others} more`] : ['', ''];
  const moment = since === null ? null : moments.format(since);
  return {
    ja: [
      ja,
      ...(named.length > 0 ? [`対象: ${named.map((each) => each.ja).join('、')}${moreJa}。`] : []),
      ...(moment === null ? [] : [`${moment}から。`]),
    ].join('\n'),
    en: [
      en,
      ...(named.length > 0 ? [`Where: ${named.map((each) => each.en).join(', ')}${moreEn}.`] : []),
      ...(moment === null ? [] : [`Since ${moment} (Japan).`]),
    ].join('\n'),
  };
}
