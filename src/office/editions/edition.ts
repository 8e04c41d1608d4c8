import type { CallEdition } from '../../call/advance.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { Saying } from '../../call/step.ts';
import { contentKey } from '../../common/content-key.ts';
import { RecentMap } from '../../common/recent-map.ts';
import { type EditionShelf, editionId, sayingCode } from '../../edition/edition.ts';
import { narrationShape } from '../../sound/join-narration.ts';
import type { SpeechEngine, Speed } from '../../speech/engine.ts';
import { type SpokenNarration, type SpokenSentence, toNarration, toSpoken } from '../../speech/narration.ts';
import type { Draft } from '../../words/draft.ts';
import type { LineFile } from '../../words/line-file.ts';
import { toLine } from '../../words/to-line.ts';
import { createWords, type Sentence } from '../../words/words.ts';
import { contentOf, draftOf, type EditionContent } from './edition-content.ts';
import { sayingOfEdition } from './older-words.ts';

/** The words of one turn together with the narration that speaks them. */
export interface SpokenScript {
  readonly sentences: readonly Sentence[];
  readonly narration: SpokenNarration;
}

/** What callers hear: the line, words and narrations of all languages. Immutable and identified by its hash. */
export interface OfficeEdition extends CallEdition {
  readonly hash: string;
  readonly file: LineFile;
  /** The texts as they were written. */
  readonly words: EditionContent['words'];
  /** The engine that speaks the edition. */
  readonly engine: EditionContent['engine'];
  /**
   * What is said in a turn, at normal or slow speed.
   * @param afterConnecting whether the turn begins a call or follows a transfer; it then starts with a longer silence
   * @throws MissingPromptError when a saying has no words; the checks before publishing detect missing words
   */
  script(sayings: readonly Saying[], slow?: boolean, afterConnecting?: boolean): SpokenScript;
  /**
   * What the agent hears before being connected to a caller who chose this language; null for a caller who chose none.
   */
  whisper(language: LanguageTag | null): SpokenScript;
  /**
   * Empties the cache of scripts, which takes most of an edition's memory. Scripts that are still needed are computed
   * again.
   */
  forgetScripts(): void;
}

const ofDrafts = new WeakMap<Draft, OfficeEdition>();

/**
 * The edition of a draft: the same object for the same draft and engine, so that rehearsing, crawling and publishing
 * share its scripts.
 */
export function editionOf(draft: Draft, engine: EditionContent['engine']): OfficeEdition {
  const known = ofDrafts.get(draft);
  if (known?.engine.id === engine.id && known.engine.fingerprint === engine.fingerprint) return known;
  const edition = createEdition(draft, engine);
  ofDrafts.set(draft, edition);
  return edition;
}

/**
 * Creates an edition from a draft. If the draft has not passed its checks, words may be missing, and `script` throws
 * for a saying without words.
 * @throws TypeError when a destination names a fact that does not exist or is of another type
 */
export function createEdition(draft: Draft, engine: Pick<SpeechEngine, 'id' | 'fingerprint'>): OfficeEdition {
  const content = contentOf(draft, engine);
  const file = content.line;
  const hash = contentKey(content);
  // The draft itself is not kept: it would keep everything that is cached for it, such as what the checks found.
  const words = createWords(draftOf(content));
  const voices = (tag: LanguageTag): string => voiceOf(file, engine.id, tag);
  const at = (speed: Speed) => {
    const speak = (sentence: Sentence) => toSpoken(engine, voices, speed, sentence);
    const spoken = memoize(sayingCode, (saying: Saying) => {
      const said = sayingOfEdition(content.words, saying);
      return said ? words.sentences(said).map(speak) : [];
    });
    const toScript = (all: readonly SpokenSentence[], lead: number): SpokenScript => ({
      sentences: all.map(({ sentence }) => sentence),
      narration: toNarration(all, lead),
    });
    const script = (lead: number) =>
      memoize(
        (sayings: readonly Saying[]) => sayings.map(sayingCode).join(' '),
        (sayings) => toScript(sayings.flatMap(spoken), lead),
      );
    return {
      afterConnecting: script(narrationShape.lead.afterConnecting),
      following: script(narrationShape.lead.following),
      whisper: memoize(
        (tag: LanguageTag | null) => tag ?? '',
        (tag) => toScript(words.whisper(tag).map(speak), narrationShape.lead.afterConnecting),
      ),
    };
  };
  let [normal, slower] = [at('normal'), at('slow')];
  return {
    id: editionId(hash),
    hash,
    file,
    words: content.words,
    engine: content.engine,
    line: toLine(file),
    script: (sayings, slow = false, afterConnecting = false) =>
      (slow ? slower : normal)[afterConnecting ? 'afterConnecting' : 'following'](sayings),
    whisper: (tag) => normal.whisper(tag),
    forgetScripts() {
      [normal, slower] = [at('normal'), at('slow')];
    },
  };
}

function voiceOf(file: LineFile, engine: SpeechEngine['id'], tag: LanguageTag): string {
  const language = file.languages.find((each) => each.tag === tag);
  if (!language) throw new RangeError(`The line has no language "${tag}".`);
  return language.voices[engine];
}

/**
 * Maximum number of entries in each cache, of scripts or of sayings: more than a line's turns at both speeds. Only
 * notices with varying times keep adding entries.
 */
const mostScripts = 5000;

/**
 * Caches the results of a function by key. A line has a few hundred turns, so usually each result is computed once and
 * kept.
 */
function memoize<Argument, Result>(keyOf: (argument: Argument) => string, work: (argument: Argument) => Result) {
  const known = new RecentMap<string, Result>(mostScripts);
  return (argument: Argument): Result => {
    const key = keyOf(argument);
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(argument);
    known.set(key, result);
    return result;
  };
}

/** The editions that calls may still be using, with everything that the office knows about them. */
export type OfficeShelf = EditionShelf<OfficeEdition>;
