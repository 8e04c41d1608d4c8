import { afterAll, deepTest, describe, expect, test } from '#jest';
import { everyScript } from '../../src/office/editions/every-narration.ts';
import { EspeakEngine } from '../../src/speech/engines/espeak/espeak-engine.ts';
import type { SpokenSentence } from '../../src/speech/narration.ts';
import { bundledEdition } from '../support/bundled.ts';

/*
 * Checks that the embedded voice says what is written. Its phonemes are checked, because neither level nor length shows
 * that it spells letters. A mark such as `(en)` shows that the voice changed to another language. For example, it says
 * "Chinese letter" in English for a kanji, and names a stray letter.
 */

const engine = new EspeakEngine();
afterAll(() => engine.close());

const edition = bundledEdition();
const sentences = new Map<string, SpokenSentence>();
for (const script of everyScript(edition)) {
  for (const part of script?.narration.parts ?? []) if (typeof part !== 'number') sentences.set(part.key, part);
}
const written = ({ sentence }: SpokenSentence) =>
  sentence.segments.map((part) => (part.kind === 'fact' ? `{{${part.name}}}` : part.text)).join('');

/** "My Number", the only name that the Chinese texts leave in English, as the English voice says it. */
const myNumber = /\(en\)_?m_ˈ?aɪ[^()]*n_ˈ?ʌ[^()]*\((?:cmn)\)/g;

describe('Every sentence of the line, by its phonemes', () => {
  const title = '%s stays in its language and names no letters';
  const staysInItsLanguage = async (tag: string) => {
    const spoken = [...sentences.values()].filter(({ request }) => request.language === tag);
    expect(spoken.length).toBeGreaterThan(60);
    const strays: string[] = [];
    for (const each of spoken) {
      const phonemes = await engine.phonemes(each.request);
      const rest = written(each).includes('My Number') ? phonemes.replaceAll(myNumber, '') : phonemes;
      if (/\([a-z-]+\)/.test(rest) || !/\p{L}/u.test(rest)) strays.push(`${written(each)} → ${phonemes}`);
    }
    expect(strays).toEqual([]);
  };
  const tags = edition.line.languages.map(({ tag }) => tag);
  // The source language, in which a kanji without a reading is the most common mistake.
  test.each(tags.filter((tag) => tag === 'ja'))(title, staysInItsLanguage, 120_000);
  deepTest.each(tags.filter((tag) => tag !== 'ja'))(title, staysInItsLanguage, 120_000);

  /** For each digit from 0 to 9, the first sounds of its word in telephone numbers. */
  test.each([
    ['en', 'en-us+klatt4', ['z', 'w_ˈʌ', 't_ˈuː', 'θ_ɹ', 'f_ˈɔː', 'f_ˈaɪ', 's_ˈɪ_k', 's_ˈɛ_v', 'ˈeɪ', 'n_ˈaɪ']],
    [
      'es',
      'es-419',
      ['s_ˈe_ɾ', 'ˈu_n', 'd_ˈo', 't_ɾ', 'k_w_ˈa', 's_ˈi_n', 's_ˈe_j|s_ˈeɪ', 's_j_ˈe', 'ˈo_tʃ', 'n_w_ˈe'],
    ],
    ['ja', 'ja', ['z', 'i_tɕ|ˈi_tɕ', 'n', 's', 'j', 'ɡ', 'ɽ', 'n', 'h', 'k']],
  ])('%s: digits of telephone numbers are said one by one', async (language, voice, sounds) => {
    const { toPieces } = await import('../../src/speech/to-pieces.ts');
    for (const [digit, sound] of sounds.entries()) {
      const value = { type: 'phone', number: String(digit) } as const;
      const pieces = toPieces(language, [{ kind: 'fact', name: 'n', value }]);
      expect(await engine.phonemes({ language, voice, speed: 'normal', pieces })).toMatch(
        new RegExp(`^[ˈˌ]?(${sound})`),
      );
    }
  });
});
