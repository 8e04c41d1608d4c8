import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { languageFile } from '../../src/words/draft.ts';
import { type LineFile, lineFile } from '../../src/words/line-file.ts';
import { requiredPromptsIn } from '../../src/words/prompt-ids.ts';
import type { NamedText } from '../../src/words/read-yaml.ts';
import { bundledFiles } from './bundled.ts';

/**
 * The bundled prompts, reduced to English, Easy Japanese and one topic, so that their audio is made quickly. The
 * destinations have no hours. So a line that is not in production transfers calls at any time.
 */
export function smallFiles({ hasDisaster = false } = {}): NamedText[] {
  const bundled = new Map(bundledFiles().map(({ name, text }) => [name, parse(text)]));
  const { disaster, ...line } = cut(lineFile.parse(bundled.get('line.yaml')));
  const file = hasDisaster && disaster ? { ...line, disaster: fewChoices(disaster) } : line;
  const words = line.languages.map(({ tag }) => {
    const written = languageFile.parse(bundled.get(`${tag}.yaml`));
    const used = requiredPromptsIn(file, tag);
    const prompts = Object.fromEntries(Object.entries(written.prompts).filter(([prompt]) => used.includes(prompt)));
    return { name: `${tag}.yaml`, text: stringify({ ...written, prompts }) };
  });
  return [{ name: 'line.yaml', text: stringify(file) }, ...words];
}

type Disaster = NonNullable<LineFile['disaster']>;

/** One kind, one place and one action. They are enough for a notice, and their sounds are made quickly. */
const fewChoices = ({ kinds, places, actions }: Disaster): Disaster => ({
  kinds: kinds.slice(0, 1),
  places: places.slice(0, 1),
  actions: actions.slice(0, 1).map(({ notWith: _contradicts, ...action }) => action),
});

/** Writes files into a prompts folder. */
export async function writePrompts(folder: string, files: readonly NamedText[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(join(folder, name), text);
}

function cut(line: LineFile): LineFile {
  const tags = ['en', 'ja'];
  return {
    ...line,
    languages: line.languages
      .filter(({ tag }) => tags.includes(tag))
      .map((language, index) => ({ ...language, key: String(index + 1) })),
    topics: line.topics.slice(0, 1),
    destinations: line.destinations.map(({ hours: _hours, closed: _closed, ...destination }) => ({
      ...destination,
      languages: destination.languages.filter((tag) => tags.includes(tag)),
    })),
  };
}
