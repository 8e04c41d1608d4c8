import { type Request, type Response, Router } from 'express';
import type { LanguageTag } from '../../call/line.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { ledgerOf, type Marks } from '../../office/drafts/ledger.ts';
import { textStates } from '../../office/drafts/text-state.ts';
import { unusedTexts } from '../../office/drafts/unused-texts.ts';
import { sentBackIn } from '../../office/editions/approval/candidates.ts';
import { keyOf } from '../../office/editions/speak-text.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show } from '../frame/show.ts';
import { type ConsolePage, visitOf } from '../frame/visit.ts';
import { namesIn } from '../names/names.ts';
import { pathOfText } from '../text/open-text.ts';
import { createTextRouter } from '../text/route.ts';
import { partsWith, plainText, valuesIn } from '../text/sentence.ts';
import { stateStatus } from '../text/state-status.ts';
import { createUnusedRouter } from '../unused/route.ts';
import { countStates, filterRows, readFilter } from './filter.ts';
import { ledgerView } from './view.ts';

type LedgerParts = Pick<
  ConsoleParts,
  'rehearsal' | 'drafts' | 'approvals' | 'shelf' | 'narrator' | 'engine' | 'report'
>;

/** `GET /console/texts`: every prompt in every language; below it the page of each text. */
export function createLedgerPage(parts: LedgerParts): ConsolePage {
  const router = Router();
  router.get('/', (request, response) => showLedger(parts, request, response));
  router.use('/unused', createUnusedRouter(parts));
  router.use('/', createTextRouter(parts));
  return {
    path: '/texts',
    navKey: 'ledger.nav',
    aboutKey: 'ledger.about',
    act: 'read',
    router,
    news: async ({ t }) => {
      const { now, marks } = await parts.approvals.read();
      const { stale, missing } = countStates(usedRows(now, marks));
      return stale + missing === 0 ? null : t('ledger.news', { stale, missing });
    },
  };
}

/** Unused texts need no work, so they are left out; they have their own page. */
const usedRows = (now: DraftNow, marks: Marks) => ledgerOf(now, marks).filter(({ isUsed }) => isUsed);

async function showLedger({ approvals }: LedgerParts, request: Request, response: Response): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const situation = await approvals.read();
  const { now, marks } = situation;
  const line = now.line.file;
  const filter = readFilter(request.query, line);
  const rows = usedRows(now, marks);
  const languages = line.languages.filter(({ tag }) => filter.language === '' || tag === filter.language);
  const tags = languages.map(({ tag }) => tag);
  const counts = countStates(rows, tags);
  const previewLanguage = filter.language || line.sourceLanguage;
  const preview = previewIn(now, previewLanguage);
  const names = namesIn(visit, now);
  // Made once for each state: a ledger has thousands of cells.
  const statuses = new Map(textStates.map((state) => [state, stateStatus(t, state)]));
  const unapprovedStatus = stateStatus(t, 'published', true);
  show(response, ledgerView, {
    title: t('ledger.title'),
    filter,
    states: [...statuses].map(([state, status]) => ({ state, status, count: counts[state] })),
    everyLanguage: line.languages,
    languages,
    previewLanguage,
    rows: filterRows(rows, filter, tags, now, names).map(({ prompt, states, unapproved }) => ({
      prompt,
      name: names.prompt(prompt),
      preview: preview(prompt),
      cells: tags.map((tag) => {
        const state = states.get(tag);
        const status = state && (unapproved.has(tag) ? unapprovedStatus : statuses.get(state));
        if (!status) return null;
        const sentBack = state === 'sent-back' ? sentBackIn(situation, { language: tag, prompt }) : null;
        return {
          href: `/console${pathOfText(tag, prompt)}`,
          status,
          comment: sentBack?.comment ?? null,
        };
      }),
    })),
    total: rows.length,
    unused: unusedTexts(now).length,
  });
}

/** Shows the first sentence of a prompt. A menu item says the key that it has in that language. */
function previewIn(now: DraftNow, language: LanguageTag): (prompt: string) => string {
  const values = valuesIn(now.line.file, language, null);
  const partsOf = partsWith(values);
  return (prompt) => {
    const [first = ''] = now.find(language, prompt)?.sentences ?? [];
    const key = first.includes('{{key}}') ? keyOf(now.draft, { language, prompt }) : null;
    return plainText((key === null ? partsOf : partsWith(new Map(values).set('key', key)))(first));
  };
}
