import { historyLimit } from '../../office/drafts/draft-desk.ts';
import { languagesOff } from '../../office/drafts/language-menu.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Menu } from '../line/menu.ts';

/** A language of the line with its settings. */
export type LanguageEntry = LineFile['languages'][number];

/** Maximum number of languages: the menu has nine keys. */
export const mostLanguages = 9;

/** The languages as a menu; the id of a language is its tag. */
export const languageMenu: Menu = {
  name: 'languages',
  entriesIn: ({ languages }) => languages.map(({ key, tag }) => ({ key, id: tag })),
  nameOf: ({ language }, tag) => language(tag),
};

/**
 * The languages that are switched off, with the settings that they had before. Only the last `historyLimit` revisions
 * of the line are searched.
 */
export const readLanguagesOff = async (
  drafts: Pick<ConsoleParts['drafts'], 'lineHistory'>,
  file: LineFile,
): Promise<LanguageEntry[]> => languagesOff(file, await drafts.lineHistory(historyLimit));
