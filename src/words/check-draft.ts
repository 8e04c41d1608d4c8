import { acceptWithReasons, idleReasons } from './accept-with-reasons.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import { type HeardDraft, heardIn } from './heard-words.ts';
import { abbreviations } from './rules/abbreviations.ts';
import { addresses } from './rules/addresses.ts';
import { announcedNumbers, numbersSaidTwice } from './rules/announced-numbers.ts';
import { blameWords } from './rules/blame-words.ts';
import { blockLength } from './rules/block-length.ts';
import { characters, symbols } from './rules/characters.ts';
import { chineseScripts } from './rules/chinese-scripts.ts';
import { clauses } from './rules/clauses.ts';
import { otherNumbers, refusedNumbers, untriedNumbers } from './rules/dialled-numbers.ts';
import { digits } from './rules/digits.ts';
import { doubledWords } from './rules/doubled-words.ts';
import { doubleNegativesInJapanese, officeWords, passives } from './rules/easy-japanese.ts';
import { eraYears } from './rules/era-years.ts';
import { uselessWords } from './rules/fillers.ts';
import { kanjiPerSentence, kanjiRuns, katakanaRuns } from './rules/kanji-and-katakana.ts';
import { disasterChoices, leafletNames } from './rules/leaflet-and-disaster.ts';
import { duplicateNames, unknownFacts, unknownNames } from './rules/line-references.ts';
import { menuKeys } from './rules/menu-keys.ts';
import { menuSize } from './rules/menu-size.ts';
import { numbersInWords } from './rules/number-words.ts';
import { keysInWords, offeredKeys } from './rules/offered-keys.ts';
import { approvedTerms, explainedTerms } from './rules/official-terms.ts';
import { clashingHours, unknownHolidays } from './rules/opening-hours.ts';
import { optionOrder } from './rules/option-order.ts';
import { personalNumbers } from './rules/personal-numbers.ts';
import { differentPlaces, unknownPlaces, whispersLanguage } from './rules/places.ts';
import { politeEndings } from './rules/polite-endings.ts';
import { digitReadings, readings } from './rules/readings.ts';
import { missingPrompts, topicsWithoutWords, unusedPrompts, unusedRule } from './rules/required-prompts.ts';
import { labelledNumbers, numbersBeforeHangingUp, placesForSomebody } from './rules/safety-words.ts';
import { scripts } from './rules/scripts.ts';
import { sentenceLength } from './rules/sentence-length.ts';
import { spokenFacts } from './rules/spoken-facts.ts';
import { staleTranslations } from './rules/stale-translations.ts';
import { starAndPound } from './rules/star-and-pound.ts';
import { transferWords } from './rules/transfer-words.ts';
import { translationLength } from './rules/translation-length.ts';
import { untranslated } from './rules/untranslated.ts';
import { swappedClosures, valueDates } from './rules/value-dates.ts';
import { visualWords } from './rules/visual-words.ts';
import { voices } from './rules/voices.ts';
import { todayIn } from './value-dates.ts';

const rules: readonly ((draft: Draft, today: string) => Finding[])[] = [
  menuKeys,
  unknownNames,
  unknownFacts,
  duplicateNames,
  leafletNames,
  disasterChoices,
  topicsWithoutWords,
  voices,
  refusedNumbers,
  untriedNumbers,
  otherNumbers,
  valueDates,
  swappedClosures,
  clashingHours,
  unknownHolidays,
  missingPrompts,
  staleTranslations,
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
  numbersInWords,
  personalNumbers,
  clauses,
  blockLength,
  abbreviations,
  uselessWords,
  blameWords,
  visualWords,
  doubledWords,
  approvedTerms,
  translationLength,
  explainedTerms,
  numbersSaidTwice,
  announcedNumbers,
  eraYears,
  kanjiRuns,
  katakanaRuns,
  doubleNegativesInJapanese,
  politeEndings,
  kanjiPerSentence,
  officeWords,
  passives,
  menuSize,
  optionOrder,
  transferWords,
  numbersBeforeHangingUp,
  labelledNumbers,
  placesForSomebody,
];

/**
 * Everything that is wrong with a draft, by file and line. Errors block publishing, warnings need a reason in the file. Of
 * words that no part of the line uses only that is said; nothing else looks at them.
 * @param today an ISO date where the line is
 */
export function checkDraft(draft: Draft, today = todayIn(draft.line.timeZone)): Finding[] {
  const heard = heardIn(draft);
  const findings = rules.flatMap((rule) => rule(heard.draft, today));
  return withReasons(draft, heard, findings);
}

/**
 * The same, but gives way to calls after every rule.
 * @param pause settles when what was waiting has been done
 */
export async function checkDraftCalmly(draft: Draft, pause: () => Promise<void>): Promise<Finding[]> {
  const heard = heardIn(draft);
  const findings: Finding[] = [];
  const today = todayIn(draft.line.timeZone);
  for (const rule of rules) {
    findings.push(...rule(heard.draft, today));
    await pause();
  }
  return withReasons(draft, heard, findings);
}

/** Reasons are only asked for where words are looked at: those of words set aside can be idle. */
function withReasons(draft: Draft, heard: HeardDraft, findings: readonly Finding[]): Finding[] {
  const all = [...findings, ...unusedPrompts(draft)];
  const setAside = heard.setAside.filter(({ rule }) => rule === unusedRule);
  return inOrder([
    ...acceptWithReasons(all, draft.reasons),
    ...idleReasons(all, [...heard.draft.reasons, ...setAside]),
  ]);
}

/** By file, line and rule. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (one, other) => compare(one.file, other.file) || one.line - other.line || compare(one.rule, other.rule),
  );
}

/** By code point: the order must not depend on the machine's own language. */
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
