import { messageOf } from '../common/errors.ts';
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
import { readDraft } from '../words/draft.ts';
import type { LineFile } from '../words/line-file.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { createWords } from '../words/words.ts';
import { writeTable } from './write-table.ts';

/** The prompt that each voice says: the first words of a call, which are short and available in every language. */
const prompt = 'greeting';

/**
 * Checks the voices of the line: which ones the account has, and how long and loud one sentence is in each.
 * @returns 0; 1 if a voice is missing or cannot speak; null for wrong usage
 * @throws ConfigError if the settings are wrong, PromptsError if the prompts cannot be read
 */
export async function speechCheck(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number | null> {
  if (args.length > 0) return null;
  const config = readConfig(environment);
  const draft = readDraft(await readPromptFiles(config.promptsFolder));
  const engine = await openEngine(config);
  console.log(`${engine.id}: ${engine.fingerprint}${endpointOf(config)}\n`);
  const problems: string[] = [];
  try {
    if (engine instanceof GoogleEngine) problems.push(...(await listVoices(engine, draft.line)));
    const words = createWords(draft);
    const rows: string[][] = [];
    for (const { tag, voices } of draft.line.languages) {
      const [sentence] = words.sentences({ prompt, language: tag });
      if (!sentence) continue;
      try {
        const { request } = toSpoken(engine, () => voices[engine.id], 'normal', sentence);
        rows.push([tag, voices[engine.id], ...cells(measureSound(request, await engine.synthesize(request)))]);
      } catch (error) {
        problems.push(`${tag}: ${messageOf(error)}`);
      }
    }
    console.log(writeTable([header, ...rows]));
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

/** The measurements of one sentence, as the voice returned it and as callers hear it. */
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

const endpointOf = ({ speechEngine, googleEndpoint }: Config): string =>
  speechEngine === 'google' && googleEndpoint ? `, at ${googleEndpoint} instead of Google` : '';

/** @returns a message for each language whose voice the account lacks, or whose voices cannot be listed */
async function listVoices(engine: GoogleEngine, { languages }: LineFile): Promise<string[]> {
  const problems: string[] = [];
  for (const { tag, voices } of languages) {
    const chosen = voices[engine.id];
    try {
      const code = languageCodeOf(chosen);
      const names = await engine.voices(code);
      console.log(`${tag}: ${names.length} voices for ${code}`);
      for (const name of names) console.log(`  ${name === chosen ? '*' : ' '} ${name}`);
      if (!names.includes(chosen)) {
        problems.push(`${tag}: the account has no voice "${chosen}"; name another one in prompts/line.yaml.`);
      }
    } catch (error) {
      problems.push(`${tag}: ${messageOf(error)}`);
    }
  }
  console.log('');
  return problems;
}

const header = ['language', 'voice', 'Hz', 'seconds', 'level dBov', 'peak dBFS', 'on the telephone', 'peak'];

const cells = ({ sampleRate, seconds, voice, telephone }: Measured): string[] => [
  String(sampleRate),
  seconds.toFixed(2),
  voice.level.toFixed(1),
  voice.peak.toFixed(1),
  telephone.level.toFixed(1),
  telephone.peak.toFixed(1),
];
