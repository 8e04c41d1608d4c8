import { messageOf } from '../common/errors.ts';
import { type Config, readConfig } from '../config.ts';
import { openEngine } from '../office/context.ts';
import { GoogleEngine } from '../speech/engines/google/google-engine.ts';
import { languageCodeOf } from '../speech/engines/google/voice-language.ts';
import { toSpoken } from '../speech/narration.ts';
import { readDraft } from '../words/draft.ts';
import type { LineFile } from '../words/line-file.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { createWords } from '../words/words.ts';
import { type Measured, measureSound } from './measure-sound.ts';
import { writeTable } from './write-table.ts';

/** The first words of a call: short, and there in every language. */
const prompt = 'greeting';

/**
 * Says whether the voices of the line can be used: which ones the account has, and how one sentence of each comes out.
 * @returns 0, or 1 when a voice is missing or cannot speak; null when there are arguments
 * @throws ConfigError and PromptsError when there is nothing to check yet
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

const endpointOf = ({ speechEngine, googleEndpoint }: Config): string =>
  speechEngine === 'google' && googleEndpoint ? `, at ${googleEndpoint} instead of Google` : '';

/** @returns a sentence for each language whose voice the account does not have, or whose list cannot be had */
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
