import { createHash } from 'node:crypto';
import { checkDraft } from '../prompts/check-draft.ts';
import { type Draft, readDraft } from '../prompts/draft.ts';
import { PromptsError } from '../prompts/finding.ts';
import { heardIn } from '../prompts/heard-words.ts';
import type { NamedText } from '../prompts/read-yaml.ts';
import { contentKey } from '../speech/canonical-json.ts';
import { checkDialogue } from './check-dialogue.ts';
import { createEdition, type Edition } from './edition.ts';
import { contentOf, draftOf, type EditionContent } from './edition-content.ts';
import type { EditionStores } from './edition-records.ts';

/** Small texts that outlive a restart. */
export interface MemoStore {
  /** @returns null for one that was never written */
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
}

/** What a start finds. */
export interface StartParts {
  /** The files of the prompts folder as they are now. */
  readonly files: readonly NamedText[];
  readonly engine: EditionContent['engine'];
  /** Null while the database cannot be had: the files are then all there is. */
  readonly kept: {
    readonly editions: Pick<EditionStores, 'publications' | 'find'>;
    readonly memos: MemoStore;
    /** Whether the draft is in the database, and the files no longer are the draft. */
    readonly isDraftKept: boolean;
  } | null;
}

/** An edition that is to be published when all of it has been spoken. */
export interface NextEdition {
  readonly edition: Edition;
  readonly content: EditionContent;
  /** The number of the publication that was live when this was decided: whatever somebody publishes meanwhile stays. */
  readonly basedOn: number;
}

/** With what a line starts. */
export interface Started {
  /** What callers hear from the first moment. */
  readonly current: Edition;
  /** The content of the files; null when nothing is new. */
  readonly next: NextEdition | null;
  /** Why the files are not published, although an earlier edition is served. */
  readonly refused: PromptsError | null;
}

const memoOfFiles = 'files-published';

/**
 * Decides what callers hear after a start. Until the first draft is saved, the files are the draft, and are published when
 * they have changed since they were published last; what was live stays live until all of the new edition has been spoken.
 * Afterwards the database decides. Going back to an earlier edition holds until the files say something new.
 * @throws PromptsError when the files cannot be published and nothing was ever published before
 */
export async function startEditions({ files, engine, kept }: StartParts): Promise<Started> {
  const [live] = kept ? await kept.editions.publications(1) : [];
  const record = live && kept ? await kept.editions.find(live.edition) : null;
  const current = record && createEdition(draftOf(record), record.engine);
  if (current && kept?.isDraftKept) return { current, next: null, refused: null };
  const [seen, published = ''] = (await kept?.memos.read(memoOfFiles))?.split(' ') ?? [];
  if (current && seen === digestOf(files, engine)) return { current, next: null, refused: null };
  try {
    const { draft } = heardIn(readDraft(files));
    check(draft);
    const [edition, content] = [createEdition(draft, engine), contentOf(draft, engine)];
    const isLive = current?.hash === edition.hash;
    // Another voice is no reason to bring back words from which somebody went back.
    const wentBack = live?.kind === 'rolled-back' && hasWords(await kept?.editions.find(published), content);
    if (current && kept && (isLive || wentBack)) {
      // It only spares the next start some reading: a disk that is full now must not stop this one.
      await rememberFiles(kept.memos, { files, engine }, isLive ? edition.hash : published).catch(() => {});
      return { current, next: null, refused: null };
    }
    const next = { edition, content, basedOn: live?.number ?? 0 };
    return { current: current ?? edition, next, refused: null };
  } catch (error) {
    if (!current || !(error instanceof PromptsError)) throw error;
    return { current, next: null, refused: error };
  }
}

/** Whether an edition says the same, in whatever voice. */
const hasWords = (record: EditionContent | null | undefined, { line, words }: EditionContent): boolean =>
  record !== null && record !== undefined && contentKey([record.line, record.words]) === contentKey([line, words]);

/** Remembers which edition these files have become, so that a start with the same ones reads and checks nothing. */
export const rememberFiles = (
  memos: MemoStore,
  { files, engine }: Pick<StartParts, 'files' | 'engine'>,
  hash: string,
): Promise<void> => memos.write(memoOfFiles, `${digestOf(files, engine)} ${hash}`);

/** @throws PromptsError with every error of the words, or else of the dialogue that they make */
function check(draft: Draft): void {
  const errors = (found: ReturnType<typeof checkDraft>) => found.filter(({ level }) => level === 'error');
  const wrong = errors(checkDraft(draft));
  if (wrong.length > 0) throw new PromptsError(wrong);
  const odd = errors(checkDialogue(draft));
  if (odd.length > 0) throw new PromptsError(odd);
}

function digestOf(files: readonly NamedText[], { id, fingerprint }: EditionContent['engine']): string {
  const named = files.map(({ name, text }) => [name, text]).sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([named, id, fingerprint]))
    .digest('hex');
}
