import { commandKeys } from '../call/command-keys.ts';
import type { LanguageTag } from '../call/line.ts';
import { command, destinationPrompt, saying, topicPrompt } from '../call/say.ts';
import type { Saying } from '../call/step.ts';
import type { Edition } from '../editions/edition.ts';
import type { LineFile } from '../prompts/line-file.ts';
import type { Sentence } from '../prompts/words.ts';

/** A key, and the words in which the telephone offers it. */
export interface OfferedKey {
  readonly key: string;
  readonly sentences: readonly Sentence[];
}

type LeafletFile = NonNullable<LineFile['leaflet']>;

/** What a printed sheet in one language says. Its words are those that callers hear, so they are translated and approved. */
export interface Leaflet {
  readonly language: LanguageTag;
  /** The language's own name. */
  readonly name: string;
  /** The number that everybody calls; null where the office has not written it down yet. */
  readonly number: string | null;
  /** Numbers that skip the choice of a language, as people in the country dial them. */
  readonly ownNumbers: readonly string[];
  readonly start: readonly Sentence[];
  readonly languageKey: OfferedKey;
  readonly topics: readonly OfferedKey[];
  readonly commands: readonly OfferedKey[];
  /** Where a person answers: the number to call, and the hours. */
  readonly person: readonly Sentence[];
  readonly emergency: readonly Sentence[];
  readonly addresses: readonly { readonly name: string; readonly url: string }[];
  readonly contacts: readonly (Omit<LeafletFile['contacts'][number], 'names' | 'source'> & { readonly name: string })[];
}

/**
 * The sheet of one language of an edition.
 * @returns null for a language that the edition does not have
 */
export function leafletOf({ file, script }: Edition, tag: LanguageTag): Leaflet | null {
  const language = file.languages.find((each) => each.tag === tag);
  if (!language) return null;
  const say = (...sayings: readonly Saying[]) => script(sayings).sentences;
  const offer = (offered: Saying): OfferedKey => ({ key: offered.key ?? '', sentences: say(offered) });
  const destination = file.destinations.find(({ id }) => id === language.destination);
  const number = file.leaflet?.number === undefined ? undefined : file.facts[file.leaflet.number];
  const nameOf = (names: Readonly<Record<string, string>>) => names[tag] ?? names[file.sourceLanguage] ?? '';
  return {
    language: tag,
    name: language.name,
    number: number?.type === 'phone' ? number.value : null,
    ownNumbers: language.ownNumbers.map(asDialledHere),
    start: say(saying(tag, 'greeting'), saying(tag, 'welcome')),
    languageKey: offer(saying(tag, 'language-item', language.key)),
    topics: file.topics.map(({ id, key }) => offer({ prompt: topicPrompt(id), language: tag, key })),
    commands: [
      offer(command.again(tag)),
      offer(command.speed(tag, { slow: false })),
      offer(command.backToTopics(tag)),
      offer(saying(tag, 'person', commandKeys.person)),
    ],
    person: destination
      ? say(
          { prompt: destinationPrompt(destination.id, 'number'), language: tag },
          ...(destination.hours ? [{ prompt: destinationPrompt(destination.id, 'hours'), language: tag }] : []),
        )
      : [],
    emergency: say(saying(tag, 'emergency')),
    addresses: (file.leaflet?.addresses ?? []).map(({ names, url }) => ({ name: nameOf(names), url })),
    contacts: (file.leaflet?.contacts ?? []).map(({ names, source: _source, ...rest }) => ({
      ...rest,
      name: nameOf(names),
    })),
  };
}

/** A number of this country without its country code. */
const asDialledHere = (number: string): string => number.replace(/^\+81/, '0');

/** What whoever keeps a sheet goes by: numbers and keys. Two sheets with the same mislead nobody. */
export const keysOnLeaflet = ({ number, ownNumbers, languageKey, topics, commands }: Leaflet): string =>
  JSON.stringify([
    number,
    ownNumbers,
    languageKey.key,
    topics.map(({ key, sentences }) => [key, sentences[0]?.prompt]),
    commands.map(({ key, sentences }) => [key, sentences[0]?.prompt]),
  ]);
