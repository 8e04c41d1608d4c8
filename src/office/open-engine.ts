import { explanationOf } from '../common/explained-error.ts';
import type { Config } from '../config.ts';
import { wrongSettings } from '../config-error.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import { EspeakEngine } from '../speech/engines/espeak/espeak-engine.ts';
import { GoogleEngine } from '../speech/engines/google/google-engine.ts';

/** The engine that the settings name, not yet checked. */
export const createEngine = ({ speechEngine, googleEndpoint }: Config): EspeakEngine | GoogleEngine =>
  speechEngine === 'espeak' ? new EspeakEngine() : new GoogleEngine({ endpoint: googleEndpoint });

/**
 * Looks for the credentials that Google's engine needs. The embedded voice needs none.
 * @throws ConfigError if the engine lacks credentials
 */
export async function checkVoice(engine: SpeechEngine): Promise<void> {
  if (!(engine instanceof GoogleEngine)) return;
  try {
    await engine.open();
  } catch (error) {
    const { en, ja } = explanationOf(error);
    const advice = { en: en.replace(/\.$/, ''), ja: ja.replace(/。$/, '') };
    throw wrongSettings([{ setting: 'SPEECH_ENGINE=google', advice }], { cause: error });
  }
}

/**
 * Opens the engine that the settings name. No other engine ever replaces it.
 * @throws ConfigError if the engine lacks credentials
 */
export async function openEngine(config: Config): Promise<EspeakEngine | GoogleEngine> {
  const engine = createEngine(config);
  await checkVoice(engine);
  return engine;
}
