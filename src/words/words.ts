import i18next from 'i18next';
import type { LanguageTag } from '../call/line.ts';
import type { Saying } from '../call/step.ts';
import { byName } from './by-name.ts';
import type { Draft } from './draft.ts';
import { factValue } from './fact-file.ts';
import { momentFacts, momentPlaceholders } from './moment-facts.ts';
import type { FactValue, Segment } from './segment.ts';
import { parseSentence } from './sentence-template.ts';

/** One sentence of a prompt in one language, which decides the voice. */
export interface Sentence {
  readonly prompt: string;
  readonly language: LanguageTag;
  readonly segments: readonly Segment[];
}

/** There are no words for a prompt. Publishing detects this earlier, and a caller never hears a prompt id. */
export class MissingPromptError extends Error {
  override readonly name = 'MissingPromptError';
}

/** Resolves sayings into sentences. */
interface Words {
  /** @throws MissingPromptError when there are no words for it in that language */
  sentences(saying: Saying): Sentence[];
  /**
   * What an agent hears before being connected to the caller, in the source language. `language` is the caller's; it is null
   * if the caller has not chosen one. The sentence then names the announcers' languages.
   * @throws MissingPromptError as above
   */
  whisper(language: LanguageTag | null): Sentence[];
}

/** These mark the name of a fact during interpolation by i18next. No prompt may contain such private-use characters. */
const open = '\uE000';
const close = '\uE001';

/** Each sentence is a resource of its own: i18next does not interpolate arrays when ids contain dots. */
const resourceId = (prompt: string, index: number): string => `${prompt}#${index}`;

/** The words of a draft. No language ever falls back to another. */
export function createWords({ line, words }: Draft): Words {
  const i18n = i18next.createInstance();
  void i18n.init({
    initAsync: false,
    lng: line.sourceLanguage,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, nestingPrefix: '\uE002' },
    missingInterpolationHandler: (_text: string, [placeholder]: RegExpExecArray) => placeholder,
    resources: byName([...words].map(([tag, { prompts }]) => [tag, { translation: resources(prompts) }])),
  });
  const facts = new Map(Object.entries(line.facts).map(([name, fact]) => [name, factValue(fact)]));
  const marks = byName([...facts.keys(), ...momentPlaceholders, 'key'].map((name) => [name, `${open}${name}${close}`]));

  const resolve = (prompt: string, language: LanguageTag, values: ReadonlyMap<string, FactValue>, named: object) => {
    const prompts = words.get(language)?.prompts ?? {};
    const count = Object.hasOwn(prompts, prompt) ? (prompts[prompt]?.length ?? 0) : 0;
    if (count === 0) {
      throw new MissingPromptError(
        `There are no words for "${prompt}" in "${language}"; add them to ${language}.yaml.`,
      );
    }
    return Array.from({ length: count }, (_, index): Sentence => {
      const text = i18n.t(resourceId(prompt, index), { lng: language, replace: { ...marks, ...named } });
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
      const names = line.languages.filter((language) => spoken.includes(language.tag)).map((each) => each.sourceName);
      return resolve('whisper', line.sourceLanguage, facts, { language: names.join('、') });
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

/** @throws MissingPromptError for a placeholder without a fact; otherwise callers would hear its name or a gap */
function toSegments(text: string, facts: ReadonlyMap<string, FactValue>): Segment[] {
  return text.split(new RegExp(`(${open}\\w+${close})`)).flatMap((piece): Segment[] => {
    if (piece === '') return [];
    if (piece.startsWith(open)) return [factSegment(piece.slice(1, -1), facts)];
    return parseSentence(piece).map(
      (part): Segment => (part.kind === 'placeholder' ? factSegment(part.name, facts) : part),
    );
  });
}

function factSegment(name: string, facts: ReadonlyMap<string, FactValue>): Segment {
  const value = facts.get(name);
  if (!value) throw new MissingPromptError(`There is no fact "${name}" to put in its place; add it to line.yaml.`);
  return { kind: 'fact', name, value };
}
