import i18next from 'i18next';
import type { LanguageTag } from '../call/line.ts';
import type { Saying } from '../call/step.ts';
import { ExplainedError } from '../common/explained-error.ts';
import { byName } from './by-name.ts';
import type { Draft } from './draft.ts';
import { factValue } from './fact-file.ts';
import { momentFacts, momentPlaceholders, placeholdersWithoutFact } from './moment-facts.ts';
import { whisperPrompt } from './prompt-ids.ts';
import type { FactValue, Segment } from './segment.ts';
import { parseSentence } from './sentence-template.ts';

/** One sentence of a prompt. Its language decides the voice. */
export interface Sentence {
  readonly prompt: string;
  readonly language: LanguageTag;
  readonly segments: readonly Segment[];
}

/**
 * A prompt has no words, or one of its placeholders has no value. Either problem stops a publication, so callers never
 * hear an id.
 */
export class MissingPromptError extends ExplainedError {
  override readonly name = 'MissingPromptError';
}

/** Resolves sayings into sentences. */
interface Words {
  /**
   * @throws MissingPromptError if the prompt has no words in the language of the saying, or a placeholder has no value
   */
  sentences(saying: Saying): Sentence[];
  /**
   * What an agent hears before being connected to the caller, in the source language.
   * @param language the language that the caller chose; if it is null, the sentence names all announcers
   * @throws MissingPromptError as `sentences` does
   */
  whisper(language: LanguageTag | null): Sentence[];
}

/**
 * While i18next interpolates, these two characters enclose the name of a placeholder. They are private-use characters,
 * which T-10 forbids in texts.
 */
const factStart = '\uE000';
const factEnd = '\uE001';
/** The nesting prefix for i18next. No text contains this character, so `$t(` in a text has no special meaning. */
const noNesting = '\uE002';

/**
 * The i18next id of a sentence. Each sentence is a separate resource, because i18next does not interpolate arrays when
 * ids contain dots.
 */
const resourceId = (prompt: string, index: number): string => `${prompt}#${index}`;

/** Gives access to the words of a draft. If a language lacks words, the words of another language are never used. */
export function createWords({ line, words }: Draft): Words {
  const i18n = i18next.createInstance();
  void i18n.init({
    initAsync: false,
    lng: line.sourceLanguage,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, nestingPrefix: noNesting },
    missingInterpolationHandler: (_text: string, [placeholder]: RegExpExecArray) => placeholder,
    resources: byName([...words].map(([tag, { prompts }]) => [tag, { translation: resources(prompts) }])),
  });
  const facts = new Map(Object.entries(line.facts).map(([name, fact]) => [name, factValue(fact)]));
  const marks = byName(
    [...facts.keys(), ...momentPlaceholders, 'key'].map((name) => [name, `${factStart}${name}${factEnd}`]),
  );

  const resolve = (prompt: string, language: LanguageTag, values: ReadonlyMap<string, FactValue>, inserted: object) => {
    const prompts = words.get(language)?.prompts ?? {};
    const count = Object.hasOwn(prompts, prompt) ? (prompts[prompt]?.length ?? 0) : 0;
    if (count === 0) {
      throw new MissingPromptError({
        ja: `「${prompt}」の文が「${language}」にありません。${language}.yaml に書き加えてください。`,
        en: `There are no words for "${prompt}" in "${language}"; add them to ${language}.yaml.`,
      });
    }
    return Array.from({ length: count }, (_, index): Sentence => {
      // i18next treats an empty text as a missing one.
      if (prompts[prompt]?.[index] === '') return { prompt, language, segments: [] };
      const id = resourceId(prompt, index);
      const text = i18n.t(id, { lng: language, replace: { ...marks, ...inserted } });
      // i18next returns the id when it finds nothing.
      if (text === id) {
        throw new MissingPromptError({
          ja: `「${prompt}」の文が「${language}」で見つかりません。`,
          en: `The words of "${prompt}" in "${language}" were not found.`,
        });
      }
      return { prompt, language, segments: toSegments(text, values) };
    });
  };

  return {
    sentences: ({ prompt, language, key, at }) => {
      if (key === undefined && at === undefined) return resolve(prompt, language, facts, {});
      const values = new Map([...facts, ...(at === undefined ? [] : momentFacts(at))]);
      if (key !== undefined) values.set('key', { type: 'key', key });
      return resolve(prompt, language, values, {});
    },
    whisper: (tag) => {
      const spoken = tag === null ? line.announcers : [tag];
      const comma = ['ja', 'zh'].includes(new Intl.Locale(line.sourceLanguage).language) ? '、' : ', ';
      const names = line.languages.filter((language) => spoken.includes(language.tag)).map((each) => each.sourceName);
      return resolve(whisperPrompt, line.sourceLanguage, facts, { language: names.join(comma) });
    },
  };
}

function resources(prompts: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return byName(
    Object.entries(prompts).flatMap(([prompt, sentences]) =>
      sentences.map((sentence, index) => [resourceId(prompt, index), sentence]),
    ),
  );
}

/** @throws MissingPromptError for a placeholder without a value, because callers would hear its name or a gap */
function toSegments(text: string, facts: ReadonlyMap<string, FactValue>): Segment[] {
  return text.split(new RegExp(`(${factStart}\\w+${factEnd})`)).flatMap((piece): Segment[] => {
    if (piece === '') return [];
    if (piece.startsWith(factStart)) return [factSegment(piece.slice(1, -1), facts)];
    return parseSentence(piece).map(
      (part): Segment => (part.kind === 'placeholder' ? factSegment(part.name, facts) : part),
    );
  });
}

function factSegment(name: string, facts: ReadonlyMap<string, FactValue>): Segment {
  const value = facts.get(name);
  if (value) return { kind: 'fact', name, value };
  throw new MissingPromptError(
    placeholdersWithoutFact.has(name)
      ? {
          ja: `この文では {{${name}}} を使えません。文から消してください。`,
          en: `The placeholder {{${name}}} has no value in this prompt; take it out.`,
        }
      : {
          ja: `{{${name}}} に入れる値がありません。line.yaml の facts にその名前を書き加えるか、文から消してください。`,
          en: `The placeholder {{${name}}} has no value here; add a fact of that name to line.yaml, or take the placeholder out.`,
        },
  );
}
