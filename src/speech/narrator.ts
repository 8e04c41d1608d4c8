import type { Narrator as NarratorOf } from '../edition/narrator.ts';
import type { SpokenSentence } from './narration.ts';

/** A narrator that can have what is missing spoken. */
export type Narrator = NarratorOf<SpokenSentence>;
