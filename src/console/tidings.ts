import { isPastReview } from '../call/person.ts';
import { needsRenewal } from '../office/disaster/disaster-state.ts';
import type { ConsoleParts } from './console-parts.ts';
import { showMoment } from './show-moment.ts';
import type { Visitor } from './visitor.ts';

/** What everybody who works here must know now, told at the top of every page. */
export interface Tiding {
  readonly kind: 'error' | 'warning' | 'information';
  readonly text: (visitor: Visitor) => string;
  /** Where it can be seen to. */
  readonly href: string;
}

/** Answered from memory, because every page asks. */
export const createTidings =
  ({ shelf, disaster, clock }: Pick<ConsoleParts, 'shelf' | 'disaster' | 'clock'>) =>
  (): Tiding[] => {
    const now = clock();
    const { on, drill } = disaster.state();
    const { reviewBy, timeZone } = shelf.current.line;
    const href = '/console/disaster';
    return [
      ...(on
        ? [
            {
              kind: 'error' as const,
              text: ({ t, language }: Visitor) =>
                t(needsRenewal(on, now) ? 'disaster.banner-renew' : 'disaster.banner', {
                  since: showMoment(language, on.since),
                }),
              href,
            },
          ]
        : []),
      ...(drill
        ? [
            {
              kind: 'information' as const,
              text: ({ t, language }: Visitor) =>
                t('disaster.banner-drill', { since: showMoment(language, drill.since) }),
              href,
            },
          ]
        : []),
      ...(isPastReview(reviewBy, timeZone, new Date(now).toISOString())
        ? [
            {
              kind: 'warning' as const,
              text: ({ t }: Visitor) => t('frame.past-review', { date: reviewBy }),
              href: '/console/facts',
            },
          ]
        : []),
    ];
  };
