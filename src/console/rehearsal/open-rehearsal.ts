import type { OfficeEdition } from '../../office/editions/edition.ts';
import { type CallClock, clockOf } from '../../office/rehearsal/call-clock.ts';
import type { Drafted } from '../../office/rehearsal/drafted-edition.ts';
import type { NarrationSound } from '../../office/rehearsal/narration-sound.ts';
import { type Rehearsed, rehearse } from '../../office/rehearsal/rehearse.ts';
import { readSettings, type SettingsRead } from '../../office/rehearsal/settings.ts';
import type { Situation } from '../../office/rehearsal/situation.ts';
import { type SituationProblem, toSituation } from '../../office/rehearsal/to-situation.ts';
import type { ConsoleParts } from '../console-parts.ts';

/** The parts of the console that the pages of the rehearsal phone need. */
export type RehearsalPageParts = Pick<
  ConsoleParts,
  'rehearsal' | 'editions' | 'shelf' | 'narrator' | 'engine' | 'clock' | 'publicUrl'
>;

/** A rehearsal call, and everything that its address or form describes. */
export interface OpenRehearsal {
  readonly read: SettingsRead;
  readonly drafted: Drafted;
  /** The edition that is called; null if the line of the draft is incomplete. */
  readonly edition: OfficeEdition | null;
  readonly situation: Situation;
  readonly problems: readonly SituationProblem[];
  /** Null if no call has begun, or if there is no edition. */
  readonly call: Rehearsed | null;
  /** For each turn, the length of its sound and the times at which its sentences begin. */
  readonly sounds: readonly NarrationSound[];
  /** Null if there is no call. */
  readonly clock: CallClock | null;
}

/** The address that redirects to the shortest call in which a text is heard. */
export const hearAddress = (on: 'draft' | 'live', language: string, prompt: string): string =>
  `/console/rehearsal/hear?${new URLSearchParams({ on, language, prompt })}`;

/** Makes the call that an address or a form describes, from its first turn to its last. */
export async function openRehearsal(
  { rehearsal, shelf, narrator, clock }: RehearsalPageParts,
  fields: URLSearchParams,
): Promise<OpenRehearsal> {
  const read = readSettings(fields);
  const { settings, path } = read;
  const drafted = await rehearsal.drafted();
  const edition = settings.on === 'live' ? shelf.current : drafted.edition;
  const file = edition?.file ?? drafted.now.line.file;
  const { noticeNow, approved } = rehearsal;
  const { situation, problems } = await toSituation(settings, { file, now: clock(), noticeNow, approved });
  const outcome = settings.outcome === 'ask' ? null : settings.outcome;
  const call = edition && path && rehearse(edition, situation, path, outcome);
  const turns = call?.turns ?? [];
  // The browser can request only registered narrations.
  for (const { script } of turns) narrator.register(script.narration);
  const sounds = await Promise.all(turns.map(({ script }) => rehearsal.soundOf(script.narration)));
  return {
    read,
    drafted,
    edition,
    situation,
    problems,
    call,
    sounds,
    clock: edition && call && clockOf(edition.line, turns, sounds),
  };
}
