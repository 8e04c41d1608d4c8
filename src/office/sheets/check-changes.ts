import { checkDraftInSteps } from '../../words/check-draft.ts';
import { placeKey } from '../../words/place.ts';
import type { DraftNow } from '../drafts/draft-desk.ts';
import type { DraftText } from '../drafts/draft-text.ts';
import { toDraft } from '../drafts/to-draft.ts';
import { unknownPerson } from '../staff/programs.ts';
import type { SheetChange } from './compare-rows.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** The findings about the texts that would change. */
interface ChangesChecked {
  readonly errors: readonly SheetProblem[];
  readonly warnings: readonly SheetProblem[];
}

/**
 * Checks the draft as it would be after the changes. Returns what is wrong with the changed texts, such as a missing
 * fact, the wrong language or the wrong writing system. Warnings that are accepted with a reason are left out. Problems
 * in texts that are not changed are left out too; the publish page shows them.
 */
export async function checkChanges(
  { line, texts, reasons }: Pick<DraftNow, 'line' | 'texts' | 'reasons'>,
  changes: readonly SheetChange[],
): Promise<ChangesChecked> {
  if (changes.length === 0) return { errors: [], warnings: [] };
  const byKey = new Map(
    changes.map((change) => [placeKey({ language: change.language, prompt: change.prompt }), change]),
  );
  const isChanged = ({ language, prompt }: DraftText) => byKey.has(placeKey({ language, prompt }));
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
  const found = (await checkDraftInSteps(draft)).flatMap((finding) => {
    const { place } = finding;
    if ('file' in place) return [];
    const change = 'language' in place ? byKey.get(placeKey({ ...place, sentence: undefined })) : undefined;
    if (!change || finding.reason !== undefined) return [];
    const { sheet, row } = change;
    const { level, rule, ja, en } = finding;
    return [{ level, problem: { sheet, row, ja, en, finding: { rule, place } } }];
  });
  const ofLevel = (level: 'error' | 'warning') =>
    found.filter((each) => each.level === level).map(({ problem }) => problem);
  return { errors: ofLevel('error'), warnings: ofLevel('warning') };
}
