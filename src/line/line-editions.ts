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
  /** Switches to the live edition. @throws Error when pointer or edition cannot be read; the previous edition stays current */
  follow(): Promise<void>;
  /**
   * Loads, from the folder, the edition on which a call began. Strangers can request any address, so the id may be invented.
   * @returns null if the call need not wait: there is no edition yet, this one is loaded or known to be gone, or too many others
   * are being loaded
   */
  loadEdition(id: string): Promise<void> | null;
  /** Resolves when there is a first edition. */
  first(): Promise<void>;
}

/** Maximum number of missing editions that are remembered, so that they are not searched for again at each request. */
const mostGone = 100;

/** @param findSounds called before `follow` makes another edition the current one; it must not reject */
export function createLineEditions(
  folder: EditionFolder,
  momentWords: MomentWords,
  failed: (error: unknown) => void,
  findSounds: () => Promise<void> = async () => {},
): LineEditions {
  let shelf: EditionShelf | null = null;
  const first = Promise.withResolvers<void>();
  const gone = new RecentMap<string, true>(mostGone);
  const bringing = new Map<string, Promise<void>>();

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
      // An error of another kind may be temporary, so the edition then does not count as gone.
      if (error instanceof SharedFileError) gone.set(id, true);
      failed(error);
    } finally {
      bringing.delete(id);
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
      // The office has just made the sounds of this edition. The first caller should hear them, and not Twilio's voice.
      await findSounds();
      publish(file);
    },
    loadEdition(id) {
      if (!shelf || shelf.current.id === id || shelf.find(id).id === id || gone.has(id)) return null;
      const running = bringing.get(id);
      if (running) return running;
      if (bringing.size >= keptEditions) return null;
      const started = load(id);
      bringing.set(id, started);
      return started;
    },
  };
}
