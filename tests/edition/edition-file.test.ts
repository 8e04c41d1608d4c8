import { beforeAll, describe, expect, test } from '#jest';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import { representativeConditions } from '../../src/call/representative-conditions.ts';
import { withoutCallMisses } from '../../src/call/state.ts';
import { walk } from '../../src/call/walk.ts';
import { MissingWordsError, openEdition } from '../../src/edition/edition.ts';
import type { EditionFile, EditionSentence } from '../../src/edition/edition-file.ts';
import { editionKind } from '../../src/edition/edition-folder.ts';
import type { Narration } from '../../src/edition/narration.ts';
import { fromShared, SharedFileError, toShared } from '../../src/edition/shared-file.ts';
import type { OfficeEdition, SpokenScript } from '../../src/office/editions/edition.ts';
import { momentSentences, toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { toPieces } from '../../src/speech/to-pieces.ts';
import { sampleMoment } from '../../src/words/moment-facts.ts';
import type { Sentence } from '../../src/words/words.ts';
import { bundledEdition } from '../support/bundled.ts';

let edition: OfficeEdition;
let file: EditionFile;
beforeAll(() => {
  edition = bundledEdition();
  file = fromShared(editionKind, toShared(editionKind, toEditionFile(edition)));
});

/** A notice of each kind with all places and actions, so that a walk hears every prompt. */
const notices = (): DisasterNotice[] => {
  const { disaster, languages } = edition.line;
  const tags = languages.map(({ tag }) => tag);
  return (disaster?.kinds ?? []).map((kind) => ({
    id: 'x',
    kind,
    places: disaster?.places ?? [],
    actions: disaster?.actions ?? [],
    at: sampleMoment,
    languages: tags,
  }));
};

const soundOf = ({ narration: { key, lead, parts } }: { readonly narration: Narration }) => ({
  key,
  lead,
  parts: parts.map((part) => (typeof part === 'number' ? part : part.key)),
});

/** What `<Say>` says for a sentence, computed from the sentence of the office's edition. */
const saidOf = ({ language, segments }: Sentence) =>
  toPieces(language, segments).map((piece) => {
    if (piece.kind === 'pause') return { pause: piece.milliseconds };
    return piece.kind === 'reading' ? { text: piece.text, reading: piece.reading } : { text: piece.text };
  });

describe('An edition file', () => {
  test('says in every turn, on ordinary days and in every disaster, the same as the edition from which it was written', () => {
    const opened = openEdition(file, (saying) => momentSentences(edition, saying));
    const days = representativeConditions(edition.line);
    const [day] = days;
    if (!day) throw new Error('There are no conditions.');
    const conditions = [...days, ...notices().map((disaster) => ({ ...day, disaster }))];
    const seen = new Set<SpokenScript>();
    for (const { turn } of walk(edition, conditions, {
      identify: withoutCallMisses,
    })) {
      for (const step of turn.steps) {
        if (step.do !== 'say') continue;
        const before = edition.script(step.sayings, step.slow, step.afterConnecting);
        if (seen.has(before)) continue;
        seen.add(before);
        const now = opened.script(step.sayings, step.slow, step.afterConnecting);
        expect(soundOf(now)).toEqual(soundOf(before));
        expect(now.sentences.map((each) => each.said)).toEqual(before.sentences.map(saidOf));
      }
    }
    expect(seen.size).toBeGreaterThan(1000);
    for (const tag of [null, ...edition.line.languages.map((each) => each.tag)]) {
      expect(soundOf(opened.whisper(tag))).toEqual(soundOf(edition.whisper(tag)));
    }
    expect(opened.whisper('xx').narration.key).toBe(opened.whisper(null).narration.key);
  });

  test('has the same bytes for the same edition, and is read as it was written', () => {
    const bytes = toShared(editionKind, file);
    expect(Buffer.from(toShared(editionKind, toEditionFile(bundledEdition()))).equals(bytes)).toBe(true);
    expect(fromShared(editionKind, bytes)).toEqual(file);
    expect(bytes.length).toBeLessThan(editionKind.longest / 5);
  });

  test('that is cut off, changed, empty, foreign or too long is damaged; one of a later format is not ours', () => {
    const bytes = Buffer.from(toShared(editionKind, file));
    const later = Buffer.from(bytes.toString().replace('kotozute-edition 2 ', 'kotozute-edition 3 '));
    const changed = Buffer.from(bytes);
    changed[bytes.length - 10] = 0x20;
    const why = (each: Uint8Array) => {
      try {
        fromShared(editionKind, each);
        return 'read';
      } catch (error) {
        return error instanceof SharedFileError ? error.kind : 'broken';
      }
    };
    const damaged = [
      ...[0, 1, 50, 90, 200, bytes.length - 1].map((length) => bytes.subarray(0, length)),
      ...[changed, Buffer.from('{}'), Buffer.concat([bytes, Buffer.from(' ')]), Buffer.alloc(editionKind.longest + 1)],
    ];
    expect(damaged.map(why)).toEqual(damaged.map(() => 'damaged'));
    expect(why(later)).toBe('not-mine');
    expect(why(bytes)).toBe('read');
  });

  test('refuses to say prompts that it does not contain', () => {
    const opened = openEdition(file);
    const tag = edition.line.announcers[0] ?? '';
    for (const prompt of ['constructor', '__proto__', 'no-such-prompt']) {
      expect(() => opened.script([{ prompt, language: tag }])).toThrow(MissingWordsError);
    }
    expect(() => opened.script([{ prompt: 'disaster-time', language: tag, at: sampleMoment }])).toThrow(
      MissingWordsError,
    );
  });

  test('remembers no sentence that names a time, because its words come with the notice and may come later', () => {
    const language = edition.line.announcers[0] ?? '';
    const saying = { prompt: 'disaster-time', language, at: sampleMoment };
    let words: EditionSentence[] = [];
    const opened = openEdition(file, () => words);
    const said = () => opened.script([{ prompt: 'greeting', language }, saying]).sentences.length;
    const before = said();
    words = momentSentences(edition, saying);
    expect(said()).toBe(before + words.length);
    expect(words.length).toBeGreaterThan(0);
  });
});
