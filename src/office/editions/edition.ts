import type { Edition as CallEdition } from '../../call/advance.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { Saying } from '../../call/step.ts';
import { contentKey } from '../../common/canonical-json.ts';
import { RecentMap } from '../../common/recent-map.ts';
import { narrationShape } from '../../sound/join-narration.ts';
import type { SpeechEngine, Speed } from '../../speech/engine.ts';
import { type Narration, type SpokenSentence, toNarration, toSpoken } from '../../speech/narration.ts';
import type { Draft } from '../../words/draft.ts';
import type { LineFile } from '../../words/line-file.ts';
import { toLine } from '../../words/to-line.ts';
import { createWords, type Sentence } from '../../words/words.ts';
import { contentOf, type EditionContent } from './edition-content.ts';
import { sayingOfEdition } from './older-words.ts';

/** The words of one turn and the sound that says them; they travel together. */
export interface Script {
  readonly sentences: readonly Sentence[];
  readonly narration: Narration;
}

/** What callers hear: line, words and narrations of all languages, unchangeable and named by its hash. */
export interface Edition extends CallEdition {
  readonly hash: string;
  readonly file: LineFile;
  /** The texts as they were written. */
  readonly words: EditionContent['words'];
  /** Whose voice speaks it. */
  readonly engine: EditionContent['engine'];
  /**
   * What is said in a turn, at the normal speed or slower.
   * @param afterConnecting the turn begins a call or comes after a transfer: more silence leads it
   * @throws MissingPromptError when there are no words for it; publishing finds that first
   */
  script(sayings: readonly Saying[], slow?: boolean, afterConnecting?: boolean): Script;
  /** What the agent hears before a caller who chose this language, or none. */
  whisper(language: LanguageTag | null): Script;
  /** Forgets the scripts that were worked out, most of what an edition takes: the few that are needed still are worked out again. */
  forgetScripts(): void;
}

/** How many digits of the hash name an edition in a webhook's address. */
const idLength = 10;

const ofDrafts = new WeakMap<Draft, Edition>();

/** The same edition for the same draft and voice: whoever rehearses, checks and publishes it works out its scripts once. */
export function editionOf(draft: Draft, engine: EditionContent['engine']): Edition {
  const known = ofDrafts.get(draft);
  if (known?.engine.id === engine.id && known.engine.fingerprint === engine.fingerprint) return known;
  const edition = createEdition(draft, engine);
  ofDrafts.set(draft, edition);
  return edition;
}

/** Makes an edition of a draft that has passed its checks. */
export function createEdition(draft: Draft, engine: Pick<SpeechEngine, 'id' | 'fingerprint'>): Edition {
  const content = contentOf(draft, engine);
  const file = content.line;
  const hash = contentKey(content);
  const words = createWords(draft);
  const voices = (tag: LanguageTag): string => voiceOf(file, engine.id, tag);
  const at = (speed: Speed) => {
    const speak = (sentence: Sentence) => toSpoken(engine, voices, speed, sentence);
    const spoken = memoize(keyOfSaying, (saying: Saying) => {
      const said = sayingOfEdition(content.words, saying);
      return said ? words.sentences(said).map(speak) : [];
    });
    const toScript = (all: readonly SpokenSentence[], lead: number): Script => ({
      sentences: all.map(({ sentence }) => sentence),
      narration: toNarration(all, lead),
    });
    const script = (lead: number) =>
      memoize(
        (sayings: readonly Saying[]) => sayings.map(keyOfSaying).join(' '),
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
    id: hash.slice(0, idLength),
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

const keyOfSaying = ({ prompt, language, key, at }: Saying): string => `${language}:${prompt}:${key ?? ''}:${at ?? ''}`;

function voiceOf(file: LineFile, engine: SpeechEngine['id'], tag: LanguageTag): string {
  const language = file.languages.find((each) => each.tag === tag);
  if (!language) throw new RangeError(`The line has no language "${tag}".`);
  return language.voices[engine];
}

/** More than the turns of a line at both speeds; only pretended times of notices make ever new ones. */
const mostScripts = 5000;

/** A line has a few hundred turns, so every one of them is worked out once and kept. */
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
