import { createEdition } from '../../src/office/editions/edition.ts';
import { decodePath } from '../../src/office/rehearsal/path-code.ts';
import { rehearse } from '../../src/office/rehearsal/rehearse.ts';
import type { Situation } from '../../src/office/rehearsal/situation.ts';
import { type Change, fixtureDraft } from './draft-fixture.ts';

const voice = { id: 'espeak', fingerprint: 'tones' } as const;

/** A Tuesday morning on which the office of the made-up line is open. */
export const tuesday: Situation = {
  at: '2026-11-24T10:00',
  holiday: 'calendar',
  language: null,
  dialsUntried: true,
  mayTransfer: true,
  notice: null,
};

/** An edition of the made-up line, with some changes. */
export const fixtureEdition = (...changes: readonly Change[]) => createEdition(fixtureDraft(...changes), voice);

/** A rehearsed call with the inputs in `path`, on an edition of the made-up line. */
export const callBy = (
  path: string,
  more: Partial<Situation> = {},
  edition = fixtureEdition(),
  outcome: Parameters<typeof rehearse>[3] = null,
) => rehearse(edition, { ...tuesday, ...more }, decodePath(path) ?? [], outcome);

/** The screen of each turn of a call. */
export const screensOf = ({ turns }: ReturnType<typeof callBy>) => turns.map(({ state }) => state.screen);
