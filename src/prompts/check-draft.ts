import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import { addresses } from './rules/addresses.ts';
import { characters, symbols } from './rules/characters.ts';
import { chineseScripts } from './rules/chinese-scripts.ts';
import { refusedNumbers, untriedNumbers } from './rules/dialled-numbers.ts';
import { digits } from './rules/digits.ts';
import { duplicateNames, unknownFacts, unknownNames } from './rules/line-references.ts';
import { menuKeys } from './rules/menu-keys.ts';
import { keysInWords, offeredKeys } from './rules/offered-keys.ts';
import { personalNumbers } from './rules/personal-numbers.ts';
import { differentPlaces, unknownPlaces, whispersLanguage } from './rules/places.ts';
import { digitReadings, readings } from './rules/readings.ts';
import { missingPrompts, topicsWithoutWords, unusedPrompts } from './rules/required-prompts.ts';
import { scripts } from './rules/scripts.ts';
import { sentenceLength } from './rules/sentence-length.ts';
import { spokenFacts } from './rules/spoken-facts.ts';
import { starAndPound } from './rules/star-and-pound.ts';
import { untranslated } from './rules/untranslated.ts';

const rules: readonly ((draft: Draft) => Finding[])[] = [
  menuKeys,
  unknownNames,
  unknownFacts,
  duplicateNames,
  topicsWithoutWords,
  refusedNumbers,
  untriedNumbers,
  missingPrompts,
  unusedPrompts,
  unknownPlaces,
  differentPlaces,
  whispersLanguage,
  spokenFacts,
  offeredKeys,
  keysInWords,
  starAndPound,
  readings,
  digitReadings,
  untranslated,
  scripts,
  chineseScripts,
  sentenceLength,
  symbols,
  addresses,
  characters,
  digits,
  personalNumbers,
];

/** Everything that is wrong with a draft, by file and line. Errors block publishing. */
export function checkDraft(draft: Draft): Finding[] {
  return rules
    .flatMap((rule) => rule(draft))
    .sort((one, other) => compare(one.file, other.file) || one.line - other.line || compare(one.rule, other.rule));
}

/** By code point: the order must not depend on the machine's own language. */
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
