import { z } from 'zod';
import { byName, recordOf } from '../../words/by-name.ts';
import { placeKey } from '../../words/place.ts';
import type { ContentsCompared } from './compare-contents.ts';
import type { MemoStore } from './edition-records.ts';
import { type ClosedGate, type Hindrance, languagesOf, warningsIn } from './gates/gate.ts';
import type { PublishForm } from './prepare-publication.ts';

/** The reasons that were given at the last publication. */
interface LastReasons {
  /** Why open warnings may stay; empty if there were none. */
  readonly warningsReason: string;
  /** The warnings to which `warningsReason` applies, as `keyOf` writes them. */
  readonly warnings: readonly string[];
  readonly unreadReasons: NonNullable<PublishForm['unreadReasons']>;
}

/** Reasons for the next publication. */
export type SuggestedReasons = Pick<LastReasons, 'warningsReason' | 'unreadReasons'>;

const lastReasons: z.ZodType<LastReasons> = z.object({
  warningsReason: z.string(),
  warnings: z.array(z.string()),
  unreadReasons: recordOf(z.string(), z.string()),
});

const memo = 'last-reasons';

const keyOf = ({ place, rule, ja }: Hindrance): string => JSON.stringify([place && placeOf(place), rule, ja]);

const placeOf = (place: NonNullable<Hindrance['place']>): string =>
  'file' in place ? `${place.file}:${place.line}` : placeKey(place);

/**
 * Remembers the reasons of a publication.
 * @param closed the gates that were passed with these reasons
 * @throws StorageError if the database cannot store the reasons
 */
export function rememberReasons(
  memos: MemoStore,
  closed: readonly ClosedGate[],
  { warningsReason, unreadReasons = {} }: Pick<PublishForm, 'warningsReason' | 'unreadReasons'>,
): Promise<void> {
  const last: LastReasons = {
    warningsReason: warningsReason.trim(),
    warnings: warningsIn(closed).map(keyOf),
    unreadReasons,
  };
  return memos.write(memo, JSON.stringify(last));
}

/**
 * The reasons of the last publication that apply again. A reason for warnings applies if all open warnings were there
 * at the last publication, and no text that they concern has changed since. A reason for a language applies as long as
 * one is needed.
 * @param closed the gates that are closed for the draft
 * @param changes what the draft changes in the live edition
 * @throws StorageError if the database cannot be read
 */
export async function suggestReasons(
  memos: Pick<MemoStore, 'read'>,
  closed: readonly ClosedGate[],
  changes: Pick<ContentsCompared, 'texts'>,
): Promise<SuggestedReasons> {
  const open = warningsIn(closed);
  const needed = closed.filter(({ gate }) => gate.passing === 'with-reason-each').flatMap(languagesOf);
  if (open.length + needed.length === 0) return none;
  const last = readReasons(await memos.read(memo));
  const isSame = open.every((each) => last.warnings.includes(keyOf(each)) && !isChanged(each, changes));
  return {
    warningsReason: open.length > 0 && isSame ? last.warningsReason : '',
    unreadReasons: byName(Object.entries(last.unreadReasons).filter(([tag]) => needed.includes(tag))),
  };
}

const none: LastReasons = { warningsReason: '', warnings: [], unreadReasons: {} };

function readReasons(text: string | null): LastReasons {
  if (text === null) return none;
  try {
    return lastReasons.parse(JSON.parse(text));
  } catch {
    // Suggested reasons only save typing, so a damaged record must not cause an error.
    return none;
  }
}

/**
 * Whether a warning is about a text that has changed. A warning about a value of the line names the value in its
 * sentence, so `keyOf` is different after a change of the value.
 */
function isChanged({ place }: Hindrance, { texts }: Pick<ContentsCompared, 'texts'>): boolean {
  if (place === null || !('language' in place)) return false;
  return texts.some(
    ({ language, prompt }) => language === place.language && (place.prompt === undefined || prompt === place.prompt),
  );
}
