import { messageOf } from '../common/errors.ts';
import { type Config, ConfigError } from '../config.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import { EspeakEngine } from '../speech/engines/espeak/espeak-engine.ts';
import { GoogleEngine } from '../speech/engines/google/google-engine.ts';

/** The engine that the settings name, not yet checked. */
export const createEngine = ({ speechEngine, googleEndpoint }: Config): EspeakEngine | GoogleEngine =>
  speechEngine === 'espeak' ? new EspeakEngine() : new GoogleEngine({ endpoint: googleEndpoint });

/** @throws ConfigError if a voice lacks credentials */
export async function checkVoice(engine: SpeechEngine): Promise<void> {
  if (!(engine instanceof GoogleEngine)) return;
  try {
    await engine.open();
  } catch (error) {
    throw new ConfigError(`The settings are not right:\n- SPEECH_ENGINE=google: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * The engine that the settings name. No other engine ever replaces it.
 * @throws ConfigError if it lacks credentials
 */
export async function openEngine(config: Config): Promise<EspeakEngine | GoogleEngine> {
  const engine = createEngine(config);
  await checkVoice(engine);
  return engine;
}
