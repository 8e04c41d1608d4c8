import type { Draft } from '../../src/words/draft.ts';
import { bundledDraft } from './bundled.ts';

/** A made-up telephone number, which belongs to nobody. */
export const lineNumber = '096-000-1234';

/** A copy of a draft. The leaflet of the copy has a telephone number for the line. */
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

/** The bundled draft, with a telephone number for the line. */
export const residentsDraft = (): Draft => withNumber(bundledDraft());
