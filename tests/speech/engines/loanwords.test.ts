import { afterAll, expect, test } from '#jest';
import { EspeakEngine } from '../../../src/speech/engines/espeak/espeak-engine.ts';

const engine = new EspeakEngine();
afterAll(() => engine.close());

test.each([
  ['es', 'es-419', 'Guarde su My Number.', /m_ˈaɪ n_ˈa_m_b_e_ɾ/],
  ['pt', 'pt-br', 'Guarde o seu My Number.', /m_ˈaɪ n_ˈɐ̃_m_b_e_[ɾr]/],
  ['en', 'en-us+klatt4', 'Kumamoto Prefecture.', /^k_ˌ?uː_m_/],
])('names from another language keep their sound in %s', async (language, voice, text, sound) => {
  const phonemes = await engine.phonemes({
    language,
    voice,
    speed: 'normal',
    pieces: [{ kind: 'words', text, rate: 'normal' }],
  });
  expect(phonemes).toMatch(sound);
});
