import type { DisasterNotice } from '../call/disaster.ts';
import type { MomentWords } from '../edition/edition.ts';
import { createEnd, type DisasterTime } from '../edition/notice-end.ts';
import type { NoticeFile } from '../edition/notice-file.ts';

/** The disaster notice as calls hear it; answered from memory. */
export interface LineNotice {
  /** Null on ordinary days, and when it has come to its end. */
  now(): DisasterNotice | null;
  /** The sentences that name its moment. */
  readonly words: MomentWords;
  /** Takes over how the switch stands, unless what is known is newer. */
  adopt(file: NoticeFile): void;
}

export function createLineNotice(time: DisasterTime): LineNotice {
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
      // Everything else of a warning counts more than its moment.
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
        isOver: notice && !isSame ? createEnd(notice, time) : known.isOver,
      };
    },
  };
}
