import type { DisasterNotice } from '../../call/disaster.ts';
import { sampleMoment } from '../../words/moment-facts.ts';
import type { Edition } from '../editions/edition.ts';

/** A notice with everything that an edition has words for, approved in every language; null where it has none. */
export function noticeFor({ line }: Pick<Edition, 'line'>): DisasterNotice | null {
  const { disaster, languages } = line;
  const [kind] = disaster?.kinds ?? [];
  if (!disaster || kind === undefined) return null;
  const { places, actions } = disaster;
  return { id: 'crawl', kind, places, actions, at: sampleMoment, languages: languages.map(({ tag }) => tag) };
}
