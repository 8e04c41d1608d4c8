import { createHash } from 'node:crypto';
import { checkDraft } from '../prompts/check-draft.ts';
import { type Draft, readDraft } from '../prompts/draft.ts';
import { PromptsError } from '../prompts/finding.ts';
import type { NamedText } from '../prompts/read-yaml.ts';
import { predictSeconds } from '../speech/measure/predict-seconds.ts';
import { checkFlow } from './check-flow.ts';
import { createEdition, type Edition } from './edition.ts';
import { contentOf, draftOf, type EditionContent } from './edition-content.ts';
import type { EditionStores } from './edition-records.ts';
import { flowOf } from './flow.ts';

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

/** With what a line starts. */
export interface Started {
  /** What callers hear from the first moment. */
  readonly current: Edition;
  /** The content of the files as an edition, to be published when all of it has been spoken; null when nothing is new. */
  readonly next: { readonly edition: Edition; readonly content: EditionContent } | null;
  /** Why the files are not published, although an earlier edition is served. */
  readonly refused: PromptsError | null;
}

const memoOfFiles = 'files-published';

/**
 * Decides what callers hear after a start. Until the first draft is saved, the files are the draft, and are published when
 * they have changed; what was live stays live until all of the new edition has been spoken. Afterwards the database decides.
 * @throws PromptsError when the files cannot be published and nothing was ever published before
 */
export async function startEditions({ files, engine, kept }: StartParts): Promise<Started> {
  const [live] = kept ? await kept.editions.publications(1) : [];
  const record = live && kept ? await kept.editions.find(live.edition) : null;
  const current = record && createEdition(draftOf(record), record.engine);
  if (current && (kept?.isDraftKept || (await kept?.memos.read(memoOfFiles)) === memoText(files, engine, current))) {
    return { current, next: null, refused: null };
  }
  try {
    const draft = readDraft(files);
    check(draft);
    const edition = createEdition(draft, engine);
    if (current?.hash === edition.hash) {
      // Something that changes no words, such as a comment: the next start need not read it again.
      await kept?.memos.write(memoOfFiles, memoText(files, engine, current));
      return { current, next: null, refused: null };
    }
    return { current: current ?? edition, next: { edition, content: contentOf(draft, engine) }, refused: null };
  } catch (error) {
    if (!current || !(error instanceof PromptsError)) throw error;
    return { current, next: null, refused: error };
  }
}

/** Remembers that these files are what is live, so that a start with the same ones reads and checks nothing. */
export const rememberFiles = (
  memos: MemoStore,
  { files, engine }: Pick<StartParts, 'files' | 'engine'>,
  live: Edition,
): Promise<void> => memos.write(memoOfFiles, memoText(files, engine, live));

/** @throws PromptsError with every error of the words, or else of the dialogue that they make */
function check(draft: Draft): void {
  const errors = (found: ReturnType<typeof checkDraft>) => found.filter(({ level }) => level === 'error');
  const wrong = errors(checkDraft(draft));
  if (wrong.length > 0) throw new PromptsError(wrong);
  const edition = createEdition(draft, { id: 'espeak', fingerprint: 'check' });
  const odd = errors(checkFlow(flowOf(edition, ({ request }) => predictSeconds(request) ?? 0)));
  if (odd.length > 0) throw new PromptsError(odd);
}

function memoText(files: readonly NamedText[], { id, fingerprint }: EditionContent['engine'], live: Edition): string {
  const named = files.map(({ name, text }) => [name, text]).sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  const seen = JSON.stringify([named, id, fingerprint]);
  return `${createHash('sha256').update(seen).digest('hex')} ${live.hash}`;
}
