import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { importFiles } from '../../../src/drafts/import-files.ts';
import { takeOver } from '../../../src/drafts/take-over.ts';
import type { HashedText } from '../../../src/editions/approval/approval.ts';
import { rollBack } from '../../../src/editions/go-live.ts';
import { fingerprint } from '../../../src/prompts/fingerprint.ts';
import { requiredPromptsIn } from '../../../src/prompts/prompt-ids.ts';
import { commandLine } from '../../../src/staff/desk/actor.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { approvalsIn, type SmallApprovals, setFirstDay } from '../../support/small-approvals.ts';
import { byFolder, morning, openSmallOffice, spokenCache, worker } from '../../support/small-office.ts';

jest.setTimeout(600_000);

/** So many pairs of steps; more of them with APPROVAL_PAIRS, for those who have the time. */
const pairs = Number(process.env.APPROVAL_PAIRS ?? 250);

const people = ['aoki', 'baba', 'chiba'].map((name) => worker(name, 'administrator'));
const places = ['en', 'zh-Hans'].flatMap((language) =>
  ['goodbye', 'days.which'].map((prompt) => ({ language, prompt })),
);
const original = fixtureDraft();
const folder = takeOver(original, byFolder, morning);

/** The made-up words with the last sentence as often as is said: other words, about which the checks have nothing to say. */
const words = (language: string, prompt: string, times: number): string => {
  const sentences = original.words.get(language)?.prompts[prompt] ?? [];
  return [...sentences, ...Array<string>(times).fill(sentences.at(-1) ?? '')].join('\n');
};
const step = fc.record({
  what: fc.constantFrom(
    ...(['edit', 'edit', 'edit', 'tick', 'restore', 'fact', 'import'] as const),
    ...(['approve', 'approve', 'approve', 'approve', 'send-back', 'publish', 'emergency', 'roll-back'] as const),
  ),
  place: fc.constantFrom(...places),
  person: fc.constantFrom(...people),
  number: fc.integer({ min: 0, max: 5 }),
});
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

const nameOf = ({ language, prompt }: { language: string; prompt: string }): string => `${language} ${prompt}`;

/** What the rules say, kept beside the office in the simplest way there is. */
interface Model {
  /** Whose work is in a text since it was approved last, by its name. */
  readonly authors: Map<string, Set<string>>;
  /** Who has changed the fact since a text was approved last, by its name; it counts only where the text says the fact. */
  readonly changers: Map<string, Set<string>>;
  /** What was approved last, or sent back since, by name and hash. */
  readonly verdicts: Map<string, 'approved' | 'sent-back'>;
  /** Every text that was ever saved. */
  readonly saved: Set<string>;
  readonly seen: Map<string, number>;
}

async function perform(office: SmallApprovals, model: Model, { what, place, person, number }: Step): Promise<string> {
  const { language, prompt } = place;
  const now = await office.desk.read();
  const text = now.find(language, prompt);
  const chosen = {
    ...place,
    basedOn: text?.revision ?? 0,
    sourceSeen: fingerprint(now.find('ja', prompt)?.sentences ?? []),
  };
  const write = (name: string) => model.authors.get(name)?.add(person.accountId ?? '');
  const basedOn = await office.liveNumber();
  switch (what) {
    case 'edit':
    case 'tick': {
      const typed = what === 'tick' ? (text?.sentences.join('\n') ?? '') : words(language, prompt, number % 3);
      const result = await office.desk.saveText(person, {
        ...chosen,
        text: typed,
        isReady: what === 'edit' || number > 2,
      });
      if (result.kind !== 'saved') return result.kind;
      write(nameOf(place));
      model.saved.add(`${nameOf(place)} ${fingerprint(result.text.sentences)}`);
      return 'saved';
    }
    case 'restore': {
      const { kind } = await office.desk.restoreText(person, chosen, 1 + (number % Math.max(1, chosen.basedOn)));
      if (kind === 'saved') write(nameOf(place));
      return kind;
    }
    case 'fact': {
      const { kind } = await office.changeLine(person, setFirstDay(`2026-0${1 + number}-01`));
      if (kind !== 'saved') return kind;
      for (const changers of model.changers.values()) changers.add(person.accountId ?? '');
      return kind;
    }
    case 'import':
      return (
        await importFiles(office.draftRecords, folder, commandLine, office.clock())
      ).kind;
    case 'approve': {
      const hash = await office.textOf(language, prompt);
      if (number > 0) await office.listen(person, hash);
      const result = await office.approvals.approve(person, { texts: [hash], reader: number === 5 ? 'Smith' : null });
      if (result.kind !== 'approved') return 'refused';
      const isSaid = text?.sentences.join().includes('{{firstDay}}') ?? false;
      const own = [
        ...(model.authors.get(nameOf(place)) ?? []),
        ...(isSaid ? (model.changers.get(nameOf(place)) ?? []) : []),
      ];
      expect([nameOf(place), own]).not.toEqual([nameOf(place), expect.arrayContaining([person.accountId])]);
      expect(text?.isReady || (await isLive(office, hash))).toBe(true);
      model.authors.get(nameOf(place))?.clear();
      model.changers.get(nameOf(place))?.clear();
      model.verdicts.set(`${nameOf(place)} ${hash.hash}`, 'approved');
      return 'approved';
    }
    case 'send-back': {
      const hash = await office.textOf(language, prompt);
      await office.approvals.sendBack(person, hash, 'Once more, please.');
      model.verdicts.set(`${nameOf(place)} ${hash.hash}`, 'sent-back');
      return 'sent-back';
    }
    case 'publish':
    case 'emergency': {
      if (what === 'publish' && number < 2) await settle(office, model, person);
      const before = await liveHashes(office);
      const emergency = what === 'emergency' ? 'The river has risen.' : '';
      const result = await office.publish({ emergency, warningsReason: 'a test' }, person, null);
      if (result.kind !== 'published') return result.kind;
      const excused = new Set(result.publication.emergency?.texts.map((each) => `${nameOf(each)} ${each.hash}`));
      const fresh = (await liveHashes(office)).filter((each) => !before.includes(each));
      // Whatever is new is approved, or told as not approved; and nothing else is told so.
      expect(fresh.filter((each) => model.verdicts.get(each) !== 'approved').sort()).toEqual([...excused].sort());
      return excused.size > 0 ? 'published in an emergency' : 'published';
    }
    case 'roll-back': {
      const heads = await office.records.list(9);
      const hash = heads[number % heads.length]?.hash ?? '';
      return (await rollBack(office, person, { hash, basedOn, reason: 'x' })).kind;
    }
  }
}

/** Finishes every text as one person, and has everybody else try to approve it. */
async function settle(office: SmallApprovals, model: Model, person: Step['person']): Promise<void> {
  for (const place of places) {
    await perform(office, model, { what: 'tick', place, person, number: 5 });
    for (const other of people) await perform(office, model, { what: 'approve', place, person: other, number: 1 });
  }
}

async function liveHashes(office: SmallApprovals): Promise<string[]> {
  const { live } = await office.approvals.read();
  const { line } = live.draft;
  return line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(line, language).map(
      (prompt) => `${language} ${prompt} ${live.hashes.find({ language, prompt })}`,
    ),
  );
}

const isLive = async (office: SmallApprovals, text: HashedText) =>
  (await office.approvals.read()).live.hashes.find(text) === text.hash;

test('whatever people do, an edition has approved texts or is marked, nobody approves his own, and nothing is lost', async () => {
  const office = approvalsIn(await openSmallOffice(await memoryDatabase(), { cache: await spokenCache() }));
  await office.publish();
  const model: Model = {
    authors: new Map(places.map((place) => [nameOf(place), new Set<string>()])),
    changers: new Map(places.map((place) => [nameOf(place), new Set<string>()])),
    verdicts: new Map((await liveHashes(office)).map((each) => [each, 'approved'])),
    saved: new Set(),
    seen: new Map(),
  };
  await fc.assert(
    fc.asyncProperty(step, step, async (...two) => {
      for (const each of two) {
        const outcome = `${each.what}: ${await perform(office, model, each)}`;
        model.seen.set(outcome, (model.seen.get(outcome) ?? 0) + 1);
      }
      const { hash } = office.shelf.current;
      const record = await office.records.find(hash);
      const marked = record
        ? (await office.approvals.unapproved(record)).map((each) => `${nameOf(each)} ${each.hash}`)
        : [];
      const expected = (await liveHashes(office)).filter((each) => model.verdicts.get(each) !== 'approved');
      expect(marked.sort()).toEqual(expected.sort());
    }),
    { numRuns: pairs, seed: 7, endOnFailure: true },
  );
  for (const place of places) {
    const history = await office.desk.history(place.language, place.prompt);
    const kept = new Set(history.map(({ sentences }) => `${nameOf(place)} ${fingerprint(sentences)}`));
    for (const each of model.saved)
      if (each.startsWith(`${nameOf(place)} `)) expect([each, kept.has(each)]).toEqual([each, true]);
  }
  // The steps are no idle talk: each of these has happened.
  const needed = ['approve: approved', 'approve: refused', 'publish: unapproved', 'roll-back: rolled-back'];
  const published = ['publish: published', 'emergency: published in an emergency'];
  for (const each of [...needed, ...published]) expect([each, (model.seen.get(each) ?? 0) > 0]).toEqual([each, true]);
});
