import { join } from 'node:path';
import type { Bilingual } from '../common/bilingual.ts';
import { explain } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { type Config, readConfig } from '../config.ts';
import { openEngine } from '../office/open-engine.ts';
import { decodeMuLaw, telephoneRate } from '../sound/mu-law.ts';
import type { Pcm } from '../sound/wav.ts';
import { activeLevel, decibelsOfPower } from '../speech/active-level.ts';
import { SpeechError, type SpeechRequest } from '../speech/engine.ts';
import { GoogleEngine } from '../speech/engines/google/google-engine.ts';
import { languageCodeOf } from '../speech/engines/google/google-request.ts';
import { finishSentence } from '../speech/finish-sentence.ts';
import { toSpoken } from '../speech/narration.ts';
import { implausibleLength } from '../speech/plausible-length.ts';
import { lineFileName, readDraft } from '../words/draft.ts';
import type { LineFile } from '../words/line-file.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { createWords } from '../words/words.ts';
import { counted } from './finding-lines.ts';
import { writeTable } from './write-table.ts';
import { refuseMore, refuseOptions } from './wrong-options.ts';

/** Each voice says the first sentence of this prompt. It is short and exists in every language. */
const prompt = 'greeting';

const header = {
  ja: ['言語', '声', 'Hz', '秒', '音量 dBov', '最大 dBFS', '電話での音量', '最大'],
  en: ['language', 'voice', 'Hz', 'seconds', 'level dBov', 'peak dBFS', 'on the telephone', 'peak'],
} as const;

const texts = {
  endpoint: (endpoint: string): Bilingual => ({
    ja: `、Googleの代わりに ${endpoint}`,
    en: `, at ${endpoint} instead of Google`,
  }),
  voices: (count: number, code: string): Bilingual => ({
    ja: `${code} の声が${count}個`,
    en: `${counted(count, 'voice')} for ${code}`,
  }),
  noVoice: (voice: string, lineFile: string): Bilingual => ({
    ja: `アカウントに「${voice}」という声がありません。${lineFile} に、ほかの声を書いてください。`,
    en: `the account has no voice "${voice}"; name another one in ${lineFile}.`,
  }),
} as const;

/**
 * Checks the voices of the line. Each voice says one sentence, and the length and the loudness of its sound are
 * printed. With Google, the voices of the account are also listed.
 * @returns the exit code: 1 if a voice is missing or cannot speak, or if the voices cannot be listed; otherwise 0
 * @throws MisuseError for any argument, ConfigError if the settings are wrong, PromptFolderError or PromptsError if the
 * prompts cannot be read, and any error of the engine when it is opened
 */
export async function speechCheck(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  language: TerminalLanguage,
): Promise<number> {
  refuseOptions(args);
  refuseMore(args);
  const config = readConfig(environment);
  const draft = readDraft(await readPromptFiles(config.promptsFolder));
  const engine = await openEngine(config);
  console.log(`${engine.id}: ${engine.fingerprint}${endpointOf(config, language)}\n`);
  const problems: string[] = [];
  try {
    if (engine instanceof GoogleEngine) problems.push(...(await listVoices(engine, draft.line, config, language)));
    const words = createWords(draft);
    const rows: string[][] = [];
    for (const { tag, voices } of draft.line.languages) {
      const [sentence] = words.sentences({ prompt, language: tag });
      if (!sentence) continue;
      try {
        const { request } = toSpoken(engine, () => voices[engine.id], 'normal', sentence);
        rows.push([tag, voices[engine.id], ...cells(measureSound(request, await engine.synthesize(request)))]);
      } catch (error) {
        problems.push(`${tag}: ${explain(error, language)}`);
      }
    }
    console.log(writeTable([header[language], ...rows]));
  } finally {
    await engine.close();
  }
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

interface Loudness {
  /** Active speech level, dBov. */
  readonly level: number;
  /** Loudest sample, dBFS. */
  readonly peak: number;
}

/** The measurements of one sentence: its sound as the voice returned it, and as callers hear it. */
interface Measured {
  /** The sample rate of the voice, in samples per second. */
  readonly sampleRate: number;
  /** The length without silence at both ends. */
  readonly seconds: number;
  readonly voice: Loudness;
  readonly telephone: Loudness;
}

/**
 * Measures a sentence before and after it is processed for the telephone.
 * @throws SpeechError if the length of the sound is implausible for the words
 * @throws SilentAudioError if the sound is silent
 */
function measureSound(request: SpeechRequest, pcm: Pcm): Measured {
  const finished: Pcm = { samples: decodeMuLaw(finishSentence(pcm)), sampleRate: telephoneRate };
  const seconds = finished.samples.length / telephoneRate;
  const problem = implausibleLength(request, seconds);
  if (problem !== null) throw new SpeechError(problem);
  return { sampleRate: pcm.sampleRate, seconds, voice: loudnessOf(pcm), telephone: loudnessOf(finished) };
}

function loudnessOf(pcm: Pcm): Loudness {
  const peak = pcm.samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  return { level: activeLevel(pcm).level, peak: decibelsOfPower(peak ** 2) };
}

const endpointOf = ({ speechEngine, googleEndpoint }: Config, language: TerminalLanguage): string =>
  speechEngine === 'google' && googleEndpoint ? texts.endpoint(googleEndpoint)[language] : '';

/**
 * Prints the voices of the account.
 * @returns a message for each language whose voice is missing, or whose voices cannot be listed
 */
async function listVoices(
  engine: GoogleEngine,
  { languages }: LineFile,
  { promptsFolder }: Config,
  language: TerminalLanguage,
): Promise<string[]> {
  const problems: string[] = [];
  for (const { tag, voices } of languages) {
    const chosen = voices[engine.id];
    try {
      const code = languageCodeOf(chosen);
      const names = await engine.voices(code);
      console.log(`${tag}: ${texts.voices(names.length, code)[language]}`);
      for (const name of names) console.log(`  ${name === chosen ? '*' : ' '} ${name}`);
      if (!names.includes(chosen)) {
        problems.push(`${tag}: ${texts.noVoice(chosen, join(promptsFolder, lineFileName))[language]}`);
      }
    } catch (error) {
      problems.push(`${tag}: ${explain(error, language)}`);
    }
  }
  console.log('');
  return problems;
}

const cells = ({ sampleRate, seconds, voice, telephone }: Measured): string[] => [
  String(sampleRate),
  seconds.toFixed(2),
  voice.level.toFixed(1),
  voice.peak.toFixed(1),
  telephone.level.toFixed(1),
  telephone.peak.toFixed(1),
];
