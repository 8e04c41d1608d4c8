import type { Line } from '../call/line.ts';
import type { Config } from '../config.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import { readDraft } from '../words/draft.ts';
import type { LineFile } from '../words/line-file.ts';
import { readPromptFiles } from '../words/prompt-files.ts';

type Choices = NonNullable<LineFile['disaster']>;

/**
 * The kinds, places and actions that the help lists. Only files are read, so that the help never creates or migrates a
 * database. The ids come from the file of the live edition, and the names from the prompts folder. If no live edition
 * can be read, ids and names both come from the folder.
 * @returns null if neither the edition nor the folder can be read
 */
export async function disasterChoices({
  dataFolder,
  promptsFolder,
}: Pick<Config, 'dataFolder' | 'promptsFolder'>): Promise<Pick<LineFile, 'disaster'> | null> {
  const [live, written] = await Promise.all([
    liveLine(dataFolder).catch(() => null),
    readPromptFiles(promptsFolder)
      .then((files) => readDraft(files).line)
      .catch(() => null),
  ]);
  if (!live) return written;
  const { disaster } = live;
  if (!disaster) return {};
  const named = (kind: keyof Choices) =>
    disaster[kind].map((id) => written?.disaster?.[kind].find((each) => each.id === id) ?? nameless(id));
  return { disaster: { kinds: named('kinds'), places: named('places'), actions: named('actions') } };
}

async function liveLine(dataFolder: string): Promise<Line | null> {
  const folder = createEditionFolder(dataFolder);
  const live = await folder.readPointer();
  return (live && (await folder.read(live.edition)))?.line ?? null;
}

const nameless = (id: string) => ({ id, name: { ja: '', en: '' } });
