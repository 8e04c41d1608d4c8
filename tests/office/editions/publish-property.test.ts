import fc from 'fast-check';
import { expect, jest, test } from '#jest';
import { textState, unmarked } from '../../../src/office/drafts/text-state.ts';
import { fingerprint } from '../../../src/words/fingerprint.ts';
import { requiredPromptsIn } from '../../../src/words/prompt-ids.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { openSmallOffice, type SmallOffice, sato, spokenCache } from '../../support/small-office.ts';

jest.setTimeout(60_000);

const original = fixtureDraft();
const own = (language: string, prompt: string) => original.words.get(language)?.prompts[prompt] ?? [];

const languages = ['ja', 'en', 'zh-Hans'] as const;
const prompts = ['goodbye', 'limit', 'emergency'] as const;
const act = fc.record({
  language: fc.constantFrom(...languages),
  prompt: fc.constantFrom(...prompts),
  what: fc.constantFrom('twice', 'twice', 'once', 'empty', 'unfinished', 'confirm', 'restore'),
});

async function perform(
  { desk }: SmallOffice,
  { language, prompt, what }: typeof act extends fc.Arbitrary<infer Act> ? Act : never,
) {
  const now = await desk.read();
  const basedOn = now.find(language, prompt)?.revision ?? 0;
  const chosen = { language, prompt, basedOn, sourceSeen: fingerprint(now.find('ja', prompt)?.sentences ?? []) };
  if (what === 'confirm') return desk.confirmText(sato, chosen, 'minor');
  if (what === 'restore') return desk.restoreText(sato, chosen, 1 + (basedOn % 3));
  const words = own(language, prompt);
  const text = { twice: [...words, ...words], once: words, unfinished: words, empty: [] }[what].join('\n');
  return desk.saveText(sato, { ...chosen, text, isReady: what !== 'unfinished' });
}

/** Completes all texts that prevent publishing. */
async function finish(office: SmallOffice): Promise<void> {
  for (const language of languages) {
    for (const prompt of prompts) {
      const { find } = await office.desk.read();
      const source = language === 'ja' ? null : (find('ja', prompt)?.sentences ?? []);
      const state = textState(find(language, prompt), { ...unmarked, source });
      if (state === 'stale') await perform(office, { language, prompt, what: 'confirm' });
      if (state !== 'to-approve') await perform(office, { language, prompt, what: 'once' });
    }
  }
}

test('an edition that went live never has a stale, unfinished or missing text, whatever was done to the draft', async () => {
  const office = await openSmallOffice(await memoryDatabase(), { cache: await spokenCache() });
  const seen = { published: 0, blocked: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 5 }), fc.boolean(), async (todo, isFinished) => {
      for (const each of todo) await perform(office, each);
      if (isFinished) await finish(office);
      const now = await office.desk.read();
      const result = await office.publish({ warningsReason: 'a test' });
      if (result.kind === 'stopped') seen.blocked += 1;
      if (result.kind !== 'published') return;
      seen.published += 1;
      const record = await office.records.find(result.edition.hash);
      for (const { tag } of now.line.file.languages) {
        for (const prompt of requiredPromptsIn(now.line.file, tag)) {
          const words = record?.words[tag]?.prompts[prompt] ?? [];
          const source = fingerprint(record?.words.ja?.prompts[prompt] ?? []);
          // Exactly these words were marked as ready while exactly this source was shown.
          const wasReady = (await office.desk.history(tag, prompt)).some(
            ({ sentences, isReady, sourceFingerprint }) =>
              isReady &&
              fingerprint(sentences) === fingerprint(words) &&
              (tag === 'ja' || sourceFingerprint === source),
          );
          const isOfFolder = !now.isKept && fingerprint(words) === fingerprint(own(tag, prompt));
          expect([tag, prompt, words.length > 0, wasReady || isOfFolder]).toEqual([tag, prompt, true, true]);
        }
      }
    }),
    { numRuns: 14, seed: 1 },
  );
  expect(Math.min(seen.published, seen.blocked)).toBeGreaterThan(0);
});
