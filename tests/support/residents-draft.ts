import type { Draft } from '../../src/words/draft.ts';
import { bundledDraft } from './bundled.ts';

/** A number that belongs to nobody. */
export const lineNumber = '096-000-1234';

/** A draft whose line has a telephone number of its own. */
export function withNumber(draft: Draft): Draft {
  const provenance = { source: 'made up', checkedOn: '2026-11-22', reviewBy: '2027-11-22' };
  const { leaflet = { addresses: [], contacts: [] }, facts } = draft.line;
  const line = {
    ...draft.line,
    leaflet: { ...leaflet, number: 'lineNumber' },
    facts: { ...facts, lineNumber: { type: 'phone', value: lineNumber, ...provenance } as const },
  };
  return { ...draft, line };
}

/** The bundled words, on a line with a number. */
export const residentsDraft = (): Draft => withNumber(bundledDraft());
