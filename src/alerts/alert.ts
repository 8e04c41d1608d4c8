import type { Bilingual } from '../common/bilingual.ts';
import { type AlertKind, alertTexts } from './alert-texts.ts';

/** A message to operators: fixed texts, names from the edition and error codes, without secrets or anything about a caller. */
export interface Alert {
  readonly kind: AlertKind;
  /** What exactly is concerned: languages, error codes of Twilio, things that were checked. */
  readonly details: readonly Bilingual[];
  /** When the problem began, in milliseconds since the epoch; null if the alert does not say. */
  readonly since: number | null;
}

/** Raises an alert. It is delivered in the background, at most once an hour for each kind. */
export type RaiseAlert = (kind: AlertKind, more?: Partial<Pick<Alert, 'details' | 'since'>>) => void;

/** Maximum number of details that are named; the others are only counted. */
const mostDetails = 10;

const moments = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** The words of an alert. Times are Japan's. */
export function alertWords({ kind, details, since }: Alert): Bilingual {
  const { ja, en } = alertTexts[kind];
  const named = details.slice(0, mostDetails);
  const others = details.length - named.length;
  const [moreJa, moreEn] = others > 0 ? [`、ほか${others}件`, `, and ${others} more`] : ['', ''];
  const moment = since === null ? null : moments.format(since);
  return {
    ja: [
      ja,
      ...(named.length > 0 ? [`対象: ${named.map((each) => each.ja.replace(/。$/, '')).join('、')}${moreJa}。`] : []),
      ...(moment === null ? [] : [`${moment}から。`]),
    ].join('\n'),
    en: [
      en,
      ...(named.length > 0 ? [`Where: ${named.map((each) => each.en.replace(/\.$/, '')).join(', ')}${moreEn}.`] : []),
      ...(moment === null ? [] : [`Since ${moment} (Japan).`]),
    ].join('\n'),
  };
}
