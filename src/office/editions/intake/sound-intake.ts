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

/** What became of a file of sounds. */
export interface TakenSounds {
  readonly kind: 'taken';
  /** Files of which something was new. */
  readonly taken: number;
  /** Files whose sound was here already; nothing was replaced. */
  readonly known: number;
  /** Sentences that need not be spoken any more. */
  readonly sentences: number;
  readonly refused: readonly { readonly name: string; readonly why: WhyNotTaken }[];
}

/** Why nothing was taken: who may not, or not now; or what is wrong with the file. */
export type TakeSoundsResult =
  | TakenSounds
  | { readonly kind: 'not-allowed' | 'busy' }
  | { readonly kind: ArchiveProblem };

/**
 * Takes in sounds that another Kotozute spoke, so that nothing has to be spoken here: for an office in a closed network, or one
 * that may use another machine's voice.
 *
 * A seal tells whole from damaged, and one sound from another; it holds no secret, so that whoever can write a program can seal a
 * sound of their own for any text. Taking sounds in is therefore for those who decide what callers hear (approvers and
 * administrators), is in the audit, and can only add: a sound that is here already, above all one that was heard, approved or
 * published, is never replaced. What was added is heard by whoever approves its text, as if it had been spoken here.
 */
export interface SoundIntake {
  /**
   * @param drafts whose texts the sounds may be of
   * @param file a WAV file or a ZIP of them, as uploaded
   * @throws StorageError if the entry in the audit cannot be written; nothing is taken then
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
  /** The sounds that the database keeps. */
  readonly kept: { read(key: string): Promise<Uint8Array | null> };
  readonly audit: Pick<AuditTrail, 'add'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export function createSoundIntake({ engine, narrator, cache, kept, audit, clock }: IntakeParts): SoundIntake {
  let isTaking = false;

  /** What is damaged would have to be spoken again, and counts as missing. */
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
      // Before the sounds: they are files, and must not be here without a word about where they came from.
      await audit.add({ at: clock(), who: whoIs(actor), act: 'sounds-taken', about });
    }
    for (const [key, codes] of missing) {
      // It may have been spoken meanwhile.
      if (!(await isHere(key))) await cache.write(key, seal(writeMuLawWav(codes), key));
    }
    // Joined from what is here now; nothing is spoken.
    for (const { narration } of found) await narrator.ensure(narration);
    return { kind: 'taken', taken: found.length, known, sentences: missing.size, refused };
  }

  return {
    async take(actor, drafts, file) {
      if (!may(actor.role, 'approve')) return { kind: 'not-allowed' };
      // One at a time: each may hold a whole language in memory.
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
