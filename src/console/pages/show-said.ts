import { showFact } from '../../words/show-fact.ts';
import type { Sentence } from '../../words/words.ts';
import type { ShownPart } from './show-sentence.ts';

/** A sentence as it is said, with its facts in their places. */
export const showSaid = ({ language, segments }: Sentence): ShownPart[] =>
  segments.map((segment) =>
    segment.kind === 'fact' ? { kind: 'place', name: segment.name, value: showFact(language, segment.value) } : segment,
  );
