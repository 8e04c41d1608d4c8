import fc from 'fast-check';
import { deepTest, describe, expect, jest, seed, test } from '#jest';
import { prepareAudio } from '../../../../src/office/editions/prepare-audio.ts';
import { fingerprint } from '../../../../src/words/fingerprint.ts';
import {
  type ApprovalModel,
  createModel,
  liveEdition,
  liveHashes,
  nameOf,
  original,
  places,
  saidLive,
  step,
} from '../../../support/approval-model.ts';
import { performStep } from '../../../support/approval-steps.ts';
import { createMemoryAudioStore } from '../../../support/memory-audio-store.ts';
import { memoryDatabase } from '../../../support/memory-database.ts';
import { approvalsIn, type SmallApprovals } from '../../../support/small-approvals.ts';
import { openSmallOffice } from '../../../support/small-office.ts';

jest.setTimeout(600_000);

/** How many pairs of steps run in one office. */
const pairsInOneOffice = 250;
/** `npm test` checks the first office; `npm run test:deep` checks all twenty, 5,000 pairs. */
const offices = Array.from({ length: 20 }, (_, index) => index + 1);

/** Shared by all offices, since the key of a sound is a hash of everything that determines it. */
const cache = createMemoryAudioStore();
/** How often each outcome occurred. */
const seen = new Map<string, number>();

async function open(): Promise<SmallApprovals> {
  const office = approvalsIn(await openSmallOffice(await memoryDatabase(), { cache, draft: original }));
  await prepareAudio(office.shelf.current, office.narrator, () => {});
  expect((await office.publish({ warningsReason: 'a test' })).kind).toBe('published');
  return office;
}

/** Checks what must hold after every pair of steps. */
async function inspect(office: SmallApprovals, model: ApprovalModel): Promise<void> {
  const { records, approvals } = office;
  expect((await records.publications(1))[0]?.edition).toBe(model.live);
  const marked = await approvals.unapproved(liveEdition(office));
  const expected = (await liveHashes(office)).filter((each) => model.verdicts.get(each) !== 'approved');
  expect(marked.map((each) => `${nameOf(each)} ${each.hash}`).sort()).toEqual(expected.sort());
}

describe('Whatever people do', () => {
  const title =
    'each text of an edition is approved or marked, nobody approves their own text, and nothing is lost (office %i)';
  const holdsThroughout = async (number: number) => {
    const office = await open();
    const model = await createModel(office);
    await fc.assert(
      fc.asyncProperty(step, step, async (...two) => {
        for (const each of two) {
          const outcome = `${each.what}: ${await performStep(office, model, each)}`;
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
          expect(office.shelf.current.hash).toBe(model.live);
          expect(saidLive(office)).toBe(model.editions.get(model.live));
        }
        await inspect(office, model);
      }),
      { numRuns: pairsInOneOffice, seed: seed + number - 1, endOnFailure: true },
    );
    for (const { language, prompt } of places) {
      const history = await office.desk.history(language, prompt);
      const kept = new Set(history.map(({ sentences }) => `${language} ${prompt} ${fingerprint(sentences)}`));
      expect([...model.saved].filter((each) => each.startsWith(`${language} ${prompt} `) && !kept.has(each))).toEqual(
        [],
      );
    }
  };
  test.each(offices.slice(0, 1))(title, holdsThroughout);
  deepTest.each(offices)(title, holdsThroughout);

  deepTest('every important outcome has occurred among the random steps', () => {
    const needed = ['approve: approved', 'approve: refused', 'publish: approval', 'publish: unfinished-texts'];
    const others = ['publish: published', 'emergency: published in an emergency', 'roll-back: rolled-back'];
    expect([...needed, ...others].filter((each) => !seen.has(each))).toEqual([]);
  });
});
