import { type Response, Router } from 'express';
import { may } from '../../office/staff/role.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { createFactRouter } from './facts-one.ts';
import { showUses } from './facts-uses.ts';
import { showDay, showValue } from './facts-value.ts';
import { todayIn } from './line-today.ts';

type FactsParts = Pick<ConsoleParts, 'drafts' | 'clock'>;

/** Values that all languages share: `/console/facts`, with a form for each. */
export function createFactsPage(parts: FactsParts): ConsolePage {
  const router = Router();
  router.get('/', (_request, response) => showFacts(parts, response));
  router.use('/', createFactRouter(parts));
  return {
    path: '/facts',
    navKey: 'facts.nav',
    aboutKey: 'facts.about',
    act: 'read',
    router,
    news: async ({ t }) => {
      const { line } = await parts.drafts.read();
      const count = overdue(line.file, parts.clock()).length;
      return count === 0 ? null : t('facts.overdue', { count });
    },
  };
}

/** The names of the facts that somebody should have looked at again. */
function overdue({ facts, timeZone }: LineFile, now: number): string[] {
  const today = todayIn(timeZone, now);
  return Object.keys(facts).filter((name) => (facts[name]?.reviewBy ?? today) < today);
}

async function showFacts({ drafts, clock }: FactsParts, response: Response): Promise<void> {
  const { t, language } = visitOf(response);
  const now = await drafts.read();
  const late = overdue(now.line.file, clock());
  show(response, 'facts', {
    title: t('facts.title'),
    mayEdit: may(memberOf(response).member.role, 'edit'),
    late: late.length,
    facts: Object.entries(now.line.file.facts).map(([name, fact]) => ({
      name,
      type: t(`facts.types.${fact.type}`),
      value: showValue(language, fact),
      source: fact.source,
      checkedOn: showDay(language, fact.checkedOn),
      reviewBy: showDay(language, fact.reviewBy),
      isLate: late.includes(name),
      uses: showUses(now, name),
    })),
  });
}
