import { parse, stringify } from 'yaml';
import { type Draft, languageFile, readDraft } from '../../src/words/draft.ts';
import { lineFile } from '../../src/words/line-file.ts';
import { requiredPromptsIn } from '../../src/words/prompt-ids.ts';
import { fixtureFiles } from './draft-fixture.ts';

/** The made-up line with as few texts as possible: two languages and one topic. The rules find nothing in it. */
export function tinyDraft(): Draft {
  const files = new Map(fixtureFiles().map(({ name, text }) => [name, parse(text)]));
  const whole = lineFile.parse(files.get('line.yaml'));
  const tags = ['en', 'ja'];
  const line = {
    ...whole,
    languages: whole.languages
      .filter(({ tag }) => tags.includes(tag))
      .map((language, index) => ({ ...language, key: String(index + 1) })),
    topics: whole.topics.slice(0, 1),
    // Destinations have no hours, because hours would multiply the possible calls.
    destinations: whole.destinations.map(({ hours: _hours, closed: _closed, ...destination }) => destination),
    facts: Object.fromEntries(
      Object.entries(whole.facts).filter(([name]) => ['officeNumber', 'firstDay'].includes(name)),
    ),
  };
  const words = tags.map((tag) => {
    const written = languageFile.parse(files.get(`${tag}.yaml`));
    const used = new Set(requiredPromptsIn(line, tag));
    const prompts = Object.fromEntries(Object.entries(written.prompts).filter(([prompt]) => used.has(prompt)));
    return { name: `${tag}.yaml`, text: stringify({ ...written, prompts }) };
  });
  return readDraft([{ name: 'line.yaml', text: stringify(line) }, ...words]);
}
