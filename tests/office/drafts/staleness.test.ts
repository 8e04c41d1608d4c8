import fc from 'fast-check';
import { describe, expect, jest, test } from '#jest';
import { createSqlDraftRecords } from '../../../src/database/drafts/sql-draft-records.ts';
import { toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import { createDraftDesk, type DraftDesk } from '../../../src/office/drafts/draft-desk.ts';
import { textState, unmarked } from '../../../src/office/drafts/text-state.ts';
import { fingerprint } from '../../../src/words/fingerprint.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { byFolder, morning, sato, tanaka } from '../../support/small-office.ts';

jest.setTimeout(60_000);

const files = toDraftContent(fixtureDraft(), byFolder, morning);
const sourcePrompts = files.texts.filter(({ language }) => language === 'ja').map(({ prompt }) => prompt);
const shared = sourcePrompts.filter((prompt) => prompt !== 'whisper');
const languages = ['en', 'zh-Hans'];

const newDesk = async (folder?: string): Promise<DraftDesk> =>
  createDraftDesk({
    records: createSqlDraftRecords(await scratchDatabase(folder)),
    files: async () => files,
    clock: () => morning,
  });

/** Every text that is not simply waiting for its approval, as `language prompt state`. */
async function unfinished(desk: DraftDesk): Promise<string[]> {
  const { texts, find } = await desk.read();
  return texts
    .map((text) => {
      const source = text.language === 'ja' ? null : (find('ja', text.prompt)?.sentences ?? []);
      return `${text.language} ${text.prompt} ${textState(text, { ...unmarked, source })}`;
    })
    .filter((each) => !each.endsWith(' to-approve'))
    .sort();
}

const staleIn = (prompt: string, of: readonly string[] = languages) => of.map((tag) => `${tag} ${prompt} stale`).sort();

/** Saves a text that is based on its newest revision and on the newest source. */
async function save(desk: DraftDesk, language: string, prompt: string, text: string): Promise<string> {
  const now = await desk.read();
  const basedOn = now.find(language, prompt)?.revision ?? 0;
  const sourceSeen = fingerprint(now.find('ja', prompt)?.sentences ?? []);
  return (await desk.saveText(tanaka, { language, prompt, basedOn, sourceSeen, text, isReady: true })).kind;
}

/** Confirms that a translation holds for the current source. */
async function confirm(desk: DraftDesk, language: string, prompt: string): Promise<string> {
  const now = await desk.read();
  const basedOn = now.find(language, prompt)?.revision ?? 0;
  const sourceSeen = fingerprint(now.find('ja', prompt)?.sentences ?? []);
  const chosen = { language, prompt, basedOn, sourceSeen };
  return (await desk.confirmText(tanaka, chosen, 'only a comma')).kind;
}

/** Numbers the source texts, so that no two are the same. */
let count = 0;
const fresh = (): string => {
  count += 1;
  return `{新|あたら}しい ことば ${count}。`;
};

describe('A change of a source sentence', () => {
  let desk: DraftDesk;
  // All runs of a property use one draft. Each run begins and ends without a stale text.
  const inOneDraft = async (work: () => Promise<void>) => {
    desk = await newDesk();
    await work();
  };

  test('makes all translations of that prompt stale and nothing else, and each new translation ends this for its language', () =>
    inOneDraft(() =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...shared),
          fc.nat({ max: 2 }),
          fc.shuffledSubarray(languages, { minLength: 2 }),
          async (prompt, place, order) => {
            const before = (await desk.read()).find('ja', prompt)?.sentences ?? [];
            const index = place % before.length;
            const after = before.map((each, at) => (at === index ? fresh() : each));
            expect(await save(desk, 'ja', prompt, after.join('\n'))).toBe('saved');
            expect(await unfinished(desk)).toEqual(staleIn(prompt));
            const left = [...order];
            for (const language of order) {
              expect(await save(desk, language, prompt, `${fresh()} ${language}`)).toBe('saved');
              left.shift();
              expect(await unfinished(desk)).toEqual(staleIn(prompt, left));
            }
          },
        ),
        { numRuns: 15 },
      ),
    ));

  test('is compared with what the translator saw: a translation of the earlier text stays stale', () =>
    inOneDraft(async () => {
      const seen = fingerprint((await desk.read()).find('ja', 'limit')?.sentences ?? []);
      await save(desk, 'ja', 'limit', fresh());
      const form = { language: 'en', prompt: 'limit', basedOn: 1, sourceSeen: seen, text: 'It ends.', isReady: true };
      expect((await desk.saveText(sato, form)).kind).toBe('saved');
      expect(await unfinished(desk)).toEqual(staleIn('limit'));
      expect((await desk.confirmText(sato, { ...form, basedOn: 2 }, 'of the old one')).kind).toBe('unchanged');
      expect(await unfinished(desk)).toEqual(staleIn('limit'));
    }));

  test('that is undone makes all translations current again', () =>
    inOneDraft(() =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...shared), async (prompt) => {
          const before = (await desk.read()).find('ja', prompt);
          await save(desk, 'ja', prompt, fresh());
          const { revision = 0 } = (await desk.read()).find('ja', prompt) ?? {};
          const chosen = { language: 'ja', prompt, basedOn: revision, sourceSeen: '' };
          expect((await desk.restoreText(sato, chosen, before?.revision ?? 0)).kind).toBe('saved');
          expect(await unfinished(desk)).toEqual([]);
        }),
        { numRuns: 8 },
      ),
    ));

  test('can be confirmed as minor with a reason, for that source text and no other', () =>
    inOneDraft(() =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...shared), fc.constantFrom(...languages), async (prompt, language) => {
          const others = languages.filter((each) => each !== language);
          await save(desk, 'ja', prompt, fresh());
          expect(await confirm(desk, language, prompt)).toBe('saved');
          expect(await unfinished(desk)).toEqual(staleIn(prompt, others));
          await save(desk, 'ja', prompt, fresh());
          expect(await unfinished(desk)).toEqual(staleIn(prompt));
          for (const each of languages) expect(await confirm(desk, each, prompt)).toBe('saved');
          expect(await unfinished(desk)).toEqual([]);
        }),
        { numRuns: 10 },
      ),
    ));
});

describe('Of two people who save at random on two connections', () => {
  const step = fc.record({
    who: fc.nat({ max: 1 }),
    place: fc.constantFrom(['en', 'goodbye'], ['ja', 'goodbye'], ['en', 'limit']),
    /** Whether the person reads the newest revision before saving. */
    looks: fc.boolean(),
    together: fc.boolean(),
  });

  test('nobody loses a text: every save that was acknowledged is in the history, in gapless revisions', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const folder = await scratchFolder();
        const desks = [await newDesk(folder), await newDesk(folder)];
        const seen = [new Map<string, number>(), new Map<string, number>()];
        const acknowledged: string[] = [];
        const running: Promise<void>[] = [];
        for (const { who, place, looks, together } of steps) {
          const [language = '', prompt = ''] = place;
          const [desk, mine] = [desks[who], seen[who]];
          if (!desk || !mine) throw new Error('There are two people.');
          const work = async () => {
            const key = place.join(' ');
            const known = looks ? undefined : mine.get(key);
            const basedOn = known ?? (await desk.read()).find(language, prompt)?.revision ?? 0;
            const text = fresh();
            const form = { language, prompt, basedOn, sourceSeen: '0'.repeat(16), text, isReady: true };
            const result = await desk.saveText(who === 0 ? tanaka : sato, form);
            if (result.kind === 'saved') acknowledged.push(`${key} ${text}`);
            else expect(result).toMatchObject({ kind: 'conflict', mine: [text] });
            mine.set(key, basedOn + 1);
          };
          running.push(work());
          if (!together) await Promise.all(running);
        }
        await Promise.all(running);
        const kept: string[] = [];
        for (const [language = '', prompt = ''] of [
          ['en', 'goodbye'],
          ['ja', 'goodbye'],
          ['en', 'limit'],
        ]) {
          const history = (await desks[0]?.history(language, prompt)) ?? [];
          expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => history.length - index));
          kept.push(...history.slice(0, -1).map(({ sentences }) => `${language} ${prompt} ${sentences.join()}`));
        }
        expect(kept.sort()).toEqual(acknowledged.sort());
      }),
      { numRuns: 8 },
    ));
});
