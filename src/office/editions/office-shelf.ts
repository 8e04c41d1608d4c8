import type { EditionShelf } from '../../edition/edition.ts';
import type { Edition } from './edition.ts';

/** The editions that calls may still be on, with everything that the office knows of them. */
export type OfficeShelf = EditionShelf<Edition>;
