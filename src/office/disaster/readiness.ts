import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import { promptsInDisaster } from '../../words/prompt-ids.ts';
import type { ApprovedLanguages } from './approved-languages.ts';

/** The languages in which a notice that is switched on now might not be said in full. */
export interface Readiness {
  /** Languages that everybody hears before choosing one, and in which some disaster texts are not approved. */
  readonly lackingFirst: readonly LanguageTag[];
  /**
   * Other languages in which some disaster texts are not approved. Their callers hear the notice in the languages that
   * everybody hears.
   */
  readonly lackingOthers: readonly LanguageTag[];
}

/**
 * Looks up in which languages disaster texts still lack approval.
 * @param file the line that callers hear
 * @returns null if the line has no disaster notice
 * @throws StorageError if the database cannot be read
 */
export async function readReadiness(
  file: Pick<LineFile, 'disaster' | 'languages' | 'announcers'>,
  approved: ApprovedLanguages,
): Promise<Readiness | null> {
  if (!file.disaster) return null;
  const ready = await approved(promptsInDisaster(file));
  const lacking = announcersFirst(file).filter((tag) => !ready.includes(tag));
  const isFirst = (tag: LanguageTag) => file.announcers.includes(tag);
  return { lackingFirst: lacking.filter(isFirst), lackingOthers: lacking.filter((tag) => !isFirst(tag)) };
}

/** All languages: first those that everybody hears before choosing one, then the others in the order of the menu. */
export const announcersFirst = ({
  languages,
  announcers,
}: Pick<LineFile, 'languages' | 'announcers'>): LanguageTag[] => {
  const tags = languages.map(({ tag }) => tag);
  return [...announcers.filter((tag) => tags.includes(tag)), ...tags.filter((tag) => !announcers.includes(tag))];
};
