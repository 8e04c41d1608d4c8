import { randomBytes } from 'node:crypto';
import { createSqlDraftRecords } from '../../src/database/drafts/sql-draft-records.ts';
import { createSqlApprovalRecords } from '../../src/database/editions/sql-approval-records.ts';
import { createSqlEditionRecords } from '../../src/database/editions/sql-edition-records.ts';
import { createSqlMemoStore } from '../../src/database/memos/sql-memo-store.ts';
import { createSqlNativeReviewRecords } from '../../src/database/native-reviews/sql-native-review-records.ts';
import type { Database } from '../../src/database/open-database.ts';
import { createSqlRehearsalRecords } from '../../src/database/rehearsals/sql-rehearsal-records.ts';
import { createEditionShelf } from '../../src/edition/edition.ts';
import { openNarrator } from '../../src/edition/narrator.ts';
import { toDraftContent } from '../../src/office/drafts/draft-content.ts';
import { createDraftDesk, type DraftDesk } from '../../src/office/drafts/draft-desk.ts';
import { createApprovalDesk } from '../../src/office/editions/approval/approval-desk.ts';
import { waitingIn } from '../../src/office/editions/approval/candidates.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { createGates, type GateParts } from '../../src/office/editions/gates/gates.ts';
import { createSoundIntake } from '../../src/office/editions/intake/sound-intake.ts';
import {
  createNativeReviewDesk,
  everyRemark,
  openRemarks,
} from '../../src/office/editions/native-review/native-review-desk.ts';
import { prepareAudio } from '../../src/office/editions/prepare-audio.ts';
import type { PublishForm, PublishParts } from '../../src/office/editions/prepare-publication.ts';
import { publish } from '../../src/office/editions/publish.ts';
import { createTextSounds } from '../../src/office/editions/text-sounds.ts';
import { checkCalls } from '../../src/office/rehearsal/run-rehearsed-calls.ts';
import { type Actor, whoIs } from '../../src/office/staff/desk/actor.ts';
import { byProgram } from '../../src/office/staff/programs.ts';
import type { Role } from '../../src/office/staff/role.ts';
import type { AudioStore } from '../../src/sound/audio-store.ts';
import { createSentenceStudio } from '../../src/speech/sentence-studio.ts';
import type { Draft } from '../../src/words/draft.ts';
import { fingerprint } from '../../src/words/fingerprint.ts';
import { fixtureDraft } from './draft-fixture.ts';
import { createMemoryAudioStore } from './memory-audio-store.ts';
import { createToneEngine, type ToneEngine } from './tone-engine.ts';

/** A member of staff. */
export const worker = (accountName: string, role: Role = 'editor'): Actor => ({
  accountId: `id of ${accountName}`,
  accountName,
  role,
});

export const [tanaka, sato] = [worker('tanaka'), worker('sato')];

/** An approver, who writes no texts. */
export const mori = worker('mori', 'approver');

/** The author in the audit for what was read from the prompts folder. */
export const byFolder = byProgram('promptsFolder');

/** A morning in November (9 a.m. in Japan), in milliseconds since the epoch. */
export const morning = Date.parse('2026-11-24T00:00:00Z');

/** The default values of the form for a publication. */
const plainForm: Omit<PublishForm, 'basedOn'> = {
  comment: 'made better',
  documentNumber: '',
  warningsReason: '',
  emergencyReason: '',
};

let spoken: Promise<AudioStore> | undefined;

/**
 * An audio cache with all sounds of the made-up line. The sounds are made once and then copied, because making them
 * takes a while.
 */
export async function spokenCache(): Promise<AudioStore> {
  spoken ??= (async () => {
    const [cache, engine] = [createMemoryAudioStore(), createToneEngine()];
    const narrator = await openNarrator(cache, createSentenceStudio(engine, cache));
    const failures = await prepareAudio(createEdition(fixtureDraft(), engine), narrator, () => {});
    if (failures.length > 0) throw failures[0];
    return cache;
  })();
  const [all, copy] = [await spoken, createMemoryAudioStore()];
  for (const key of await all.keys()) await copy.write(key, (await all.read(key)) ?? new Uint8Array());
  return copy;
}

/**
 * A small office on one database: the draft desk, the editions, the shelf, a voice of tones, and all else that
 * publishing needs.
 */
export async function openSmallOffice(
  database: Database,
  {
    draft = fixtureDraft(),
    engine = createToneEngine(),
    cache = createMemoryAudioStore(),
  }: { draft?: Draft; engine?: ToneEngine; cache?: AudioStore } = {},
) {
  const time = { now: morning };
  // The clock moves on by a second with every call, so that no two events have the same time.
  const clock = () => {
    time.now += 1000;
    return time.now;
  };
  const stopwatch = () => time.now;
  /** The content of the prompts folder, and the time at which it becomes the draft. */
  const files = { draft, at: morning };
  const records = createSqlEditionRecords(database);
  const draftRecords = createSqlDraftRecords(database);
  const desk = createDraftDesk({
    records: draftRecords,
    files: async () => toDraftContent(files.draft, byFolder, files.at),
    clock,
  });
  const studio = createSentenceStudio(engine, cache, records.sounds);
  const narrator = await openNarrator(cache, studio);
  const shelf = createEditionShelf(createEdition(draft, engine));
  const approvalRecords = createSqlApprovalRecords(database);
  const approvalsOn = (drafts: DraftDesk) =>
    createApprovalDesk({
      records: approvalRecords,
      drafts,
      editions: records,
      ...{ shelf, engine, studio, narrator, cache, clock, stopwatch },
    });
  const approvals = approvalsOn(desk);
  const nativeReviewRecords = createSqlNativeReviewRecords(database);
  const nativeReviews = createNativeReviewDesk({
    records: nativeReviewRecords,
    drafts: desk,
    ...{ approvals, engine, narrator, clock, random: randomBytes },
  });
  /** Saves words, as on a page that shows the newest text and its newest source text. */
  const saveAs = async (actor: Actor, language: string, prompt: string, ...sentences: string[]) => {
    const now = await desk.read();
    return desk.saveText(actor, {
      language,
      prompt,
      basedOn: now.find(language, prompt)?.revision ?? 0,
      sourceSeen: fingerprint(now.find('ja', prompt)?.sentences ?? []),
      text: sentences.join('\n'),
      isReady: true,
    });
  };
  /**
   * Records that a person approved all texts that wait for approval, without listening. It is for tests that are not
   * about approvals.
   */
  const approveAll = async (by: Actor = mori) => {
    const texts = waitingIn(await approvals.read());
    const at = clock();
    const line = await draftRecords.lines.newest();
    await approvalRecords.transaction(async (stores) => {
      for (const { language, prompt, hash } of texts) {
        const revision = (await stores.texts.find(language, prompt))?.revision ?? 0;
        const about = { language, prompt, hash, revision, lineRevision: line?.revision ?? 0 };
        await stores.approvals.add({ ...about, verdict: 'approved', sounds: [], comment: '', by: whoIs(by), at });
      }
    });
    return texts;
  };
  const rehearsals = createSqlRehearsalRecords(database);
  const gateParts: GateParts = {
    checks: checkCalls(rehearsals.calls),
    unapprovedIn: approvals.unapprovedNews,
    remarksIn: async ({ now: { draft: words } }) =>
      openRemarks(nativeReviewRecords, await approvals.hashesOfDraft(words), null, everyRemark),
    // The crawl takes seconds, and other tests cover it.
    crawl: async () => ({ findings: [] }),
    areReadersNeeded: false,
  };
  /** The gates. A test may replace some of their parts. */
  const gatesWith = (change: Partial<GateParts> = {}) => createGates({ ...gateParts, ...change });
  const memos = createSqlMemoStore(database.queries);
  const parts: PublishParts = {
    ...{ desk, records, approvals, gates: gatesWith() },
    ...{ shelf, engine, studio, narrator, cache, clock, memos },
  };
  return {
    ...parts,
    gatesWith,
    rehearsals,
    approvals,
    nativeReviews,
    sounds: createTextSounds({ engine, narrator, cache }),
    intake: createSoundIntake({
      ...{ engine, narrator, cache, clock },
      kept: records.sounds,
      audit: records.audit,
    }),
    nativeReviewRecords,
    approvalsOn,
    parts,
    database,
    /** The time of the clock, which tests can change. */
    time,
    draftRecords,
    studio,
    files,
    engine,
    /** The number of the live publication; 0 if there is none. */
    liveNumber: async () => (await records.publications(1))[0]?.number ?? 0,
    saveAs,
    /** Saves words as an editor. */
    save: (language: string, prompt: string, ...sentences: string[]) => saveAs(tanaka, language, prompt, ...sentences),
    approveAll,
    approvalRecords,
    /** Moves the clock forwards. */
    later: (seconds: number) => {
      time.now += 1000 * seconds;
    },
    /**
     * Publishes the draft, as on a page that is up to date. Before that, `approver` approves all texts that wait for
     * approval. If `approver` is null, nothing is approved.
     */
    async publish(form: Partial<PublishForm> = {}, actor: Actor = tanaka, approver: Actor | null = mori) {
      if (approver) await approveAll(approver);
      const [live] = await records.publications(1);
      return publish(parts, actor, { ...plainForm, basedOn: live?.number ?? 0, ...form });
    },
    /** The acts of the audit, the earliest first. */
    acts: async () => (await records.audit.list(null, 1000)).toReversed().map(({ act }) => act),
  };
}
export type SmallOffice = Awaited<ReturnType<typeof openSmallOffice>>;
