import type { LanguageTag } from '../../call/line.ts';
import { outOfOrder } from '../../call/say.ts';
import type { Draft } from '../draft.ts';
import { isPhone } from '../fact-file.ts';
import type { Finding } from '../finding.ts';
import { momentPlaceholders, momentPlaceholdersIn, placeholdersWithoutFact } from '../moment-facts.ts';
import { keyPromptsOf, whisperPrompt } from '../prompt-ids.ts';
import { placeholdersIn } from '../sentence-template.ts';
import { findingIn, sentencesOf } from './written-sentence.ts';

/** T-17: a placeholder without a value. A caller would hear a gap, or the call would fail. */
export function unknownPlaceholders(draft: Draft): Finding[] {
  const { line } = draft;
  const keyPrompts = keyPromptsOf(line);
  return sentencesOf(draft).flatMap((sentence) =>
    placeholdersIn(sentence.raw)
      .filter((name) => !isKnown(draft, sentence.prompt, name))
      .map((name) => {
        if (placeholdersWithoutFact.has(name)) {
          return findingIn(sentence, 'T-17', 'error', {
            ja: `「${sentence.prompt}」では「{{${name}}}」を使えません。この文から外してください。`,
            en: `{{${name}}} has no value in "${sentence.prompt}"; remove it from this text.`,
          });
        }
        const names = [...Object.keys(line.facts), ...(keyPrompts.has(sentence.prompt) ? ['key'] : [])];
        return findingIn(sentence, 'T-17', 'error', {
          ja: `「{{${name}}}」という値はありません。使える値:${names.map((each) => `「${each}」`).join('')}。`,
          en: `There is no value {{${name}}}; use one of: ${names.map((each) => `"${each}"`).join(', ')}.`,
        });
      }),
  );
}

/** T-17: a whisper that does not name the caller's language. To name it is the purpose of the whisper. */
export function whispersLanguage({ line, words }: Draft): Finding[] {
  const source = words.get(line.sourceLanguage);
  const sentences = source?.prompts[whisperPrompt];
  if (!source || !sentences || sentences.flatMap(placeholdersIn).includes('language')) return [];
  return [
    {
      rule: 'T-17',
      level: 'error',
      place: { language: line.sourceLanguage, prompt: whisperPrompt },
      ja: `「${whisperPrompt}」は相手の言語を担当者に伝える文です。「{{language}}」を入れてください。`,
      en: `"${whisperPrompt}" tells the agent the caller's language; say {{language}} in it.`,
    },
  ];
}

function isKnown({ line }: Draft, prompt: string, name: string): boolean {
  if (name === 'key') return keyPromptsOf(line).has(prompt);
  if (name === 'language') return prompt === whisperPrompt;
  if (momentPlaceholders.has(name)) return momentPlaceholdersIn(prompt).includes(name);
  return Object.hasOwn(line.facts, name);
}

/**
 * T-17: a translation says other facts than its source, or says a fact more or less often. The telephone numbers of
 * `out-of-order` are not compared: `numbersOfFallback` checks them.
 */
export function differentPlaceholders(draft: Draft): Finding[] {
  const { line, words } = draft;
  const source = words.get(line.sourceLanguage);
  if (!source) return [];
  return [...words].flatMap(([language, { prompts }]) =>
    Object.entries(prompts).flatMap(([prompt, sentences]): Finding[] => {
      const original = source.prompts[prompt];
      if (language === line.sourceLanguage || !original) return [];
      // M-03 checks the key, in every language.
      const compared = (sentence: string) =>
        placeholdersIn(sentence).filter(
          (name) =>
            name !== 'key' && isKnown(draft, prompt, name) && !(prompt === outOfOrder && isPhone(line.facts, name)),
        );
      const [wanted, found] = [original.flatMap(compared), sentences.flatMap(compared)];
      return [...new Set([...wanted, ...found])].flatMap((name): Finding[] => {
        const [should, does] = [wanted, found].map((names) => names.filter((each) => each === name).length);
        if (should === does) return [];
        const at = (does === 0 ? original : sentences).findIndex((sentence) => compared(sentence).includes(name));
        return [
          {
            rule: 'T-17',
            level: 'error',
            place: { language, prompt, sentence: at < sentences.length ? at : undefined },
            ja: `「${prompt}」の「{{${name}}}」は、元の文では${should}回、この言語では${does}回です。元の文と同じ数にしてください。`,
            en: `"${prompt}" says {{${name}}} ${times(should)} in the source language and ${times(does)} here; say it as often as the source does.`,
          },
        ];
      });
    }),
  );
}

/**
 * T-17: a text of `out-of-order` has no telephone number, or has a number that does not belong to a destination where
 * the language of the text is spoken. If no destination speaks that language, every number is accepted. The texts of
 * different languages may say different numbers, so `differentPlaceholders` does not compare them.
 */
export function numbersOfFallback(draft: Draft): Finding[] {
  const { line, words } = draft;
  if (line.fallback === undefined) return [];
  return [...words].flatMap(([language, { prompts }]): Finding[] => {
    const sentences = prompts[outOfOrder] ?? [];
    if (sentences.length === 0) return [];
    const named = sentences.flatMap((sentence, index) =>
      placeholdersIn(sentence)
        .filter((name) => isPhone(line.facts, name))
        .map((name) => ({ name, index })),
    );
    if (named.length === 0) {
      const text = {
        ja: `「${outOfOrder}」は、電話番号を言いません。「{{${phoneFor(draft, language)}}}」のように、かける番号を入れてください。`,
        en: `"${outOfOrder}" says no telephone number; put in the number to call, such as {{${phoneFor(draft, language)}}}.`,
      };
      return [{ rule: 'T-17', level: 'error', place: { language, prompt: outOfOrder }, ...text }];
    }
    const numbers = line.destinations
      .filter(({ languages }) => languages.includes(language))
      .map(({ number }) => number);
    return named
      .filter(({ name }) => numbers.length > 0 && !numbers.includes(name))
      .map(({ name, index }) => ({
        rule: 'T-17',
        level: 'warning',
        place: { language, prompt: outOfOrder, sentence: index },
        ja: `「{{${name}}}」は、この言語で話せる転送先の番号ではありません。この言語で話せる番号にしてください。`,
        en: `{{${name}}} is not the number of a destination where this language is spoken; use the number of such a destination.`,
      }));
  });
}

/**
 * The name of the fact with the telephone number of a destination where a language is spoken. If there is no such
 * destination, it is the fact of the destination `fallback`.
 */
const phoneFor = ({ line: { destinations, fallback } }: Draft, language: LanguageTag): string =>
  (destinations.find(({ languages }) => languages.includes(language)) ?? destinations.find(({ id }) => id === fallback))
    ?.number ?? '';

const times = (count = 0): string => (count === 1 ? 'once' : `${count} times`);
