import { machineStopwatch, type Stopwatch } from '../../common/stopwatch.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { DraftDesk, DraftNow } from '../drafts/draft-desk.ts';
import { createEdition, type Edition } from '../editions/edition.ts';
import { type Gap, gapsIn } from './gaps.ts';

/** The draft as callers would hear it. */
export interface Drafted {
  readonly now: DraftNow;
  /** Null where the line itself is not whole: a destination names a number or hours that do not exist. */
  readonly edition: Edition | null;
  /** Texts that cannot be said yet; a call goes on until it meets one of them. */
  readonly gaps: readonly Gap[];
}

/** Milliseconds for which files that are the draft are not read again: reading them takes longer than a key press may. */
const filesHold = 10_000;

/**
 * Makes an edition of the draft, and keeps it until the draft changes.
 */
export function createDraftedEdition(
  drafts: Pick<DraftDesk, 'read' | 'lineHistory'>,
  engine: Pick<SpeechEngine, 'id' | 'fingerprint'>,
  stopwatch: Stopwatch = machineStopwatch,
): () => Promise<Drafted> {
  let known: { readonly revisions: string; readonly drafted: Drafted; readonly at: number } | null = null;
  return async () => {
    const isKept = (await drafts.lineHistory(1)).length > 0;
    const isFresh = known && !known.drafted.now.isKept && !isKept && stopwatch() - known.at < filesHold;
    if (known && isFresh) return known.drafted;
    const now = await drafts.read();
    const revisions = revisionsOf(now);
    const drafted =
      known?.revisions === revisions
        ? { ...known.drafted, now }
        : { now, edition: editionOf(now, engine), gaps: gapsIn(now.draft) };
    known = { revisions, drafted, at: stopwatch() };
    return drafted;
  };
}

/** Tells two states of a draft apart without looking at its words; files have no revisions, so their words must do. */
const revisionsOf = ({ isKept, line, texts }: DraftNow): string =>
  JSON.stringify(
    isKept
      ? [line.revision, texts.map(({ language, prompt, revision }) => `${language} ${prompt} ${revision}`).toSorted()]
      : [line.file, texts.map(({ language, prompt, sentences }) => [language, prompt, sentences])],
  );

function editionOf({ draft }: DraftNow, engine: Pick<SpeechEngine, 'id' | 'fingerprint'>): Edition | null {
  try {
    return createEdition(draft, engine);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
