import type { SpeechEngine } from '../../speech/engine.ts';
import type { DraftDesk, DraftNow } from '../drafts/draft-desk.ts';
import { type Edition, editionOf } from '../editions/edition.ts';
import { type Gap, gapsIn } from './gaps.ts';

/** The draft as callers would hear it. */
export interface Drafted {
  readonly now: DraftNow;
  /** Null where the line itself is not whole: a destination names a number or hours that do not exist. */
  readonly edition: Edition | null;
  /** Texts that cannot be said yet; a call goes on until it meets one of them. */
  readonly gaps: readonly Gap[];
}

/** Makes an edition of the draft, and keeps it until the draft changes. */
export function createDraftedEdition(
  drafts: Pick<DraftDesk, 'read'>,
  engine: Pick<SpeechEngine, 'id' | 'fingerprint'>,
): () => Promise<Drafted> {
  let known: Drafted | null = null;
  return async () => {
    const now = await drafts.read();
    if (known?.now !== now) known = { now, edition: wholeEdition(now, engine), gaps: gapsIn(now.draft) };
    return known;
  };
}

function wholeEdition({ draft }: DraftNow, engine: Pick<SpeechEngine, 'id' | 'fingerprint'>): Edition | null {
  try {
    return editionOf(draft, engine);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
