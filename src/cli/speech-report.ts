import { parseArgs } from 'node:util';
import type { LanguageTag } from '../call/line.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { readConfig } from '../config.ts';
import { type Context, createContext } from '../office/context.ts';
import { checkFlow } from '../office/editions/check-flow.ts';
import { type Flow, flowOf, type SecondsOf } from '../office/editions/flow.ts';
import { partLengths } from '../office/editions/part-lengths.ts';
import type { Speed } from '../speech/engine.ts';
import { checkLengths } from '../speech/measure/check-lengths.ts';
import { checkPace } from '../speech/measure/check-pace.ts';
import { checkSpread } from '../speech/measure/check-spread.ts';
import { type SentenceMeasure, speechRate, unitName } from '../speech/measure/measure-sentence.ts';
import { predictSeconds } from '../speech/measure/predict-seconds.ts';
import type { SoundFinding } from '../speech/measure/sound-finding.ts';
import { readDraft } from '../words/draft.ts';
import { type Finding, formatFinding, withSourceLines } from '../words/finding.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { requiredPromptsIn } from '../words/prompt-ids.ts';
import { acceptWithReasons } from '../words/reasons.ts';
import { countFindings, inFolder } from './finding-lines.ts';
import { measuredPrompts } from './measured-prompts.ts';
import { fillEnd, fillStart, writeTable } from './write-table.ts';

/**
 * npm run speech -- report [--slow]: length, loudness and speed of every prompt.
 * Missing sounds are created first, with the engine of the settings.
 * @returns 0; 1 if there is an error that prevents publishing
 * @throws ConfigError or PromptsError if the settings or prompts cannot be used, SpeechError if a sentence cannot be spoken
 */
export async function speechReport(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  terminal: TerminalLanguage,
): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { slow: { type: 'boolean' } } });
  const speed: Speed = values.slow ? 'slow' : 'normal';
  const config = readConfig(environment);
  const draft = readDraft(await readPromptFiles(config.promptsFolder));
  const context = await createContext(config);
  try {
    const { measures, seconds, findings } = await measureAll(context, speed, terminal);
    const summary = [...measures].map(([language, each]) => [language, ...measureCells(language, each, terminal)]);
    console.log(`\n${writeTable([summaryHeader[terminal], ...summary])}\n`);
    const sound = [
      ...findings,
      ...[...measures].flatMap(([tag, each]) => checkPace(tag, each)),
      ...checkSpread(measures),
    ];
    const told = speed === 'normal' ? [...sound, ...checkLengths(partLengths(context.shelf.current, seconds))] : sound;
    const flow = await flowOf(context.shelf.current, seconds);
    if (speed === 'normal') console.log(`${heardAfter(flow, terminal)}\n`);
    const all = acceptWithReasons([...told.map(placed), ...(speed === 'normal' ? checkFlow(flow) : [])], draft.reasons);
    for (const each of withSourceLines(all, draft.sourceLineOf)) {
      console.log(formatFinding(inFolder(config.promptsFolder, each), terminal));
    }
    console.log(countFindings(all, terminal));
    return all.some(({ level }) => level === 'error') ? 1 : 0;
  } finally {
    await context.close();
  }
}

interface AllMeasures {
  readonly measures: ReadonlyMap<LanguageTag, readonly SentenceMeasure[]>;
  /** The length of a sentence: measured; predicted if it is in none of the measured prompts; 0 if it cannot be predicted. */
  readonly seconds: SecondsOf;
  readonly findings: readonly SoundFinding[];
}

/** The columns of the report after those for language and prompt. */
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

/** The Japanese names of what is counted in a language. */
const units: Readonly<Record<string, string>> = { words: '語', morae: '拍', syllables: '音節' };

/** The cells for some sentences of one language: number, duration, loudness and rate. */
function measureCells(
  language: LanguageTag,
  measures: readonly SentenceMeasure[],
  terminal: TerminalLanguage,
): string[] {
  const levels = measures.map(({ level }) => level);
  const rate = speechRate(measures);
  const unit = unitName(language);
  return [
    String(measures.length),
    measures.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1),
    `${Math.min(...levels).toFixed(1)} … ${Math.max(...levels).toFixed(1)}`,
    Math.max(...measures.map(({ peak }) => peak)).toFixed(1),
    rate === null ? '' : `${rate.toFixed(0)} ${terminal === 'ja' ? (units[unit] ?? unit) : unit}`,
  ];
}

/** Measures every prompt and prints each row immediately, because the first report of a line takes minutes. */
async function measureAll(context: Context, speed: Speed, terminal: TerminalLanguage): Promise<AllMeasures> {
  const { file } = context.shelf.current;
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
    for await (const measured of measuredPrompts(context, tag, speed)) {
      const each = measured.sentences.map(({ measure }) => measure);
      row([tag, measured.prompt, ...measureCells(tag, each, terminal)]);
      ofLanguage.push(...each);
      findings.push(...measured.findings);
      for (const { spoken, measure } of measured.sentences) lengths.set(spoken.key, measure.seconds);
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

/** A finding at the place of the words that it is about. A finding about all languages together belongs to the line. */
const placed = ({ language, prompt, index, rule, level, ja, en }: SoundFinding): Finding => ({
  rule,
  level,
  ja,
  en,
  place: language === null ? { path: [] } : { language, prompt: prompt ?? undefined, sentence: index ?? undefined },
});
