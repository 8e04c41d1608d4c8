import type { Response } from 'express';
import { explanationOf } from '../../common/explained-error.ts';
import { visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { Refused } from '../../office/editions/approval/choose.ts';
import { textsWithoutSound } from '../../speech/engine.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Sent } from './approve-page.ts';
import type { approvalsTexts } from './texts.ts';

/** Why no listening began, or why nothing was approved. */
type NotDone =
  | { readonly kind: 'refused'; readonly refused: readonly Refused[] }
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  | { readonly kind: Exclude<keyof typeof approvalsTexts.wrong, 'not-spoken' | 'too-short'> };

/** Maximum number of failures that are shown. If more sentences fail, the cause is probably not in their words. */
const mostFailures = 5;

/**
 * What the page shows if no listening began or nothing was approved: the reasons, folded details, and the status of the
 * answer.
 */
export async function whyNot(
  { approvals }: Pick<ConsoleParts, 'approvals'>,
  response: Response,
  result: NotDone,
): Promise<Required<Pick<Sent, 'status' | 'problems'>> & Pick<Sent, 'details'>> {
  const visit = visitOf(response);
  const { t, language } = visit;
  const readNames = async () => {
    const { now, live, draft } = await approvals.read();
    return namesIn(visit, now, [live.draft.line, draft.draft.line]);
  };
  switch (result.kind) {
    case 'refused': {
      const names = await readNames();
      return {
        status: 409,
        problems: [...Map.groupBy(result.refused, ({ why }) => why)].map(([why, texts]) =>
          t(`approvals.refused.${why}`, { prompts: texts.map(names.text).join(t('frame.comma')) }),
        ),
      };
    }
    case 'not-spoken': {
      const names = await readNames();
      const prompts = textsWithoutSound(result.failures).slice(0, mostFailures).map(names.text).join(t('frame.comma'));
      const which = prompts === '' ? [] : [t('approvals.without-sound', { prompts })];
      const sentences = [...new Set(result.failures.map((failure) => explanationOf(failure)[language]))];
      return {
        status: 503,
        problems: [t('approvals.wrong.not-spoken'), ...which],
        details: sentences.slice(0, mostFailures),
      };
    }
    default:
      return { status: 422, problems: [t(`approvals.wrong.${result.kind}`)] };
  }
}
