import { actionPrompt, alsoPlacePrompt, kindPrompt, placePrompt } from '../call/disaster.ts';
import type { LanguageTag } from '../call/line.ts';
import { closurePrompt, destinationPrompt, topicPrompt } from '../call/say.ts';
import { isIn } from '../frame/text.ts';
import type { ConsoleLanguage } from '../frame/translate.ts';
import type { Visitor } from '../frame/visit.ts';
import type { DraftNow } from '../office/drafts/draft-desk.ts';
import { byName } from '../words/by-name.ts';
import { factValue } from '../words/fact-file.ts';
import { formatFactValue } from '../words/format-fact-value.ts';
import type { LineFile } from '../words/line-file.ts';
import type { StaffName } from '../words/staff-names.ts';
import { languageNameFor } from './language-names.ts';
import { beginningOf, plainOf, titleOf } from './plain-words.ts';
import { namesTexts } from './texts.ts';

/**
 * What staff call the parts of a line, in the language of the console. A part without a name of its own is named after
 * the part to which it belongs, or after its first words. Without either, its id is its name.
 */
export interface Names {
  readonly prompt: (id: string) => string;
  readonly topic: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly destination: (id: string) => string;
  readonly language: (tag: LanguageTag) => string;
  /** A kind, a place or an action of a disaster notice, or a reason for a closure. */
  readonly choice: (id: string) => string;
  /** A text in one language, such as 最初のあいさつ(英語). */
  readonly text: (text: { readonly language: LanguageTag; readonly prompt: string }) => string;
}

/**
 * The names that the draft contains. They are also used for the live edition, because editions do not contain the names
 * of topics, facts and texts.
 * @param others lines with parts that the draft no longer has, or does not have yet
 */
export function namesIn(
  { t, language }: Pick<Visitor, 't' | 'language'>,
  now: Pick<DraftNow, 'line' | 'find'>,
  others: readonly LineFile[] = [],
): Names {
  const line = others.reduce(withEntriesOf, now.line.file);
  const say = (name: StaffName | undefined): string => (name && (name[language] ?? name.ja)) ?? '';
  const source = (prompt: string) => now.find(line.sourceLanguage, prompt)?.sentences ?? [];
  const topic = (id: string): string =>
    say(line.topics.find((each) => each.id === id)?.name) || titleOf(source(topicPrompt(id))) || id;
  const destination = (id: string): string => line.destinations.find((each) => each.id === id)?.name[language] ?? id;
  const choices = choicesOf(line, language);
  const dialogue = new Map<string, () => string>([
    ...line.topics.map(({ id }) => [topicPrompt(id), () => t('names.menu', { topic: topic(id) })] as const),
    ...line.destinations.flatMap(({ id }) =>
      (['transfer', 'number', 'hours'] as const).map(
        (part) =>
          [
            destinationPrompt(id, part),
            () => t(`names.of-destination.${part}`, { destination: destination(id) }),
          ] as const,
      ),
    ),
    ...choices.map(({ prompt, part, name }) => [prompt, () => t(`names.of-choice.${part}`, { name })] as const),
  ]);
  const partOf = (id: string): string => {
    const owner = line.topics.find(({ parts }) => parts.includes(id));
    if (!owner) return '';
    const number = owner.parts.indexOf(id) + 1;
    return t('names.part', { topic: topic(owner.id), number });
  };
  const nameOfPrompt = (id: string): string =>
    say(line.textNames?.[id]) ||
    dialogue.get(id)?.() ||
    (isIn(namesTexts.prompts, id) ? t(`names.prompts.${id}`) : '') ||
    partOf(id) ||
    beginningOf(source(id)) ||
    id;
  // Names are cached, because a page names a prompt once for every language.
  const known = new Map<string, string>();
  const prompt = (id: string): string => {
    const name = known.get(id) ?? nameOfPrompt(id);
    known.set(id, name);
    return name;
  };
  const nameOfLanguage = (tag: LanguageTag): string => languageName(line, tag, language);
  return {
    prompt,
    topic,
    destination,
    fact: (id) => factName({ t, language }, line, id, destination),
    language: nameOfLanguage,
    choice: (id) => choices.find((each) => each.id === id)?.name ?? id,
    text: (text) => t('names.text', { prompt: prompt(text.prompt), language: nameOfLanguage(text.language) }),
  };
}

/** Returns `line` together with the parts that only `other` has. */
function withEntriesOf(line: LineFile, other: LineFile): LineFile {
  const add = <Entry>(entries: readonly Entry[], more: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] => {
    const known = new Set(entries.map(keyOf));
    return [...entries, ...more.filter((entry) => !known.has(keyOf(entry)))];
  };
  const byId = ({ id }: { readonly id: string }) => id;
  const choices = (list: 'kinds' | 'places' | 'actions') =>
    add(line.disaster?.[list] ?? [], other.disaster?.[list] ?? [], byId);
  return {
    ...line,
    languages: add(line.languages, other.languages, ({ tag }) => tag),
    topics: add(line.topics, other.topics, byId),
    destinations: add(line.destinations, other.destinations, byId),
    facts: byName([...Object.entries(other.facts), ...Object.entries(line.facts)]),
    textNames: byName([...Object.entries(other.textNames ?? {}), ...Object.entries(line.textNames ?? {})]),
    closures: add(line.closures ?? [], other.closures ?? [], byId),
    disaster: { kinds: choices('kinds'), places: choices('places'), actions: choices('actions') },
  };
}

/** Every choice for a disaster notice and every reason for a closure: one entry for each of its prompts. */
function choicesOf({ disaster, closures }: LineFile, language: ConsoleLanguage) {
  const list = (
    entries: readonly { readonly id: string; readonly name: { readonly ja: string; readonly en: string } }[] = [],
    part: 'kind' | 'place' | 'also' | 'action' | 'closure',
    promptOf: (id: string) => string,
  ) => entries.map(({ id, name }) => ({ id, part, name: name[language], prompt: promptOf(id) }));
  return [
    ...list(disaster?.kinds, 'kind', kindPrompt),
    ...list(disaster?.places, 'place', placePrompt),
    ...list(disaster?.places, 'also', alsoPlacePrompt),
    ...list(disaster?.actions, 'action', actionPrompt),
    ...list(closures, 'closure', closurePrompt),
  ];
}

/**
 * The name of a fact. A fact without a name of its own is named after the destination that uses it, or by its type and
 * value. A placeholder that is not a fact, such as `key`, has a name in the texts of the console. Without one, its id
 * is its name.
 */
function factName(
  { t, language }: Pick<Visitor, 't' | 'language'>,
  { facts, destinations }: LineFile,
  id: string,
  destinationName: (id: string) => string,
): string {
  const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
  if (!fact) return isIn(namesTexts.placeholders, id) ? t(`names.placeholders.${id}`) : id;
  if (fact.name) return fact.name[language] ?? fact.name.ja;
  for (const { id: user, number, hours, closed } of destinations) {
    const years = closed?.eachYear ?? [];
    const uses = {
      number: number === id,
      hours: hours === id,
      from: years.some(({ from }) => from === id),
      to: years.some(({ to }) => to === id),
    };
    const use = (['number', 'hours', 'from', 'to'] as const).find((each) => uses[each]);
    if (use) return t(`names.fact.${use}`, { destination: destinationName(user) });
  }
  const value = formatFactValue(language, factValue(fact));
  return t('names.fact.plain', { type: t(`names.types.${fact.type}`), value });
}

/**
 * The name of a language. In Japanese, it is the name that the line gives the language, if the source language of the
 * line is Japanese and the line has the language. In all other cases it is the usual name.
 */
function languageName({ languages, sourceLanguage }: LineFile, tag: LanguageTag, language: ConsoleLanguage): string {
  const ofLine = languages.find((each) => each.tag === tag)?.sourceName;
  if (language === 'ja' && sourceLanguage === 'ja' && ofLine !== undefined) return plainOf(ofLine);
  return languageNameFor(tag, language);
}
