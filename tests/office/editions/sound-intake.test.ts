import { zipSync } from 'fflate';
import { describe, expect, jest, test } from '#jest';
import { openNarrator } from '../../../src/edition/narrator.ts';
import { soundFileLimits } from '../../../src/office/editions/intake/unpack-sounds.ts';
import { speakText } from '../../../src/office/editions/speak-text.ts';
import { createTextSounds } from '../../../src/office/editions/text-sounds.ts';
import { joinNarration } from '../../../src/sound/join-narration.ts';
import { readSealed, seal } from '../../../src/sound/seal.ts';
import { writeMuLawWav } from '../../../src/sound/wav.ts';
import type { SpeechEngine } from '../../../src/speech/engine.ts';
import { createSentenceStudio } from '../../../src/speech/sentence-studio.ts';
import type { Draft } from '../../../src/words/draft.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { mori, openSmallOffice, tanaka, worker } from '../../support/small-office.ts';
import { createToneEngine } from '../../support/tone-engine.ts';
import { writePcmWav } from '../../support/write-pcm-wav.ts';

jest.setTimeout(60_000);

const greeting = { language: 'en', prompt: 'greeting' };
const goodbye = { language: 'en', prompt: 'goodbye' };

/** An office whose voice works, and one whose voice always fails, as in a closed network. */
async function twoOffices() {
  const [speaking, silent] = [
    await openSmallOffice(await memoryDatabase()),
    await openSmallOffice(await memoryDatabase()),
  ];
  const draftOf = async (office: typeof silent) => (await office.desk.read()).draft;
  const wav = async (ref = greeting, slow = false) => {
    const bytes = await speaking.sounds.wav(await draftOf(speaking), ref, slow);
    if (!bytes) throw new Error('The text has a sound.');
    return bytes;
  };
  silent.engine.failWhen(() => true);
  const take = async (name: string, bytes: Uint8Array, actor = mori) =>
    silent.intake.take(actor, [await draftOf(silent)], { name, bytes });
  const narrationOf = async (ref = greeting, slow = false) => {
    const script = speakText(await draftOf(silent), silent.engine, ref, slow);
    if (!script) throw new Error('The text can be spoken.');
    return script.narration;
  };
  return { speaking, silent, draftOf, wav, take, narrationOf };
}

/** The sound of the greeting that an engine makes. */
async function wavOf(engine: SpeechEngine, draft: Draft): Promise<Uint8Array> {
  const store = createMemoryAudioStore();
  const narrator = await openNarrator(store, createSentenceStudio(engine, store));
  const bytes = await createTextSounds({ engine, narrator, cache: store }).wav(draft, greeting, false);
  if (!bytes) throw new Error('The text has a sound.');
  return bytes;
}

const zip = (files: Readonly<Record<string, Uint8Array>>) => zipSync({ ...files }, { level: 0 });

describe('Sounds of another Kotozute', () => {
  test('are taken in as sentences: the text has its sound, of the very same bytes, and nothing is spoken', async () => {
    const { silent, draftOf, wav, take, narrationOf } = await twoOffices();
    await expect(silent.sounds.wav(await draftOf(silent), greeting)).rejects.toThrow('tone generator');
    const bytes = await wav();
    expect(await take('en greeting.wav', bytes)).toEqual({
      ...{ kind: 'taken', taken: 1, known: 0, refused: [] },
      sentences: (await narrationOf()).parts.filter((part) => typeof part !== 'number').length,
    });
    const sound = await silent.sounds.wav(await draftOf(silent), greeting);
    expect(Buffer.compare(sound ?? new Uint8Array(), bytes)).toBe(0);
    const last = (await silent.records.audit.list(null, 1))[0];
    expect(last).toMatchObject({
      act: 'sounds-taken',
      who: { accountName: 'mori' },
      about: { language: 'en', texts: 1, refused: 0 },
    });
  });

  test('may come as a ZIP with both speeds; sounds that are here already stay as they are, and are counted', async () => {
    const { silent, wav, take } = await twoOffices();
    const files = zip({
      '001 greeting 最初のあいさつ.wav': await wav(),
      'slow/001 greeting 最初のあいさつ.wav': await wav(greeting, true),
      '002 goodbye 終わりのあいさつ.wav': await wav(goodbye),
      'index.html': Buffer.from('<p>'),
      'readme.txt': Buffer.from('hello'),
    });
    expect(await take('kotozute-sounds-en.zip', files)).toMatchObject({
      ...{ kind: 'taken', taken: 3, known: 0 },
      refused: [{ name: 'readme.txt', why: 'not-a-sound' }],
    });
    const acts = (await silent.acts()).length;
    expect(await take('kotozute-sounds-en.zip', files)).toMatchObject({ taken: 0, known: 3, sentences: 0 });
    // Nothing was taken in, so the audit has no new entry.
    expect((await silent.acts()).length).toBe(acts);
  });

  test('never replace a sound that the database has', async () => {
    const { silent, wav, take, narrationOf } = await twoOffices();
    const [sentence] = (await narrationOf()).parts;
    if (typeof sentence !== 'object') throw new Error('It begins with a sentence.');
    const own = seal(writeMuLawWav(new Uint8Array(16_000).fill(0x55)), sentence.key);
    await silent.records.sounds.add({ key: sentence.key, seconds: 2, sha256: '0'.repeat(64) }, own);
    await take('en greeting.wav', await wav());
    expect(await silent.cache.read(sentence.key)).toBeNull();
    expect(await silent.studio.codes(sentence)).toEqual(readSealed(own, sentence.key));
  });

  test('of other words, another voice or another text are refused; so are files that were changed, have unknown names, or are no sounds', async () => {
    const { silent, speaking, draftOf, wav, take } = await twoOffices();
    const bytes = await wav();
    const otherVoice = await wavOf({ ...createToneEngine(), fingerprint: 'another voice' }, await draftOf(silent));
    expect(Buffer.compare(await wavOf(createToneEngine(), await draftOf(silent)), bytes)).toBe(0);
    const changed = Uint8Array.from(bytes);
    changed[1000] = (changed[1000] ?? 0) ^ 1;
    for (const [name, sent, why] of [
      ['en greeting.wav', changed, 'other-sound'],
      ['en goodbye.wav', bytes, 'other-sound'],
      ['en greeting.wav', otherVoice, 'other-sound'],
      ['voice.wav', bytes, 'unknown-name'],
      ['constructor.wav', bytes, 'unknown-name'],
      ['en greeting.wav', bytes.subarray(0, 500), 'not-a-sound'],
      ['en greeting.wav', writePcmWav({ samples: new Float32Array(8000), sampleRate: 8000 }), 'not-a-sound'],
      ['en greeting.wav', writeMuLawWav(new Uint8Array(8000)), 'other-sound'],
      ['en greeting.wav', new Uint8Array(5_000_001), 'too-long'],
      ['en greeting.wav', new Uint8Array(), 'not-a-sound'],
    ] as const) {
      expect([name, why, await take(name, sent)]).toEqual([
        name,
        why,
        { kind: 'taken', taken: 0, known: 0, sentences: 0, refused: [{ name, why }] },
      ]);
    }
    await silent.save('en', 'greeting', 'Welcome to another line.');
    expect(await take('en greeting.wav', bytes)).toMatchObject({ refused: [{ why: 'other-sound' }] });
    expect(await silent.cache.keys()).toEqual([]);
    // A sound may also belong to what callers hear now, which may have other words than the draft.
    const drafts = [await draftOf(silent), await draftOf(speaking)];
    expect(await silent.intake.take(mori, drafts, { name: 'en greeting.wav', bytes })).toMatchObject({ taken: 1 });
    expect(speaking.engine.requests.length).toBeGreaterThan(0);
  });

  test('with a valid seal are refused if they cannot be the sound of their words', async () => {
    const { take, narrationOf } = await twoOffices();
    const { key, parts, lead } = await narrationOf();
    const forged = parts.map((part) =>
      typeof part === 'number' ? { pause: part } : { codes: new Uint8Array(80).fill(0x21) },
    );
    expect(await take('en greeting.wav', seal(joinNarration(forged, lead), key))).toMatchObject({
      refused: [{ why: 'implausible' }],
    });
    // Sealed with the right key, but not divided into sentences.
    expect(await take('en greeting.wav', seal(writeMuLawWav(new Uint8Array(16_000)), key))).toMatchObject({
      refused: [{ why: 'other-sound' }],
    });
  });

  test('are taken in by approvers and administrators, one file at a time', async () => {
    const { wav, take } = await twoOffices();
    const bytes = await wav();
    for (const actor of [tanaka, worker('kato', 'viewer')])
      expect(await take('en greeting.wav', bytes, actor)).toEqual({ kind: 'not-allowed' });
    const administrator = worker('suzuki', 'administrator');
    expect(await take('en goodbye.wav', await wav(goodbye), administrator)).toMatchObject({ taken: 1 });
    const files = zip({ '001 greeting a.wav': bytes });
    const both = await Promise.all([take('one.zip', files), take('other.zip', files)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['busy', 'taken']);
    expect(await take('en greeting.wav', bytes)).toMatchObject({ known: 1 });
  });

  test('are not stored if the audit cannot be written', async () => {
    let isBroken = false;
    const database = await memoryDatabase(() => (isBroken ? new Error('the disk is full') : null));
    const { wav } = await twoOffices();
    const office = await openSmallOffice(database);
    const { draft } = await office.desk.read();
    isBroken = true;
    const file = { name: 'en greeting.wav', bytes: await wav() };
    await expect(office.intake.take(mori, [draft], file)).rejects.toThrow();
    expect(await office.cache.keys()).toEqual([]);
  });
});

describe('A ZIP', () => {
  test('that is damaged, or contains too much, is refused as a whole', async () => {
    const { take, wav } = await twoOffices();
    const whole = zip({ '001 greeting a.wav': await wav() });
    expect(await take('a.zip', whole.subarray(0, whole.length - 30))).toEqual({ kind: 'damaged' });
    expect(await take('a.zip', Buffer.from('PK nothing'))).toEqual({ kind: 'damaged' });
    const many = Object.fromEntries(
      Array.from({ length: soundFileLimits.files + 1 }, (_, index) => [`${index}.txt`, new Uint8Array()]),
    );
    expect(await take('a.zip', zip(many))).toEqual({ kind: 'too-much' });
    const large = new Uint8Array(4_900_000);
    const bomb = zipSync(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.wav`, large])));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await take('a.zip', bomb)).toEqual({ kind: 'too-much' });
  });

  test('with a sound that is too long is read without that sound', async () => {
    const { take, wav } = await twoOffices();
    const files = zipSync({ 'greeting.wav': new Uint8Array(5_000_001), '001 greeting a.wav': await wav() });
    expect(await take('a.zip', files)).toMatchObject({
      taken: 1,
      refused: [{ name: 'greeting.wav', why: 'too-long' }],
    });
  });
});
