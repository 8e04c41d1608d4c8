import { messageOf } from '../common/errors.ts';
import { createTroubleLog } from '../common/log.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import { createEditionFolder, type EditionMessage, editionKind } from '../edition/edition-folder.ts';
import { type NoticeFile, type NoticeMessage, noticeKind, writeNoticeFile } from '../edition/notice-file.ts';
import type { Context } from './context.ts';
import { writeNotices } from './disaster/write-notice.ts';
import { toEditionFileInSteps } from './editions/to-edition-file.ts';
import { isForgotten, writeEditions } from './editions/write-editions.ts';

/**
 * Writes into DATA_DIR the files that a line needs to answer calls without this process: editions and the notice. Runs
 * until `signal` is aborted.
 * @param say sends a message to the line that started this process
 */
export function writeForLine(
  { config, shelf, office, disaster, clock, log }: Context,
  say: (message: unknown) => void,
  signal: AbortSignal,
): void {
  const folder = createEditionFolder(config.dataFolder);
  const logOnce = (message: string) => {
    const trouble = createTroubleLog(log, message);
    return (error: unknown) => trouble(messageOf(error));
  };
  /**
   * Whether an edition is live, as far as can be known. Without a database, an edition counts as live if the line's
   * pointer names it, or if there is no pointer that can be read. If the database has no publications, the line's pointer decides.
   */
  const isLive = async ({ hash }: EditionFile): Promise<boolean> => {
    const pointer = await folder.pointerIfReadable();
    if (!office) return pointer === null || pointer.edition === hash;
    const [latest] = await office.editions.publications(1);
    return latest ? latest.edition === hash : !isForgotten(pointer, { hash });
  };
  const notWritten = logOnce('the edition cannot be written to DATA_DIR for the line');
  const failed = (error: unknown) => {
    notWritten(error);
    // If the disk is full or not writable, the line still gets the edition by message.
    void toEditionFileInSteps(shelf.current).then(async (edition) => {
      // Another edition may have gone live while this one was being converted.
      if (!(await isLive(edition)) || shelf.current.hash !== edition.hash) return;
      const message: EditionMessage = { format: editionKind.format, edition };
      say(message);
    }, notWritten);
  };
  void writeEditions({ shelf, records: office?.editions ?? null, folder, clock, failed }, signal);
  const noticeNotWritten = logOnce('the disaster notice cannot be written to DATA_DIR for the line');
  const write = async (notice: NoticeFile) => {
    // Also sent as a message, because a full disk accepts no file.
    const message: NoticeMessage = { format: noticeKind.format, notice };
    say(message);
    await writeNoticeFile(config.dataFolder, notice);
  };
  void writeNotices({ disaster: disaster.disaster, shelf, write, failed: noticeNotWritten }, signal);
}
