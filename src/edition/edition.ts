import type { CallEdition } from '../call/advance.ts';
import type { LanguageTag } from '../call/line.ts';
import type { Saying } from '../call/step.ts';
import { RecentMap } from '../common/recent-map.ts';
import { narrationShape } from '../sound/join-narration.ts';
import type { EditionFile, EditionLanguage, EditionSentence } from './edition-file.ts';
import { type Narration, narrationOf } from './narration.ts';

/** The sentences of one turn or of a whisper, and the narration that says them. */
export interface Script {
  readonly sentences: readonly EditionSentence[];
  readonly narration: Narration;
}

/**
 * What callers hear: the line, and the words and sounds of all languages. An edition never changes, and its hash
 * identifies it.
 */
export interface Edition extends CallEdition {
  readonly file: Omit<EditionFile, 'sentences' | 'sayings' | 'whispers'>;
  /**
   * What is said in a turn, at the normal or the slower speed.
   * @param afterConnecting the turn begins a call or follows a transfer, so more silence comes first
   * @throws MissingWordsError when the edition has no words for a saying. The office publishes only editions with words
   * for every saying
   */
  script(sayings: readonly Saying[], slow?: boolean, afterConnecting?: boolean): Script;
  /** What the agent hears before being connected to a caller who chose this language, or none. */
  whisper(language: LanguageTag | null): Script;
  language(tag: LanguageTag): EditionLanguage | undefined;
  /** Empties the cache of scripts. Scripts that are still needed are created again. */
  forgetScripts(): void;
}

/** The edition has no words for a saying. */
export class MissingWordsError extends Error {
  override readonly name = 'MissingWordsError';
  readonly about: Pick<Saying, 'prompt' | 'language'>;

  constructor({ prompt, language }: Pick<Saying, 'prompt' | 'language'>) {
    super(`The edition has no words for "${prompt}" in "${language}".`);
    this.about = { prompt, language };
  }
}

/**
 * Returns the sentences of a saying that names the time of a disaster notice. No edition contains them. They come with
 * the notice.
 */
export type MomentWords = (saying: Saying) => readonly EditionSentence[];

/** The digits of a hash that identify an edition in the address of a webhook or a page, and in the audit. */
export const editionId = (hash: string): string => hash.slice(0, 10);

/** Maximum number of cached scripts of an edition: more than the turns of a line at both speeds. */
const mostScripts = 5000;

/** Identifies a saying within an edition. Sayings with the same code have the same words. */
export const sayingCode = ({ prompt, language, key, at }: Saying): string =>
  `${language}:${prompt}:${key ?? ''}:${at ?? ''}`;

/** Opens an edition for calls. */
export function openEdition(
  { sentences, sayings, whispers, ...file }: EditionFile,
  momentWords: MomentWords = missing,
): Edition {
  const at = (indexes: readonly number[]) => indexes.flatMap((index) => sentences[index] ?? []);
  const said = new Map(sayings);
  const whispered = new Map(whispers);
  const sentencesOf = (saying: Saying): readonly EditionSentence[] => {
    const indexes = said.get(sayingCode(saying));
    if (indexes) return at(indexes);
    return saying.at === undefined ? missing(saying) : momentWords(saying);
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
    id: editionId(file.hash),
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
      // The words for the time of a disaster notice come from outside the edition and may arrive later, so scripts with
      // a time are not cached.
      return isTimed ? make() : remember(code, make);
    },
    whisper: (tag) =>
      remember(`whisper ${tag ?? ''}`, () => {
        const indexes = whispered.get(tag) ?? whispered.get(null) ?? [];
        return toScript(at(indexes), 'normal', afterConnectingLead);
      }),
    forgetScripts: () => scripts.clear(),
    language: (tag) => file.languages.find((each) => each.tag === tag),
  };
}

function missing(saying: Saying): never {
  throw new MissingWordsError(saying);
}

/** What a shelf needs to know of an edition. */
interface Shelved {
  readonly id: string;
  /** Called when another edition goes live. From then on, few calls use this one. */
  forgetScripts(): void;
}

/** The editions that calls may still use. */
export interface EditionShelf<Each extends Shelved = Edition> {
  /** The edition of calls that begin now. */
  readonly current: Each;
  /** The edition on which a call began, or the current one if the shelf no longer has it. */
  find(id: string): Each;
  /** Makes an edition the current one immediately; calls in progress keep the edition they began on. */
  publish(edition: Each): void;
  /**
   * Adds an earlier edition, for calls that began on it, for example before a restart. Does nothing if the shelf is
   * full.
   */
  remember(edition: Each): void;
  /** Resolves when `publish` is called next. */
  published(): Promise<void>;
}

/** Number of earlier editions kept for calls in progress. */
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
      // Few calls still use the former edition, and each of them needs few of its scripts.
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
