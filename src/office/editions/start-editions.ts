import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { contentKey } from '../../common/canonical-json.ts';
import { type Draft, readDraftCalmly, type WrittenDraft } from '../../words/draft.ts';
import { atTheirLines, PromptsError } from '../../words/finding.ts';
import { heardIn } from '../../words/heard-words.ts';
import type { NamedText } from '../../words/read-yaml.ts';
import { checkWords } from './check-words.ts';
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
  /** Reads the files of the prompts folder as they are now. */
  readonly files: () => Promise<readonly NamedText[]>;
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
  /** The files it was made from. */
  readonly files: readonly NamedText[];
}

/** With what a line starts. */
export interface Started {
  /** What callers hear from the first moment. */
  readonly current: Edition;
  /**
   * When that was published, in milliseconds since the epoch: its sounds are kept then, and nothing else is needed. Null
   * when it never was.
   */
  readonly publishedAt: number | null;
  /** The content of the files; null when nothing is new. */
  readonly next: NextEdition | null;
  /** Why the files are not published, although an earlier edition is served; null when nothing is wrong with them. */
  readonly refused: { readonly why: unknown } | null;
}

const memoOfFiles = 'files-published';

/**
 * Decides what callers hear after a start. Until the first draft is saved, the files are the draft, and are published when
 * they have changed since they were published last; what was live stays live until all of the new edition has been spoken.
 * Afterwards the database decides. Going back to an earlier edition holds until the files say something new. Whatever is
 * wrong with the folder, an edition that was published is served.
 * @throws PromptsError when the files cannot be published and nothing was ever published before
 * @throws NoPromptFolderError when there are none, and nothing was ever published before
 */
export async function startEditions({ files, engine, kept }: StartParts): Promise<Started> {
  const [live] = kept ? await kept.editions.publications(1) : [];
  const record = live && kept ? await kept.editions.find(live.edition) : null;
  const current = record && createEdition(draftOf(record), record.engine);
  if (!current) {
    const read = await files();
    const next = { ...(await toEdition(read, engine)), basedOn: live?.number ?? 0, files: read };
    return { current: next.edition, publishedAt: null, next, refused: null };
  }
  const served = { current, publishedAt: live?.at ?? 0, next: null, refused: null };
  if (!kept || kept.isDraftKept) return served;
  try {
    const read = await files();
    const [seen, published = ''] = (await kept.memos.read(memoOfFiles))?.split(' ') ?? [];
    if (seen === digestOf(read, engine)) return served;
    const { edition, content } = await toEdition(read, engine);
    const isLive = current.hash === edition.hash;
    // Another voice is no reason to bring back words from which somebody went back.
    const wentBack = live?.kind === 'rolled-back' && hasWords(await kept.editions.find(published), content);
    if (isLive || wentBack) {
      // It only spares the next start some reading: a disk that is full now must not stop this one.
      await rememberFiles(kept.memos, { files: read, engine }, isLive ? edition.hash : published).catch(() => {});
      return served;
    }
    return { ...served, next: { edition, content, basedOn: live?.number ?? 0, files: read } };
  } catch (error) {
    return { ...served, refused: { why: error } };
  }
}

/** @throws PromptsError when the files cannot be published */
async function toEdition(files: readonly NamedText[], engine: EditionContent['engine']) {
  const written = await readDraftCalmly(files, setImmediate);
  const { draft } = heardIn(written);
  await check(draft, written);
  return { edition: createEdition(draft, engine), content: contentOf(draft, engine) };
}

/** Whether an edition says the same, in whatever voice. */
const hasWords = (record: EditionContent | null | undefined, { line, words }: EditionContent): boolean =>
  record !== null && record !== undefined && contentKey([record.line, record.words]) === contentKey([line, words]);

/** Remembers which edition these files have become, so that a start with the same ones reads and checks nothing. */
export const rememberFiles = (
  memos: MemoStore,
  { files, engine }: { readonly files: readonly NamedText[] } & Pick<StartParts, 'engine'>,
  hash: string,
): Promise<void> => memos.write(memoOfFiles, `${digestOf(files, engine)} ${hash}`);

/**
 * What must hold of files that are published without anybody reading them through: the checks find no error. Warnings, and
 * what nobody has approved, go with whoever put the files there.
 * @throws PromptsError with every error
 */
async function check(draft: Draft, { sourceLineOf }: WrittenDraft): Promise<void> {
  const errors = (await checkWords(draft)).filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new PromptsError(atTheirLines(errors, sourceLineOf));
}

function digestOf(files: readonly NamedText[], { id, fingerprint }: EditionContent['engine']): string {
  const named = files.map(({ name, text }) => [name, text]).sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([named, id, fingerprint]))
    .digest('hex');
}
