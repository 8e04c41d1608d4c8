import { setImmediate } from 'node:timers/promises';
import { checkDraftCalmly } from '../../words/check-draft.ts';
import { placeName } from '../../words/place.ts';
import type { DraftNow } from '../drafts/draft-desk.ts';
import type { DraftText } from '../drafts/draft-text.ts';
import { toDraft } from '../drafts/to-draft.ts';
import { unknownPerson } from '../staff/programs.ts';
import type { SheetChange } from './compare-rows.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** What the rules say of the texts that would change. */
export interface ChangesChecked {
  readonly errors: readonly SheetProblem[];
  readonly warnings: readonly SheetProblem[];
}

/**
 * Checks the draft as it would be with the changes, and tells what is wrong with the changed texts: a fact that is missing,
 * another language, another script. What was wrong before and is not touched is for the page that publishes.
 */
export async function checkChanges(
  { line, texts, reasons }: Pick<DraftNow, 'line' | 'texts' | 'reasons'>,
  changes: readonly SheetChange[],
): Promise<ChangesChecked> {
  if (changes.length === 0) return { errors: [], warnings: [] };
  const byPlace = new Map(
    changes.map((change) => [placeName({ language: change.language, prompt: change.prompt }), change]),
  );
  const isChanged = ({ language, prompt }: DraftText) => byPlace.has(placeName({ language, prompt }));
  const fresh = changes.map(
    ({ language, prompt, sentences, basedOn, sourceSeen }): DraftText => ({
      language,
      prompt,
      revision: basedOn + 1,
      sentences,
      sourceFingerprint: sourceSeen,
      isReady: true,
      isReviewed: false,
      act: 'imported',
      reason: null,
      by: unknownPerson,
      at: 0,
    }),
  );
  const draft = toDraft(line.file, [...texts.filter((text) => !isChanged(text)), ...fresh], reasons);
  const found = (await checkDraftCalmly(draft, setImmediate)).flatMap((finding) => {
    const { place } = finding;
    const change = 'language' in place ? byPlace.get(placeName({ ...place, sentence: undefined })) : undefined;
    if (!change || finding.reason !== undefined) return [];
    const { sheet, row } = change;
    const { level, rule, ja, en } = finding;
    return [{ level, problem: { sheet, row, ja: `${ja}(${rule})`, en: `${en} (${rule})` } }];
  });
  const ofLevel = (level: 'error' | 'warning') =>
    found.filter((each) => each.level === level).map(({ problem }) => problem);
  return { errors: ofLevel('error'), warnings: ofLevel('warning') };
}
