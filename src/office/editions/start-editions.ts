import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { contentKey } from '../../common/content-key.ts';
import { type Draft, readDraftInSteps, type WrittenDraft } from '../../words/draft.ts';
import { PromptsError, withSourceLines } from '../../words/finding.ts';
import { heardIn } from '../../words/heard-words.ts';
import type { NamedText } from '../../words/read-yaml.ts';
import { checkWords } from './check-words.ts';
import { createEdition, type OfficeEdition } from './edition.ts';
import { contentOf, draftOf, type EditionContent } from './edition-content.ts';
import type { EditionStores, MemoStore } from './edition-records.ts';

/** The inputs for the decisions at a start. */
interface StartParts {
  /** Reads the files of the prompts folder. */
  readonly files: () => Promise<readonly NamedText[]>;
  readonly engine: EditionContent['engine'];
  /** Null while the database is unavailable; then only the files are used. */
  readonly kept: {
    readonly editions: Pick<EditionStores, 'publications' | 'find'>;
    readonly memos: MemoStore;
    /** Whether the draft is stored in the database, so that the files are no longer the draft. */
    readonly isDraftKept: boolean;
  } | null;
}

/** An edition that is published once all of it has been synthesized. */
export interface NextEdition {
  readonly edition: OfficeEdition;
  readonly content: EditionContent;
  /** The number of the publication that was live when this was decided. Any later publication takes precedence. */
  readonly basedOn: number;
  /** The files from which the edition was made. */
  readonly files: readonly NamedText[];
}

/** The state in which the service starts. */
export interface Started {
  /**
   * The edition with which the office starts. Callers hear it, unless the line's pointer names an edition that the
   * database does not have.
   */
  readonly current: OfficeEdition;
  /**
   * When `current` went live, in milliseconds since the epoch. Null if `current` was made from the files because no
   * published edition could be read from the database. The sounds of a published edition are stored, so nothing has to
   * be synthesized.
   */
  readonly publishedAt: number | null;
  /** The edition that is to be published from the files; null if nothing is to be published. */
  readonly next: NextEdition | null;
  /**
   * Why the files cannot be published, so that callers hear an earlier edition; null if no problem with the files was
   * found.
   */
  readonly refused: { readonly why: unknown } | null;
}

const memoOfFiles = 'files-published';

/**
 * Decides what callers hear after a start. Until staff save the first draft, the files are the draft, and are published
 * if they or the voice have changed since the last time. The live edition stays live until all of the new one has been
 * synthesized. Once a draft is in the database, the files are not published any more. A rollback stays in effect until
 * the files change again. Once an edition has been published, it is served even if the folder has problems.
 * @throws PromptsError when the files cannot be published and no published edition is known, because nothing was ever
 * published or the database is unavailable
 * @throws PromptFolderError when the folder cannot be used and no published edition is known
 * @throws StorageError when the live edition cannot be read from the database
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
    // A change of voice alone must not bring back words that were rolled back.
    const wentBack = live?.kind === 'rolled-back' && haveSameWords(await kept.editions.find(published), content);
    if (isLive || wentBack) {
      // Remembering the files only saves work at the next start, so a full disk must not stop this start.
      await rememberFiles(kept.memos, { files: read, engine }, isLive ? edition.hash : published).catch(() => {});
      return served;
    }
    return { ...served, next: { edition, content, basedOn: live?.number ?? 0, files: read } };
  } catch (error) {
    return { ...served, refused: { why: error } };
  }
}

async function toEdition(files: readonly NamedText[], engine: EditionContent['engine']) {
  const { draft } = await heardInFiles(files);
  return { edition: createEdition(draft, engine), content: contentOf(draft, engine) };
}

/**
 * Reads the files of a prompts folder: what is written in them, and the part of it that callers or agents can hear.
 * @throws PromptsError when the files cannot be published
 */
export async function heardInFiles(
  files: readonly NamedText[],
): Promise<{ readonly written: WrittenDraft; readonly draft: Draft }> {
  const written = await readDraftInSteps(files, setImmediate);
  const { draft } = heardIn(written);
  await check(draft, written);
  return { written, draft };
}

/** Whether two editions have the same words and line; the voice does not matter. */
const haveSameWords = (record: EditionContent | null | undefined, { line, words }: EditionContent): boolean =>
  record !== null && record !== undefined && contentKey([record.line, record.words]) === contentKey([line, words]);

/** Records which edition these files became, so that a start with unchanged files need not parse and check them. */
export const rememberFiles = (
  memos: MemoStore,
  { files, engine }: { readonly files: readonly NamedText[] } & Pick<StartParts, 'engine'>,
  hash: string,
): Promise<void> => memos.write(memoOfFiles, `${digestOf(files, engine)} ${hash}`);

/**
 * Files are published without review, so the checks must find no errors. Warnings and missing approvals are the
 * responsibility of the person who put the files into the folder.
 * @throws PromptsError with all errors
 */
async function check(draft: Draft, { sourceLineOf }: WrittenDraft): Promise<void> {
  const errors = (await checkWords(draft)).filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new PromptsError(withSourceLines(errors, sourceLineOf));
}

function digestOf(files: readonly NamedText[], { id, fingerprint }: EditionContent['engine']): string {
  const named = files.map(({ name, text }) => [name, text]).sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([named, id, fingerprint]))
    .digest('hex');
}
