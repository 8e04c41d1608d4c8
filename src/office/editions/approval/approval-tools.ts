import { RecentMap } from '../../../common/recent-map.ts';
import { machineStopwatch, type Stopwatch } from '../../../common/stopwatch.ts';
import type { AudioStore } from '../../../sound/audio-store.ts';
import type { SpeechEngine } from '../../../speech/engine.ts';
import type { SpeakingNarrator } from '../../../speech/narration.ts';
import type { SentenceStudio } from '../../../speech/sentence-studio.ts';
import type { DraftDesk, DraftNow } from '../../drafts/draft-desk.ts';
import type { OfficeShelf } from '../edition.ts';
import { draftOf, type EditionContent } from '../edition-content.ts';
import type { EditionRecords } from '../edition-records.ts';
import type { ApprovalRecords } from './approval-records.ts';
import type { ApprovalSnapshot, SpokenDraft } from './candidates.ts';
import { createListeningTimes, type ListeningTimes } from './listening-times.ts';
import { createTextHashes, type HashTexts, type TextHashes } from './text-hashes.ts';
import { createVerdictBook, type VerdictBook } from './verdicts.ts';

/** The dependencies of the approval desk. */
export interface ApprovalParts {
  readonly records: ApprovalRecords;
  readonly drafts: Pick<DraftDesk, 'read'>;
  readonly editions: Pick<EditionRecords, 'sounds' | 'emergencies'>;
  readonly shelf: Pick<OfficeShelf, 'current'>;
  readonly engine: SpeechEngine;
  readonly narrator: SpeakingNarrator;
  /** Makes the sounds of sentences. */
  readonly studio: SentenceStudio;
  readonly cache: AudioStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Defaults to the machine's stopwatch. */
  readonly stopwatch?: Stopwatch;
}

/** What all actions of the approval desk share. */
export interface ApprovalTools extends ApprovalParts {
  readonly book: VerdictBook;
  readonly listeningTimes: ListeningTimes;
  readonly hashTexts: HashTexts;
  /** The hashes of all texts of an edition. An edition never changes, so they are cached. */
  hashesOf(edition: EditionContent & { readonly hash: string }): Promise<TextHashes>;
}

/** Maximum number of editions whose hashes are kept in memory. */
const mostEditions = 12;

export function createApprovalTools(parts: ApprovalParts): ApprovalTools {
  const hashTexts = createTextHashes();
  const editions = new RecentMap<string, Promise<TextHashes>>(mostEditions);
  return {
    ...parts,
    listeningTimes: createListeningTimes(parts.clock, parts.stopwatch ?? machineStopwatch),
    book: createVerdictBook(parts.records, parts.editions.sounds),
    hashTexts,
    hashesOf(edition) {
      const known = editions.get(edition.hash);
      if (known) return known;
      const found = hashTexts(draftOf(edition), edition.engine);
      editions.set(edition.hash, found);
      found.catch(() => editions.delete(edition.hash));
      return found;
    },
  };
}

/** The live edition with its hashes. */
export async function readLive({ shelf, hashesOf }: ApprovalTools): Promise<SpokenDraft> {
  const { hash, file, words, engine } = shelf.current;
  const content = { line: file, words, engine };
  return { draft: draftOf(content), engine, hashes: await hashesOf({ ...content, hash }) };
}

/** Reads the draft and the live edition, with the decisions about their texts. */
export async function readSnapshot(tools: ApprovalTools, given?: DraftNow): Promise<ApprovalSnapshot> {
  const { drafts, engine, hashTexts, book } = tools;
  const now = given ?? (await drafts.read());
  const hashes = await hashTexts(now.draft, engine);
  const live = await readLive(tools);
  const verdicts = await book.read();
  return {
    now,
    draft: { draft: now.draft, engine, hashes },
    live,
    verdicts,
    marks: (language, prompt) => {
      const ref = { language, prompt };
      const hash = hashes.find(ref);
      return { isLive: hash !== null && live.hashes.find(ref) === hash, verdict: verdicts.of(ref, hash) };
    },
  };
}
