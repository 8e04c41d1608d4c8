import { type Request, type Response, Router } from 'express';
import type { LanguageTag } from '../../call/line.ts';
import type { Status } from '../../frame/parts.ts';
import { show } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import { type Names, namesIn } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { textRefKey } from '../../office/drafts/draft-text.ts';
import { type LedgerRow, ledgerOf, type Marks } from '../../office/drafts/ledger.ts';
import { byCallPart, progressOf } from '../../office/drafts/ledger-groups.ts';
import { type TextState, textStates } from '../../office/drafts/text-state.ts';
import { unusedTexts } from '../../office/drafts/unused-texts.ts';
import { sentBackIn } from '../../office/editions/approval/candidates.ts';
import { glossaryLanguage } from '../../words/rules/glossary.ts';
import { sourceFirst } from '../../words/source-first.ts';
import { createAllLanguagesRouter } from '../all-languages/route.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createGlossaryRouter } from '../glossary/route.ts';
import type { Task, TaskKind } from '../tasks.ts';
import { pathOfPrompt, pathOfText } from '../text/open-text.ts';
import { createTextRouter } from '../text/route.ts';
import { partsOfText, plainText } from '../text/sentence.ts';
import { stateStatus } from '../text/state-status.ts';
import { createUnusedRouter } from '../unused/route.ts';
import { countStates, filterRows, type LedgerState, readFilter } from './filter.ts';
import { type LedgerPrompt, ledgerView } from './view.ts';

type LedgerParts = Pick<
  ConsoleParts,
  'rehearsal' | 'drafts' | 'approvals' | 'nativeReviews' | 'shelf' | 'narrator' | 'engine' | 'report' | 'dictionary'
>;

/**
 * `GET /console/texts`: every prompt that the line uses, in every language. The pages about single texts are below this
 * address.
 */
export function createLedgerPage(parts: LedgerParts): ConsolePage {
  const router = Router();
  router.get('/', (request, response) => showLedger(parts, request, response));
  router.use('/unused', createUnusedRouter(parts));
  router.use('/glossary', createGlossaryRouter(parts));
  router.use('/all', createAllLanguagesRouter(parts));
  router.use('/', createTextRouter(parts));
  return {
    path: '/texts',
    navKey: 'ledger.nav',
    group: 'words',
    aboutKey: 'ledger.about',
    act: 'read',
    styles: ['ledger', 'text', 'words', 'findings', 'all-languages'],
    scripts: ['editor'],
    router,
    tasks: async ({ t }) => {
      const situation = await parts.approvals.read();
      const { now, marks } = situation;
      const remarks = await parts.nativeReviews.openIn(situation, null);
      const [remark] = remarks;
      const { stale, missing, draft, 'sent-back': sentBack } = countStates(usedRows(now, marks));
      const href = (state: TextState) => `/console/texts?state=${state}`;
      const task = (kind: TaskKind, state: TextState, detail: string): Task => ({ kind, detail, href: href(state) });
      return [
        ...(sentBack > 0 ? [task('sent-back', 'sent-back', t('ledger.news-sent-back', { count: sentBack }))] : []),
        // The link goes to the first remark. When staff have settled this remark, the next one becomes the first.
        ...(remark
          ? [
              {
                kind: 'remarks' as const,
                detail: t('readers.news', { count: remarks.length }),
                href: `/console${pathOfText(remark.language, remark.prompt)}`,
              },
            ]
          : []),
        ...(stale + missing > 0
          ? [task('translate', stale > 0 ? 'stale' : 'missing', t('ledger.news', { stale, missing }))]
          : []),
        ...(draft > 0 ? [task('unfinished', 'draft', t('ledger.news-draft', { count: draft }))] : []),
      ];
    },
  };
}

/** The rows of the ledger without unused texts. Unused texts need no work and have their own page. */
const usedRows = (now: DraftNow, marks: Marks) => ledgerOf(now, marks).filter(({ isUsed }) => isUsed);

async function showLedger(
  { approvals, nativeReviews }: LedgerParts,
  request: Request,
  response: Response,
): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const situation = await approvals.read();
  const { now, marks } = situation;
  const line = now.line.file;
  const said = await nativeReviews.openIn(situation, null);
  const remarks = new Set(said.map(textRefKey));
  const filter = readFilter(request.query, line);
  const rows = usedRows(now, marks);
  const chosen = line.languages.filter(({ tag }) => filter.language === '' || tag === filter.language);
  const languages = sourceFirst(chosen, line.sourceLanguage, ({ tag }) => tag);
  const tags = languages.map(({ tag }) => tag);
  const counts = countStates(rows, tags);
  const progress = progressOf(rows, tags);
  const previewLanguage = filter.language || line.sourceLanguage;
  const names = namesIn(visit, now);
  const called = <Language extends { readonly tag: LanguageTag }>(each: Language) => ({
    ...each,
    called: names.language(each.tag),
  });
  const preview = previewIn(now, previewLanguage, names);
  const found = filterRows(rows, filter, tags, now, names);
  // Each status is made only once, because every cell of the ledger shows one.
  const statuses = new Map<LedgerState, Status>(textStates.map((state) => [state, stateStatus(t, state)]));
  statuses.set('unapproved', stateStatus(t, 'published', true));
  const describe = ({ prompt, states, unapproved }: LedgerRow): LedgerPrompt => ({
    prompt,
    name: names.prompt(prompt),
    href: `/console${pathOfPrompt(prompt)}`,
    preview: preview(prompt),
    cells: tags.map((tag) => {
      const state = states.get(tag);
      const status = state && statuses.get(unapproved.has(tag) ? 'unapproved' : state);
      if (!status) return null;
      const sentBack = state === 'sent-back' ? sentBackIn(situation, { language: tag, prompt }) : null;
      return {
        href: `/console${pathOfText(tag, prompt)}`,
        status,
        comment: sentBack?.comment ?? null,
        hasRemark: remarks.has(textRefKey({ language: tag, prompt })),
      };
    }),
  });
  show(response, ledgerView, {
    title: t('ledger.title'),
    filter,
    states: [...statuses].map(([state, status]) => ({ state, status, count: counts[state] })),
    everyLanguage: line.languages.map(called),
    languages: languages.map((each) => ({ ...called(each), progress: progress.get(each.tag) ?? { done: 0, all: 0 } })),
    previewLanguage,
    groups: [...byCallPart(found, line)].map(([part, own]) => ({ part, rows: own.map(describe) })),
    count: found.length,
    hasGlossary: line.sourceLanguage === glossaryLanguage,
    total: rows.length,
    unused: unusedTexts(now).length,
  });
}

/** Returns a function that gives the first sentence of a prompt, with values and names in place of its placeholders. */
const previewIn =
  (now: DraftNow, language: LanguageTag, names: Names) =>
  (prompt: string): string => {
    const [first = ''] = now.find(language, prompt)?.sentences ?? [];
    return plainText(partsOfText(now.draft, { language, prompt }, names)(first));
  };
