import { describe, expect, test } from '#jest';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { keyOf, predictText, speakText } from '../../../src/office/editions/speak-text.ts';
import { predictSeconds } from '../../../src/speech/measure/predict-seconds.ts';
import { namesMoment, sampleMoment } from '../../../src/words/moment-facts.ts';
import { requiredPromptsIn } from '../../../src/words/prompt-ids.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';

const voice = { id: 'espeak', fingerprint: 'test' } as const;

describe('One text that is spoken', () => {
  test('has the same sound as the text has in an edition, in every language and with every key', () => {
    const draft = bundledDraft();
    const edition = createEdition(draft, voice);
    for (const { tag: language } of draft.line.languages) {
      for (const prompt of requiredPromptsIn(draft.line, language).filter((each) => each !== 'whisper')) {
        const key = keyOf(draft, { language, prompt });
        const at = namesMoment(prompt) ? sampleMoment : undefined;
        const saying = { prompt, language, key: key ?? undefined, at };
        for (const slow of [false, true]) {
          const spoken = speakText(draft, voice, { language, prompt }, slow);
          expect(spoken?.narration.key).toBe(edition.script([saying], slow).narration.key);
        }
      }
    }
    expect(speakText(draft, voice, { language: 'ja', prompt: 'whisper' })?.narration.key).toBe(
      edition.whisper(null).narration.key,
    );
  });

  test('needs words, and a value for each placeholder', () => {
    const draft = fixtureDraft(['en.yaml', 'It is at the corner', 'It is at {{corner}}']);
    expect(speakText(draft, voice, { language: 'en', prompt: 'place.where' })).toBeNull();
    expect(speakText(draft, voice, { language: 'en', prompt: 'nothing' })).toBeNull();
  });

  test('can be spoken although the rest of the line is unfinished', () => {
    const draft = fixtureDraft(['line.yaml', '    hours: officeHours', '    hours: nothing']);
    expect(speakText(draft, voice, { language: 'en', prompt: 'days.which' })).not.toBeNull();
  });
});

describe('The predicted length', () => {
  test('is that of each sentence, and of all with the pauses between them', () => {
    const draft = fixtureDraft();
    const place = { language: 'en', prompt: 'days.which' };
    const { sentences, all } = predictText(draft, voice, place);
    const parts = speakText(draft, voice, place)?.narration.parts ?? [];
    const each = parts.flatMap((part) => (typeof part === 'number' ? [] : [predictSeconds(part.request)]));
    expect(sentences).toEqual(each);
    expect(all).toBeCloseTo(each.reduce<number>((sum, one) => sum + (one ?? 0), 0) + 0.7);
  });

  test('is left out for a sentence that cannot be spoken, and so for the whole', () => {
    const draft = fixtureDraft(['en.yaml', 'This changes on', '{{nope}} changes on']);
    const { sentences, all } = predictText(draft, voice, { language: 'en', prompt: 'days.which' });
    expect(sentences).toEqual([null, expect.any(Number)]);
    expect(all).toBeNull();
  });
});
