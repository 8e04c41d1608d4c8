import { ownTexts } from '../frame/texts.ts';
import { findingsTexts, namesTexts, valuesTexts } from '../naming/texts.ts';
import { accountTexts } from './account/texts.ts';
import { accountsTexts } from './accounts/texts.ts';
import { allLanguagesTexts } from './all-languages/texts.ts';
import { approvalsTexts } from './approvals/texts.ts';
import { actsTexts } from './audit/acts-texts.ts';
import { auditTexts } from './audit/texts.ts';
import { changeSheetTexts } from './change-sheet/texts.ts';
import { crawlTexts } from './crawl/texts.ts';
import { datesTexts } from './destinations/dates-texts.ts';
import { destinationsTexts } from './destinations/texts.ts';
import { disasterApprovalTexts } from './disaster/approve-texts.ts';
import { drillTexts } from './disaster/drill-texts.ts';
import { disasterTexts } from './disaster/texts.ts';
import { disasterCardTexts } from './disaster-card/texts.ts';
import { editionsTexts } from './editions/texts.ts';
import { factsTexts } from './facts/texts.ts';
import { glossaryTexts } from './glossary/texts.ts';
import { languagesTexts } from './languages/texts.ts';
import { leafletsTexts } from './leaflets/texts.ts';
import { ledgerTexts } from './ledger/texts.ts';
import { lineTexts } from './line/texts.ts';
import { overviewTexts } from './overview/texts.ts';
import { scheduleTexts } from './publish/schedule-texts.ts';
import { publishTexts } from './publish/texts.ts';
import { readersTexts } from './readers/texts.ts';
import { rehearsalTexts } from './rehearsal/texts.ts';
import { sheetsTexts } from './sheets/texts.ts';
import { soundsTexts } from './sounds/texts.ts';
import { statusTexts } from './status/texts.ts';
import { textTexts } from './text/texts.ts';
import { topicsTexts } from './topics/texts.ts';
import { unusedTexts } from './unused/texts.ts';

/** Every text of the console. The names in this object are the first parts of the keys of the texts. */
export const texts = {
  ...ownTexts,
  account: accountTexts,
  accounts: accountsTexts,
  acts: actsTexts,
  audit: auditTexts,
  'all-languages': allLanguagesTexts,
  approvals: approvalsTexts,
  editions: editionsTexts,
  publish: publishTexts,
  schedule: scheduleTexts,
  values: valuesTexts,
  'change-sheet': changeSheetTexts,
  crawl: crawlTexts,
  dates: datesTexts,
  destinations: destinationsTexts,
  disaster: disasterTexts,
  'disaster-approval': disasterApprovalTexts,
  'disaster-card': disasterCardTexts,
  drill: drillTexts,
  facts: factsTexts,
  glossary: glossaryTexts,
  languages: languagesTexts,
  leaflets: leafletsTexts,
  line: lineTexts,
  topics: topicsTexts,
  findings: findingsTexts,
  ledger: ledgerTexts,
  names: namesTexts,
  overview: overviewTexts,
  readers: readersTexts,
  rehearsal: rehearsalTexts,
  sheets: sheetsTexts,
  sounds: soundsTexts,
  status: statusTexts,
  text: textTexts,
  unused: unusedTexts,
} as const;

/** Adds the keys of these texts to the types of the frame, which does not import this file. */
declare module '../frame/translate.ts' {
  interface KnownTexts extends Readonly<typeof texts> {}
}
