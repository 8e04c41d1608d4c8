import { join } from 'node:path';
import type { DisasterNotice } from '../call/disaster.ts';
import type { LanguageTag } from '../call/line.ts';
import type { EditionSentence } from './edition-file.ts';
import type { NoticeTimes } from './notice-end.ts';
import { readShared, type SharedFileKind, writeShared } from './shared-file.ts';

export const noticeKind: SharedFileKind = { name: 'disaster-notice', format: 1, longest: 1_000_000 };

/** A disaster notice as the line needs it. */
export interface SwitchedNotice extends NoticeTimes {
  readonly told: DisasterNotice;
  /** The sentences that say the notice's time, by language. The line cannot make them, and no edition contains them. */
  readonly moment: readonly (readonly [LanguageTag, readonly EditionSentence[]])[];
}

/** The state of the disaster switch. */
export interface NoticeFile {
  /** Increases with every change. */
  readonly revision: number;
  /** Null while no notice is active. */
  readonly notice: SwitchedNotice | null;
}

/** The state of the disaster switch, as a message from an office to the line that started it. */
export interface NoticeMessage {
  readonly format: number;
  readonly notice: NoticeFile;
}

/** The path of the file with the state of the disaster switch: `notice` in DATA_DIR. */
export const noticePath = (dataFolder: string): string => join(dataFolder, 'notice');

/** @returns null if the file was never written @throws SharedFileError or a system error, as `readShared` */
export const readNoticeFile = (dataFolder: string): Promise<NoticeFile | null> =>
  readShared<NoticeFile>(noticeKind, noticePath(dataFolder));

/** Writes the file atomically. */
export const writeNoticeFile = (dataFolder: string, file: NoticeFile): Promise<void> =>
  writeShared(noticeKind, noticePath(dataFolder), file);
