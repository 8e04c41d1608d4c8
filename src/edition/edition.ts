import type { Edition as CallEdition } from '../call/advance.ts';
import type { LanguageTag } from '../call/line.ts';
import type { Saying } from '../call/step.ts';
import { RecentMap } from '../common/recent-map.ts';
import { narrationShape } from '../sound/join-narration.ts';
import type { EditionFile, EditionLanguage, EditionSentence } from './edition-file.ts';
import { type Narration, narrationOf } from './narration.ts';

/** The words of one turn and the sound that says them; they travel together. */
export interface Script {
  readonly sentences: readonly EditionSentence[];
  readonly narration: Narration;
}

/** What callers hear: line, words and sounds of all languages, unchangeable and named by its hash. */
export interface Edition extends CallEdition {
  readonly file: Omit<EditionFile, 'sentences' | 'sayings' | 'whispers'>;
  /**
   * What is said in a turn, at the normal speed or slower.
   * @param afterConnecting the turn begins a call or comes after a transfer: more silence leads it
   * @throws MissingWordsError when the edition has no words for it; whoever writes editions sees to it that it has
   */
  script(sayings: readonly Saying[], slow?: boolean, afterConnecting?: boolean): Script;
  /** What the agent hears before a caller who chose this language, or none. */
  whisper(language: LanguageTag | null): Script;
  language(tag: LanguageTag): EditionLanguage | undefined;
  /** Forgets the scripts that were put together; those that are needed still are put together again. */
  forgetScripts(): void;
}

/** A saying without words in the edition. */
export class MissingWordsError extends Error {
  override readonly name = 'MissingWordsError';
}

/** The sentences of a saying that names a moment, which no edition can have: the disaster notice brings them along. */
export type MomentWords = (saying: Saying) => readonly EditionSentence[];

/** How many digits of the hash name an edition in a webhook's address. */
export const idLength = 10;

/** More than the turns of a line at both speeds. */
const mostScripts = 5000;

/** One name for the same words. */
export const sayingCode = ({ prompt, language, key, at }: Saying): string =>
  `${language}:${prompt}:${key ?? ''}:${at ?? ''}`;

/** Opens an edition for calls. */
export function openEdition(
  { sentences, sayings, whispers, ...file }: EditionFile,
  momentWords: MomentWords = missing,
): Edition {
  const at = (places: readonly number[]) => places.flatMap((place) => sentences[place] ?? []);
  const said = new Map(sayings);
  const whispered = new Map(whispers);
  const sentencesOf = (saying: Saying): readonly EditionSentence[] => {
    if (saying.at !== undefined) return momentWords(saying);
    const places = said.get(sayingCode(saying));
    return places ? at(places) : missing(saying);
  };
  const toScript = (all: readonly EditionSentence[], speed: 'normal' | 'slow', lead: number): Script => {
    const sounds = all.map(({ sounds: keys, offersKey }) => ({ key: keys[speed], offersKey }));
    return { sentences: all, narration: narrationOf(sounds, ({ offersKey }) => offersKey, lead) };
  };
  const scripts = new RecentMap<string, Script>(mostScripts);
  const remember = (code: string, make: () => Script): Script => {
    const before = scripts.get(code);
    if (before) return before;
    const made = make();
    scripts.set(code, made);
    return made;
  };
  const { afterConnecting: afterConnectingLead, following } = narrationShape.lead;
  return {
    id: file.hash.slice(0, idLength),
    line: file.line,
    file,
    script: (all, slow = false, afterConnecting = false) => {
      let code = slow ? 's' : '';
      if (afterConnecting) code += 'c';
      let isTimed = false;
      for (const saying of all) {
        code += ` ${sayingCode(saying)}`;
        isTimed ||= saying.at !== undefined;
      }
      const lead = afterConnecting ? afterConnectingLead : following;
      const make = () => toScript(all.flatMap(sentencesOf), slow ? 'slow' : 'normal', lead);
      // What names a moment comes from outside, and may come later.
      return isTimed ? make() : remember(code, make);
    },
    whisper: (tag) =>
      remember(`whisper ${tag ?? ''}`, () => {
        const places = whispered.get(tag) ?? whispered.get(null) ?? [];
        return toScript(at(places), 'normal', afterConnectingLead);
      }),
    forgetScripts: () => scripts.clear(),
    language: (tag) => file.languages.find((each) => each.tag === tag),
  };
}

function missing({ prompt, language }: Saying): never {
  throw new MissingWordsError(`The edition has no words for "${prompt}" in "${language}".`);
}

/** What stands on a shelf. */
export interface Shelved {
  readonly id: string;
  /** Called when another edition goes live: few calls are on it from then on. */
  forgetScripts(): void;
}

/** The editions that calls may still be on. */
export interface EditionShelf<Each extends Shelved = Edition> {
  /** What a call that begins now hears. */
  readonly current: Each;
  /** The edition on which a call began; the current one when it is gone. */
  find(id: string): Each;
  /** Makes an edition the current one at once; calls in progress stay on theirs. */
  publish(edition: Each): void;
  /** Puts an earlier edition beside the current one, for calls that began on it before a restart. */
  remember(edition: Each): void;
  /** Settles when another edition has become the current one. */
  published(): Promise<void>;
}

/** How many earlier editions are kept for calls in progress. */
export const keptEditions = 8;

export function createEditionShelf<Each extends Shelved>(first: Each): EditionShelf<Each> {
  let editions = [first];
  let next = Promise.withResolvers<void>();
  const others = (edition: Each) => editions.filter(({ id }) => id !== edition.id);
  return {
    get current() {
      return editions[0] ?? first;
    },
    find: (id) => editions.find((edition) => edition.id === id) ?? editions[0] ?? first,
    publish(edition) {
      const [before] = editions;
      editions = [edition, ...others(edition)].slice(0, keptEditions + 1);
      // Few calls are on it still, and each of them needs few of its turns.
      if (before !== edition) before?.forgetScripts();
      next.resolve();
      next = Promise.withResolvers();
    },
    remember(edition) {
      if (others(edition).length === editions.length) editions = [...editions, edition].slice(0, keptEditions + 1);
    },
    published: () => next.promise,
  };
}
