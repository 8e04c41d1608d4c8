import { RecentMap } from '../common/recent-map.ts';
import {
  createEditionShelf,
  type EditionShelf,
  keptEditions,
  type MomentWords,
  openEdition,
} from '../edition/edition.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import { SharedFileError } from '../edition/shared-file.ts';

/** The editions of a line. */
interface LineEditions {
  /** Null until there is a first edition. */
  readonly shelf: EditionShelf | null;
  /** Makes an edition the current one. */
  publish(file: EditionFile): void;
  /**
   * Switches to the live edition. Does nothing if no edition was ever live.
   * @throws Error when the pointer or the edition cannot be read; the previous edition then stays current
   */
  follow(): Promise<void>;
  /**
   * Loads an edition from the folder, for a call that began on it. The id may be invented, because anyone can send any
   * state to the browser phone. So missing editions are remembered, and only a few editions are loaded at a time.
   * @returns null if the call need not wait: the line has no edition yet, the requested edition is loaded or known to
   * be missing, or too many other editions are being loaded
   */
  loadEdition(id: string): Promise<void> | null;
  /** Resolves when there is a first edition. */
  first(): Promise<void>;
}

/** Maximum number of missing editions that are remembered, so that they are not searched for again at each request. */
const mostGone = 100;

/**
 * @param failed called when an edition on which a call began cannot be read
 * @param findSounds called before `follow` makes another edition the current one; must not reject
 */
export function createLineEditions(
  folder: EditionFolder,
  momentWords: MomentWords,
  failed: (error: unknown) => void,
  findSounds: () => Promise<void> = async () => {},
): LineEditions {
  let shelf: EditionShelf | null = null;
  const first = Promise.withResolvers<void>();
  const gone = new RecentMap<string, true>(mostGone);
  const loading = new Map<string, Promise<void>>();

  const publish = (file: EditionFile) => {
    if (shelf?.current.file.hash === file.hash) return;
    const edition = openEdition(file, momentWords);
    if (shelf) shelf.publish(edition);
    else shelf = createEditionShelf(edition);
    first.resolve();
  };

  const load = async (id: string) => {
    try {
      const file = await folder.read(id);
      if (file) shelf?.remember(openEdition(file, momentWords));
      else gone.set(id, true);
    } catch (error) {
      // A damaged file, or one of a later version, counts as missing. Any other error may be temporary, so the next
      // request tries again.
      if (error instanceof SharedFileError) gone.set(id, true);
      failed(error);
    } finally {
      loading.delete(id);
    }
  };
  return {
    get shelf() {
      return shelf;
    },
    first: () => first.promise,
    publish,
    async follow() {
      const pointer = await folder.readPointer();
      if (!pointer || shelf?.current.file.hash === pointer.edition) return;
      const file = await folder.read(pointer.edition);
      if (!file) throw new Error('The edition that is live has no file yet.');
      // The office has just made the sounds of this edition. The line looks for them first, so that the first caller
      // hears them and not Twilio's voice.
      await findSounds();
      publish(file);
    },
    loadEdition(id) {
      if (!shelf || shelf.current.id === id || shelf.find(id).id === id || gone.has(id)) return null;
      const running = loading.get(id);
      if (running) return running;
      if (loading.size >= keptEditions) return null;
      const started = load(id);
      loading.set(id, started);
      return started;
    },
  };
}
