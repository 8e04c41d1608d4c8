import type { LanguageTag } from '../call/line.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { checkFlow } from '../office/editions/check-flow.ts';
import { createEdition } from '../office/editions/edition.ts';
import { type Flow, flowOf, type SecondsOf } from '../office/editions/flow.ts';
import { partLengths } from '../office/editions/part-lengths.ts';
import { heardInFiles } from '../office/editions/start-editions.ts';
import { openEngine } from '../office/open-engine.ts';
import { createFileAudioStore } from '../sound/file-audio-store.ts';
import type { Speed } from '../speech/engine.ts';
import { checkLengths } from '../speech/measure/check-lengths.ts';
import { checkPace } from '../speech/measure/check-pace.ts';
import { checkSpread } from '../speech/measure/check-spread.ts';
import { type SentenceMeasure, speechRate, unitName } from '../speech/measure/measure-sentence.ts';
import { predictSeconds } from '../speech/measure/predict-seconds.ts';
import type { SoundFinding } from '../speech/measure/sound-finding.ts';
import { createSentenceStudio } from '../speech/sentence-studio.ts';
import { type Finding, formatFinding, withSourceLines } from '../words/finding.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { requiredPromptsIn } from '../words/prompt-ids.ts';
import { acceptWithReasons } from '../words/reasons.ts';
import { countFindings, inFolder } from './finding-lines.ts';
import { type EditionToMeasure, measuredPrompts } from './measured-prompts.ts';
import { withOffice } from './with-office.ts';
import { fillEnd, fillStart, writeTable } from './write-table.ts';
import { readOptions } from './wrong-options.ts';

/**
 * npm run speech -- report [--slow]: prints length, loudness and speed of every prompt of the prompts folder. Missing
 * sounds are created, with the engine of the settings. The database is needed because it holds the sounds of
 * published editions. Sentences of these editions are not spoken again.
 * @returns the exit code: 1 if there is an error that prevents publishing, or if a prompt could not be measured
 */
export async function speechReport(args: readonly string[], terminal: TerminalLanguage): Promise<number> {
  const { values } = readOptions({ args: [...args], options: { slow: { type: 'boolean' } } });
  const speed: Speed = values.slow ? 'slow' : 'normal';
  return withOffice(terminal, async ({ editions }, config) => {
    const { written, draft } = await heardInFiles(await readPromptFiles(config.promptsFolder));
    const engine = await openEngine(config);
    try {
      const edition = createEdition(draft, engine);
      const studio = createSentenceStudio(engine, createFileAudioStore(config.audioCacheFolder), editions.sounds);
      const found = await report({ edition, studio }, speed, terminal);
      const all = withSourceLines(acceptWithReasons(found, written.reasons), written.sourceLineOf);
      for (const each of all) console.log(formatFinding(inFolder(config.promptsFolder, each), terminal));
      console.log(countFindings(all, terminal));
      return all.some(({ level }) => level === 'error') ? 1 : 0;
    } finally {
      await engine.close();
    }
  });
}

/** Prints the measurements. @returns the findings about them */
async function report(measured: EditionToMeasure, speed: Speed, terminal: TerminalLanguage): Promise<Finding[]> {
  const { edition } = measured;
  const { measures, seconds, findings } = await measureAll(measured, speed, terminal);
  const summary = [...measures].map(([language, each]) => [language, ...measureCells(language, each, terminal)]);
  console.log(`\n${writeTable([summaryHeader[terminal], ...summary])}\n`);
  const sound = [
    ...findings,
    ...[...measures].flatMap(([tag, each]) => checkPace(tag, each)),
    ...checkSpread(measures),
  ];
  if (speed === 'slow') return sound.map(placed);
  const flow = await flowOf(edition, seconds);
  console.log(`${heardAfter(flow, terminal)}\n`);
  return [...[...sound, ...checkLengths(partLengths(edition, seconds))].map(placed), ...checkFlow(flow)];
}

interface AllMeasures {
  readonly measures: ReadonlyMap<LanguageTag, readonly SentenceMeasure[]>;
  /**
   * The length of a sentence in seconds. If the sentence is in none of the measured prompts, its length is predicted.
   * The length is 0 if it can be neither measured nor predicted.
   */
  readonly seconds: SecondsOf;
  readonly findings: readonly SoundFinding[];
}

/** The columns for the measurements, in the report and in its summary. */
const measureColumns = {
  ja: ['文', '秒', '音量 dBov', '最大 dBFS', '1分の速さ'],
  en: ['sentences', 'seconds', 'level dBov', 'peak dBFS', 'rate a minute'],
} as const;
const header = {
  ja: ['言語', '文の名前', ...measureColumns.ja],
  en: ['language', 'prompt', ...measureColumns.en],
} as const;
const summaryHeader = {
  ja: ['言語', ...measureColumns.ja],
  en: ['language', ...measureColumns.en],
} as const;

/** The cells of a row about some sentences of one language: count, length, loudness and rate. */
function measureCells(
  language: LanguageTag,
  measures: readonly SentenceMeasure[],
  terminal: TerminalLanguage,
): string[] {
  const levels = measures.map(({ level }) => level);
  const rate = speechRate(measures);
  return [
    String(measures.length),
    measures.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1),
    `${Math.min(...levels).toFixed(1)} … ${Math.max(...levels).toFixed(1)}`,
    Math.max(...measures.map(({ peak }) => peak)).toFixed(1),
    rate === null ? '' : `${rate.toFixed(0)} ${unitName(language)[terminal]}`,
  ];
}

/** Measures every prompt and prints each row immediately, because the first report of a line takes minutes. */
async function measureAll(measured: EditionToMeasure, speed: Speed, terminal: TerminalLanguage): Promise<AllMeasures> {
  const { file } = measured.edition;
  const width = Math.max(
    ...file.languages.flatMap(({ tag }) => requiredPromptsIn(file, tag)).map(({ length }) => length),
  );
  const row = ([
    language = '',
    prompt = '',
    count = '',
    seconds = '',
    level = '',
    peak = '',
    rate = '',
  ]: readonly string[]) =>
    console.log(
      [
        ...[fillEnd(language, 8), fillEnd(prompt, width), fillStart(count, 9), fillStart(seconds, 7)],
        ...[fillStart(level, 13), fillStart(peak, 9), rate],
      ].join('  '),
    );
  row(header[terminal]);
  const measures = new Map<LanguageTag, SentenceMeasure[]>();
  const lengths = new Map<string, number>();
  const findings: SoundFinding[] = [];
  for (const { tag } of file.languages) {
    const ofLanguage: SentenceMeasure[] = [];
    measures.set(tag, ofLanguage);
    for await (const { prompt, sentences, findings: found } of measuredPrompts(measured, tag, speed)) {
      const each = sentences.map(({ measure }) => measure);
      row([tag, prompt, ...measureCells(tag, each, terminal)]);
      ofLanguage.push(...each);
      findings.push(...found);
      for (const { spoken, measure } of sentences) lengths.set(spoken.key, measure.seconds);
    }
  }
  const seconds: SecondsOf = ({ key, request }) => lengths.get(key) ?? predictSeconds(request) ?? 0;
  return { measures, seconds, findings };
}

function heardAfter({ languagesHeard }: Flow, terminal: TerminalLanguage): string {
  const heard = languagesHeard.map(({ language, seconds }) => ({ language, seconds: seconds.toFixed(1) }));
  return {
    ja: `それぞれの言語が聞こえるまで: ${heard.map(({ language, seconds }) => `${language} ${seconds}秒`).join('、')}`,
    en: `Languages heard after: ${heard.map(({ language, seconds }) => `${language} ${seconds} s`).join(', ')}`,
  }[terminal];
}

/** Gives a finding the place of its words. A finding about all languages together has the line as its place. */
const placed = ({ language, prompt, index, rule, level, ja, en }: SoundFinding): Finding => ({
  rule,
  level,
  ja,
  en,
  place: language === null ? { path: [] } : { language, prompt: prompt ?? undefined, sentence: index ?? undefined },
});
