import { type Request, type Response, Router } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { ledgerOf, type Marks } from '../../office/drafts/ledger.ts';
import { textStates } from '../../office/drafts/text-state.ts';
import { unusedTexts } from '../../office/drafts/unused-texts.ts';
import { sentBackIn } from '../../office/editions/approval/candidates.ts';
import { keyOf } from '../../office/editions/speak-text.ts';
import { byName } from '../../words/by-name.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show } from '../show.ts';
import { visitOf } from '../visit.ts';
import { countStates, filterRows, readFilter } from './ledger-filter.ts';
import { plainText, sentenceShower, valuesIn } from './show-sentence.ts';
import { showState } from './show-state.ts';
import { createTextRouter } from './text.ts';
import { createUnusedRouter } from './unused.ts';

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

/** Texts that nothing uses have a page of their own: nobody has to work on them. */
const usedRows = (now: DraftNow, marks: Marks) => ledgerOf(now, marks).filter(({ isUsed }) => isUsed);

async function showLedger({ approvals }: LedgerParts, request: Request, response: Response): Promise<void> {
  const { t } = visitOf(response);
  const situation = await approvals.read();
  const { now, marks } = situation;
  const line = now.line.file;
  const filter = readFilter(request.query, line);
  const rows = usedRows(now, marks);
  const languages = line.languages.filter(({ tag }) => filter.language === '' || tag === filter.language);
  const tags = languages.map(({ tag }) => tag);
  const found = filterRows(rows, filter, tags, now);
  const preview = filter.language || line.sourceLanguage;
  const values = valuesIn(line, preview, null);
  const showSentence = sentenceShower(values);
  /** Menu items say the key that they have in the language of the preview. */
  const showFirst = (prompt: string): string => {
    const [first = ''] = now.find(preview, prompt)?.sentences ?? [];
    const key = first.includes('{{key}}') ? keyOf(now.draft, { language: preview, prompt }) : null;
    return plainText((key === null ? showSentence : sentenceShower(new Map(values).set('key', key)))(first));
  };
  const counts = countStates(rows, tags);
  const states = byName(textStates.map((state) => [state, showState(t, state)]));
  show(response, 'ledger', {
    title: t('ledger.title'),
    filter,
    preview,
    states,
    shown: { ...states, unapproved: showState(t, 'published', true) },
    languages,
    everyLanguage: line.languages,
    counts: textStates.map((state) => ({ state, count: counts[state] })),
    total: rows.length,
    unused: unusedTexts(now).length,
    rows: found.map(({ prompt, states: cells, unapproved }) => ({
      prompt,
      preview: showFirst(prompt),
      cells: tags.map((tag) => ({
        state: unapproved.has(tag) ? 'unapproved' : cells.get(tag),
        comment: cells.get(tag) === 'sent-back' ? sentBackIn(situation, { language: tag, prompt })?.comment : null,
      })),
    })),
  });
}
