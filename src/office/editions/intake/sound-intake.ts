import type { AudioStore } from '../../../sound/audio-store.ts';
import { readSealed, readStoredSound, seal } from '../../../sound/seal.ts';
import { AudioFileError, writeMuLawWav } from '../../../sound/wav.ts';
import type { SpeakingNarrator } from '../../../speech/narration.ts';
import type { Draft } from '../../../words/draft.ts';
import type { AuditTrail } from '../../staff/audit-entry.ts';
import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import { may } from '../../staff/role.ts';
import type { EditionContent } from '../edition-content.ts';
import { createSoundMatcher, type MatchedSound, type WhyNotTaken } from './match-sound.ts';
import { type ArchiveProblem, soundFilesIn } from './unpack-sounds.ts';

/** What was done with an uploaded file of sounds. */
export interface TakenSounds {
  readonly kind: 'taken';
  /** Number of files with at least one sentence that was missing here. */
  readonly taken: number;
  /** Number of files whose sentences were all here already; nothing was replaced. */
  readonly known: number;
  /** Number of sentences that need not be synthesized any more. */
  readonly sentences: number;
  readonly refused: readonly { readonly name: string; readonly why: WhyNotTaken }[];
}

/** What was taken in, or why nothing was. `busy`: another upload is being taken in. */
export type TakeSoundsResult =
  | TakenSounds
  | { readonly kind: 'not-allowed' | 'busy' }
  | { readonly kind: ArchiveProblem };

/**
 * Takes in sounds that another installation of Kotozute synthesized, so that nothing has to be synthesized here. It is
 * meant for an office in a closed network, and for an office whose sounds are made on another machine.
 *
 * A seal shows whether a file is intact, and which sound it is. It contains no secret, so anyone who can write a
 * program can seal any sound for any text. Taking sounds in is therefore reserved for those who decide what callers
 * hear (approvers and administrators), is recorded in the audit, and can only add sounds. An intact sound that is
 * already here is never replaced, so sounds that were heard, approved or published stay as they are. Approvers hear an
 * added sound as if it had been synthesized here.
 */
export interface SoundIntake {
  /**
   * @param drafts the drafts to whose texts the sounds may belong
   * @param file an uploaded WAV file, or a ZIP of WAV files
   * @throws StorageError if the database cannot be read, or if the entry in the audit cannot be written. Without the
   * entry, nothing is taken in
   */
  take(
    actor: Actor,
    drafts: readonly Draft[],
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<TakeSoundsResult>;
}

interface IntakeParts {
  readonly engine: EditionContent['engine'];
  readonly narrator: SpeakingNarrator;
  readonly cache: Pick<AudioStore, 'read' | 'write'>;
  /** The sounds in the database. */
  readonly kept: { read(key: string): Promise<Uint8Array | null> };
  readonly audit: Pick<AuditTrail, 'add'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export function createSoundIntake({ engine, narrator, cache, kept, audit, clock }: IntakeParts): SoundIntake {
  let isTaking = false;

  /**
   * Whether the sound of a sentence is here. A damaged sound counts as missing, because it would have to be synthesized
   * again.
   */
  const isHere = async (key: string): Promise<boolean> => {
    const before = await kept.read(key);
    if (before && isWhole(() => readStoredSound(before, key))) return true;
    const cached = await cache.read(key);
    return cached !== null && isWhole(() => readSealed(cached, key));
  };

  const missingIn = async ({ sentences }: MatchedSound): Promise<MatchedSound['sentences']> => {
    const missing: MatchedSound['sentences'][number][] = [];
    for (const sentence of sentences) if (!(await isHere(sentence.spoken.key))) missing.push(sentence);
    return missing;
  };

  async function takeNow(...[actor, drafts, file]: Parameters<SoundIntake['take']>): Promise<TakeSoundsResult> {
    const match = createSoundMatcher({ drafts, engine });
    const found: MatchedSound[] = [];
    const missing = new Map<string, Uint8Array>();
    const refused: { readonly name: string; readonly why: WhyNotTaken }[] = [];
    let known = 0;
    const files = soundFilesIn(file.name, file.bytes);
    let step = await files.next();
    for (; !step.done; step = await files.next()) {
      const sound = match(step.value);
      if (typeof sound === 'string') {
        refused.push({ name: step.value.name, why: sound });
        continue;
      }
      const lacking = await missingIn(sound);
      if (lacking.length === 0) known += 1;
      else found.push(sound);
      for (const { spoken, codes } of lacking) if (!missing.has(spoken.key)) missing.set(spoken.key, codes);
    }
    if (step.value !== null) return { kind: step.value };
    if (missing.size > 0) {
      const language = [...new Set(found.map(({ ref }) => ref.language))].join(' ');
      const about = { language, texts: found.length, sentences: missing.size, refused: refused.length };
      // The audit entry comes first: the sounds are files, and must not be here without a record of where they came
      // from.
      await audit.add({ at: clock(), who: whoIs(actor), act: 'sounds-taken', about });
    }
    for (const [key, codes] of missing) {
      // The sentence may have been synthesized in the meantime.
      if (!(await isHere(key))) await cache.write(key, seal(writeMuLawWav(codes), key));
    }
    // The narrations are joined from sounds that are here now; nothing is synthesized.
    for (const { narration } of found) await narrator.ensure(narration);
    return { kind: 'taken', taken: found.length, known, sentences: missing.size, refused };
  }

  return {
    async take(actor, drafts, file) {
      if (!may(actor.role, 'approve')) return { kind: 'not-allowed' };
      // Only one upload is taken in at a time, because each may hold the sounds of a whole language in memory.
      if (isTaking) return { kind: 'busy' };
      isTaking = true;
      try {
        return await takeNow(actor, drafts, file);
      } finally {
        isTaking = false;
      }
    },
  };
}

function isWhole(read: () => Uint8Array): boolean {
  try {
    return read().length > 0;
  } catch (error) {
    if (error instanceof AudioFileError) return false;
    throw error;
  }
}
