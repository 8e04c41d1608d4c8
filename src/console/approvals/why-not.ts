import type { Response } from 'express';
import { messageOf } from '../../common/errors.ts';
import { visitOf } from '../../frame/visit.ts';
import type { Refused } from '../../office/editions/approval/choose.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { namesIn } from '../names/names.ts';
import type { Sent } from './approve-page.ts';
import type { approvalsTexts } from './texts.ts';

/** Why nothing was listened to or approved. */
type NotDone =
  | { readonly kind: 'refused'; readonly refused: readonly Refused[] }
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  | { readonly kind: Exclude<keyof typeof approvalsTexts.wrong, 'not-spoken'> };

/** Maximum number of failures that are shown. If more sentences fail, the cause is not in their words. */
const mostFailures = 5;

/** What the page shows instead: why nothing was listened to or approved, and the status of the answer. */
export async function whyNot(
  { approvals }: Pick<ConsoleParts, 'approvals'>,
  response: Response,
  result: NotDone,
): Promise<Required<Pick<Sent, 'status' | 'problems'>>> {
  const visit = visitOf(response);
  const { t } = visit;
  switch (result.kind) {
    case 'refused': {
      const { now, live, draft } = await approvals.read();
      const names = namesIn(visit, now, [live.draft.line, draft.draft.line]);
      return {
        status: 409,
        problems: [...Map.groupBy(result.refused, ({ why }) => why)].map(([why, texts]) =>
          t(`approvals.refused.${why}`, { prompts: texts.map(names.text).join(t('disaster.comma')) }),
        ),
      };
    }
    case 'not-spoken': {
      const sentences = [...new Set(result.failures.map(messageOf))].slice(0, mostFailures);
      return { status: 503, problems: [t('approvals.wrong.not-spoken'), ...sentences] };
    }
    default:
      return { status: 422, problems: [t(`approvals.wrong.${result.kind}`)] };
  }
}
