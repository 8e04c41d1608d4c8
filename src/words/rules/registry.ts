import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { abbreviations } from './abbreviations.ts';
import { addresses } from './addresses.ts';
import { announcedNumbers, numbersSaidTwice } from './announced-numbers.ts';
import { blameWords } from './blame-words.ts';
import { blockLength } from './block-length.ts';
import { characters, symbols } from './characters.ts';
import { chineseScripts } from './chinese-scripts.ts';
import { clauses } from './clauses.ts';
import { mismatchedNumbers, refusedNumbers, untriedNumbers } from './dialled-numbers.ts';
import { digits } from './digits.ts';
import { doubledWords } from './doubled-words.ts';
import { doubleNegativesInJapanese, officeWords, passives } from './easy-japanese.ts';
import { eraYears } from './era-years.ts';
import { uselessWords } from './fillers.ts';
import { kanjiPerSentence, kanjiRuns, katakanaRuns } from './kanji-and-katakana.ts';
import { closureChoices, disasterChoices, leafletNames } from './leaflet-and-disaster.ts';
import { duplicateNames, takenFactNames, unknownFacts, unknownNames, unmatchedLanguages } from './line-references.ts';
import { menuKeys } from './menu-keys.ts';
import { menuSize } from './menu-size.ts';
import { numbersInWords } from './number-words.ts';
import { keysInWords, offeredKeys } from './offered-keys.ts';
import { approvedTerms, explainedTerms } from './official-terms.ts';
import { clashingDates, clashingHours, unknownHolidays } from './opening-hours.ts';
import { optionOrder } from './option-order.ts';
import { personalNumbers } from './personal-numbers.ts';
import { differentPlaceholders, numbersOfFallback, unknownPlaceholders, whispersLanguage } from './placeholders.ts';
import { politeEndings } from './polite-endings.ts';
import { digitReadings, readings } from './readings.ts';
import { missingPrompts, topicsWithoutWords } from './required-prompts.ts';
import { addressedDistricts, labelledNumbers, numbersBeforeHangingUp } from './safety-words.ts';
import { sentenceCount } from './sentence-count.ts';
import { sentenceLength } from './sentence-length.ts';
import { spokenFacts } from './spoken-facts.ts';
import { staleTranslations } from './stale-translations.ts';
import { starAndPound } from './star-and-pound.ts';
import { transferWords } from './transfer-words.ts';
import { translationLength } from './translation-length.ts';
import { untranslated } from './untranslated.ts';
import { swappedClosures, valueDates } from './value-dates.ts';
import { visualWords } from './visual-words.ts';
import { voices } from './voices.ts';
import { wrongLetters } from './wrong-letters.ts';

/** A lint rule on texts and settings of a draft. */
interface Rule {
  /** The ids that the findings of the rule can have. A test enforces this list. */
  readonly ids: readonly string[];
  /** @param today the ISO date of today in the time zone of the line */
  readonly check: (draft: Draft, today: string) => Finding[];
  /**
   * True if the findings about one language do not depend on the words of other languages. Such a rule can check one
   * language at a time, and other work can run between two languages.
   */
  readonly isByLanguage?: true;
}

/**
 * All rules on words and settings. Only M-20 and W-06 are missing: `check-draft.ts` adds them. To add a rule, add a
 * file to this folder and a line here.
 */
export const rules: readonly Rule[] = [
  { ids: ['M-03'], check: menuKeys },
  { ids: ['M-12'], check: unknownNames },
  { ids: ['M-12'], check: unmatchedLanguages },
  { ids: ['M-12'], check: unknownFacts },
  { ids: ['M-12'], check: takenFactNames },
  { ids: ['M-12'], check: duplicateNames },
  { ids: ['M-12'], check: leafletNames },
  { ids: ['M-12'], check: disasterChoices },
  { ids: ['M-12'], check: closureChoices },
  { ids: ['M-12'], check: topicsWithoutWords },
  { ids: ['V-01'], check: voices },
  { ids: ['D-01'], check: refusedNumbers },
  { ids: ['D-02'], check: untriedNumbers },
  { ids: ['D-06'], check: mismatchedNumbers },
  { ids: ['D-03', 'D-04'], check: valueDates },
  { ids: ['D-08'], check: swappedClosures },
  { ids: ['D-05'], check: clashingHours },
  { ids: ['D-07'], check: unknownHolidays },
  { ids: ['D-09'], check: clashingDates },
  { ids: ['M-19'], check: missingPrompts },
  { ids: ['W-02'], check: staleTranslations },
  { ids: ['T-17'], check: unknownPlaceholders, isByLanguage: true },
  { ids: ['T-17'], check: differentPlaceholders },
  { ids: ['T-17'], check: numbersOfFallback },
  { ids: ['T-17'], check: whispersLanguage },
  { ids: ['N-08'], check: spokenFacts },
  { ids: ['M-03'], check: offeredKeys },
  { ids: ['M-03'], check: keysInWords, isByLanguage: true },
  { ids: ['M-04'], check: starAndPound, isByLanguage: true },
  { ids: ['J-01'], check: readings },
  { ids: ['J-08'], check: digitReadings, isByLanguage: true },
  { ids: ['T-16'], check: untranslated },
  { ids: ['T-07', 'T-15'], check: wrongLetters, isByLanguage: true },
  { ids: ['T-15'], check: chineseScripts, isByLanguage: true },
  { ids: ['T-02'], check: sentenceLength, isByLanguage: true },
  { ids: ['T-08'], check: symbols, isByLanguage: true },
  { ids: ['T-09'], check: addresses, isByLanguage: true },
  { ids: ['T-10'], check: characters, isByLanguage: true },
  { ids: ['N-01', 'N-04', 'N-05'], check: digits, isByLanguage: true },
  { ids: ['N-10'], check: numbersInWords, isByLanguage: true },
  { ids: ['N-09'], check: personalNumbers, isByLanguage: true },
  { ids: ['T-03'], check: clauses, isByLanguage: true },
  { ids: ['T-05'], check: blockLength, isByLanguage: true },
  { ids: ['T-06'], check: abbreviations, isByLanguage: true },
  { ids: ['T-11'], check: uselessWords, isByLanguage: true },
  { ids: ['T-12'], check: blameWords, isByLanguage: true },
  { ids: ['T-13'], check: visualWords, isByLanguage: true },
  { ids: ['T-14'], check: doubledWords, isByLanguage: true },
  { ids: ['T-18'], check: approvedTerms },
  { ids: ['T-19'], check: translationLength },
  { ids: ['T-20'], check: explainedTerms },
  { ids: ['T-21'], check: sentenceCount },
  { ids: ['N-03'], check: numbersSaidTwice, isByLanguage: true },
  { ids: ['N-03'], check: announcedNumbers, isByLanguage: true },
  { ids: ['N-07'], check: eraYears, isByLanguage: true },
  { ids: ['J-02'], check: kanjiRuns, isByLanguage: true },
  { ids: ['J-03'], check: katakanaRuns, isByLanguage: true },
  { ids: ['J-04'], check: doubleNegativesInJapanese, isByLanguage: true },
  { ids: ['J-05'], check: politeEndings, isByLanguage: true },
  { ids: ['J-06'], check: kanjiPerSentence, isByLanguage: true },
  { ids: ['J-07'], check: officeWords, isByLanguage: true },
  { ids: ['J-09'], check: passives, isByLanguage: true },
  { ids: ['M-01'], check: menuSize },
  { ids: ['M-02'], check: optionOrder },
  { ids: ['M-15'], check: transferWords },
  { ids: ['S-01'], check: numbersBeforeHangingUp },
  { ids: ['S-02'], check: labelledNumbers, isByLanguage: true },
  { ids: ['S-03'], check: addressedDistricts },
];
