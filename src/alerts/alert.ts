import type { Bilingual } from '../common/bilingual.ts';
import { type AlertKind, alertTexts } from './alert-texts.ts';

/**
 * A message to operators: fixed texts, names from the edition and error codes, without secrets or anything about a
 * caller.
 */
export interface Alert {
  readonly kind: AlertKind;
  /** What the alert is about: texts, languages, destinations, error codes of Twilio, or things that were checked. */
  readonly details: readonly Bilingual[];
  /** When the problem began, as far as this process knows, in milliseconds since the epoch. */
  readonly since: number;
}

/** What an alert says besides its kind. */
interface AlertDetails {
  /**
   * Called immediately, but only if the alert is sent. So a call in which every turn raises the same alert loses no
   * time.
   */
  readonly details?: () => readonly Bilingual[];
  /**
   * For how many milliseconds the problem has lasted. By default, the problem counts as begun when the kind was first
   * raised after at least an hour without it.
   */
  readonly lasting?: number;
}

/** Raises an alert. It is delivered in the background, at most once an hour for each kind. */
export type RaiseAlert = (kind: AlertKind, more?: AlertDetails) => void;

/** Maximum number of details that are named; further details are only counted. */
const mostDetails = 10;

const moments = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** The words of an alert. Times are in Japan's time zone. */
export function alertWords({ kind, details, since }: Alert): Bilingual {
  const { ja, en } = alertTexts[kind];
  const named = details.slice(0, mostDetails);
  const others = details.length - named.length;
  const [moreJa, moreEn] = others > 0 ? [`、ほか${others}件`, `, and ${others} more`] : ['', ''];
  const moment = moments.format(since);
  return {
    ja: [
      ja,
      ...(named.length > 0 ? [`対象: ${named.map((each) => each.ja.replace(/。$/, '')).join('、')}${moreJa}。`] : []),
      `${moment}から。`,
    ].join('\n'),
    en: [
      en,
      ...(named.length > 0 ? [`Where: ${named.map((each) => each.en.replace(/\.$/, '')).join(', ')}${moreEn}.`] : []),
      `Since ${moment} (Japan).`,
    ].join('\n'),
  };
}
