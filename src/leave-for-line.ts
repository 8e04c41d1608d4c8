import type { Context } from './context.ts';
import { leaveNotices } from './disaster/leave-notice.ts';
import { createEditionFolder } from './edition/edition-folder.ts';
import { writeNoticeFile } from './edition/notice-file.ts';
import { leaveEditions } from './editions/leave-editions.ts';
import { messageOf } from './errors.ts';

/** Leaves in DATA_DIR what a line needs to answer without this process. Ends with the signal. */
export function leaveForLine({ config, shelf, office, disaster, clock, log }: Context, signal: AbortSignal): void {
  const folder = createEditionFolder(config.dataFolder);
  const tellOnce = (message: string) => {
    let told = '';
    return (error: unknown) => {
      const why = messageOf(error);
      if (why !== told) log.error({ why }, message);
      told = why;
    };
  };
  const unleft = tellOnce('the edition cannot be left for the line in DATA_DIR');
  void leaveEditions({ shelf, records: office?.editions ?? null, folder, clock, failed: unleft }, signal);
  const unwritten = tellOnce('the disaster notice cannot be left for the line in DATA_DIR');
  const write = (file: Parameters<typeof writeNoticeFile>[1]) => writeNoticeFile(config.dataFolder, file);
  void leaveNotices({ disaster: disaster.disaster, shelf, write, failed: unwritten }, signal);
}
