import { keyOf } from '../../office/editions/speak-text.ts';
import { whisperPrompt } from '../../words/prompt-ids.ts';
import { placesIn } from '../../words/sentence-template.ts';
import type { OpenText } from './open-text.ts';
import { valuesIn } from './show-sentence.ts';

/** A value that a text can say by its name. */
export interface ShownPlace {
  readonly name: string;
  /** As the language writes it; null for what differs from call to call. */
  readonly value: string | null;
  /** How often the text must say it, after its source; null where it is free. */
  readonly wanted: number | null;
}

/** What can be put into a text: first what its source says, then everything else. */
export function placesOf({ now, language, prompt, source }: OpenText): ShownPlace[] {
  const key = keyOf(now.draft, { language, prompt });
  const values = valuesIn(now.line.file, language, key);
  const said = source?.flatMap(placesIn) ?? [];
  const count = (name: string): number => said.filter((each) => each === name).length;
  const needed = [
    ...new Set([...said, ...(key === null ? [] : ['key']), ...(prompt === whisperPrompt ? ['language'] : [])]),
  ];
  const names = [...needed, ...[...values.keys()].filter((name) => !needed.includes(name))];
  return names.map((name) => ({
    name,
    value: values.get(name) ?? null,
    wanted: source === null ? null : count(name),
  }));
}
