import type { DisasterNotice } from '../call/disaster.ts';
import type { MomentWords } from '../edition/edition.ts';
import { createNoticeEnd, type TimeSources } from '../edition/notice-end.ts';
import type { NoticeFile } from '../edition/notice-file.ts';

/** The disaster notice for calls; kept in memory. */
interface LineNotice {
  /** The active notice; null if there is none, or if it has ended. */
  now(): DisasterNotice | null;
  /**
   * The sentences that say the notice's time; empty if they are unknown. A notice that the disaster command has written
   * while no office was running has none.
   */
  readonly words: MomentWords;
  /** Applies a state of the disaster switch, unless a newer state is known. */
  adopt(file: NoticeFile): void;
}

export function createLineNotice(time: TimeSources): LineNotice {
  let known: { readonly file: NoticeFile; readonly told: DisasterNotice | null; readonly isOver: () => boolean } = {
    file: { revision: -1, notice: null },
    told: null,
    isOver: () => false,
  };
  return {
    now: () => (known.told && !known.isOver() ? known.told : null),
    words: ({ language, at }) => {
      const { notice } = known.file;
      const [, sentences] = (notice?.told.at === at && notice?.moment.find(([tag]) => tag === language)) || [];
      // If the sentences with the time are missing, the rest of the warning is still said.
      return sentences ?? [];
    },
    adopt(file) {
      if (file.revision < known.file.revision) return;
      const { notice } = file;
      const before = known.file.notice;
      const isSame = before?.told.id === notice?.told.id && before?.until === notice?.until;
      known = {
        file,
        told: notice?.told ?? null,
        isOver: notice && !isSame ? createNoticeEnd(notice, time) : known.isOver,
      };
    },
  };
}
