import { messageOf } from '../common/errors.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import { createEditionFolder, type EditionMessage, editionKind } from '../edition/edition-folder.ts';
import { type NoticeFile, type NoticeMessage, noticeKind, writeNoticeFile } from '../edition/notice-file.ts';
import type { Context } from './context.ts';
import { leaveNotices } from './disaster/leave-notice.ts';
import { isForgotten, leaveEditions } from './editions/leave-editions.ts';
import { toEditionFileCalmly } from './editions/to-edition-file.ts';

/**
 * Leaves in DATA_DIR what a line needs to answer without this process. Ends with the signal.
 * @param say says something to the line that has started this process
 */
export function leaveForLine(
  { config, shelf, office, disaster, clock, log }: Context,
  say: (message: unknown) => void,
  signal: AbortSignal,
): void {
  const folder = createEditionFolder(config.dataFolder);
  const tellOnce = (message: string) => {
    let told = '';
    return (error: unknown) => {
      const why = messageOf(error);
      if (why !== told) log.error({ why }, message);
      told = why;
    };
  };
  /** As far as this office can know: without its database, or with one that knows of nothing, what the folder says counts. */
  const isLive = async ({ hash }: EditionFile): Promise<boolean> => {
    const pointer = await folder.readPointer().catch(() => null);
    if (!office) return pointer === null;
    const [latest] = await office.editions.publications(1);
    return latest ? latest.edition === hash : !isForgotten(pointer, { hash });
  };
  const unleft = tellOnce('the edition cannot be left for the line in DATA_DIR');
  const failed = (error: unknown) => {
    unleft(error);
    // On a disk that is full or may not be written, callers hear it all the same.
    void toEditionFileCalmly(shelf.current).then(async (edition) => {
      // Another edition may have gone live meanwhile.
      if (!(await isLive(edition)) || shelf.current.hash !== edition.hash) return;
      const message: EditionMessage = { format: editionKind.format, edition };
      say(message);
    }, unleft);
  };
  void leaveEditions({ shelf, records: office?.editions ?? null, folder, clock, failed }, signal);
  const unwritten = tellOnce('the disaster notice cannot be left for the line in DATA_DIR');
  const write = async (notice: NoticeFile) => {
    // Said as well, because a full disk takes no file.
    const message: NoticeMessage = { format: noticeKind.format, notice };
    say(message);
    await writeNoticeFile(config.dataFolder, notice);
  };
  void leaveNotices({ disaster: disaster.disaster, shelf, write, failed: unwritten }, signal);
}
