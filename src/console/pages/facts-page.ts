import type { Response } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { show } from '../show.ts';
import { visitOf } from '../visit.ts';
import { type TypedFact, weekdays } from './facts-form.ts';
import { showUses } from './facts-uses.ts';
import { showValue } from './facts-value.ts';
import type { LineFormState } from './line-form.ts';

/** How the form of a fact is shown besides what is in it. */
export interface FactPage {
  /** Not kept yet. */
  readonly isNew: boolean;
  /** The row whose first field is to have the focus, because it was just added. */
  readonly newRow?: number | null;
}

/** Answers with the form of one fact. */
export function showFactForm(
  response: Response,
  now: DraftNow,
  typed: TypedFact,
  form: LineFormState,
  { isNew, newRow = null }: FactPage,
): void {
  const { t, language } = visitOf(response);
  const kept = !isNew && Object.hasOwn(now.line.file.facts, typed.name) ? now.line.file.facts[typed.name] : undefined;
  show(response, 'facts-one', {
    status: form.status,
    title: isNew ? t('facts.new-title', { type: t(`facts.types.${typed.type}`) }) : typed.name,
    trail: [{ path: '/facts', text: t('facts.nav') }],
    address: isNew ? '/console/facts/new' : `/console/facts/${typed.name}`,
    form,
    typed,
    isNew,
    newRow,
    weekdays,
    typeName: t(`facts.types.${typed.type}`),
    valueHelp: typed.type === 'hours' ? '' : t(`facts.help.${typed.type}`),
    kept: kept === undefined ? null : showValue(language, kept),
    uses: showUses(now, typed.name),
  });
}
