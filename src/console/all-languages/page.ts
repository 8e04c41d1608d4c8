import type { Response } from 'express';
import type { LanguageTag } from '../../call/line.ts';
import { directionOf } from '../../common/text-direction.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { show } from '../../frame/show.ts';
import { memberOf, type Visit, visitOf } from '../../frame/visit.ts';
import { type Names, namesIn } from '../../naming/names.ts';
import { compareTexts } from '../../office/drafts/compare-texts.ts';
import type { DraftText } from '../../office/drafts/draft-text.ts';
import { isUnapproved, ledgerOf, type Marks, stateOf } from '../../office/drafts/ledger.ts';
import { nextToWrite } from '../../office/drafts/ledger-groups.ts';
import type { TextProblem } from '../../office/drafts/save-texts.ts';
import { tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { usesPrompt } from '../../office/drafts/unused-texts.ts';
import { withTyped } from '../../office/drafts/with-typed.ts';
import { sentBackIn } from '../../office/editions/approval/candidates.ts';
import type { Remark } from '../../office/editions/native-review/native-review-records.ts';
import { may } from '../../office/staff/role.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { stretchesOf } from '../text/change.ts';
import { checkTyped } from '../text/check.ts';
import { describeConflict } from '../text/conflict.ts';
import { approvalsOf, type OpenText, pathOfPrompt } from '../text/open-text.ts';
import { type TextParts, tidiedIn } from '../text/page.ts';
import { placesOf } from '../text/places.ts';
import { describeRemark } from '../text/reader-remarks.ts';
import { hasReadings, type Readings } from '../text/readings.ts';
import { partsOfText, plainText } from '../text/sentence.ts';
import { readySound, type SoundOrWhy } from '../text/sound.ts';
import { stateStatus } from '../text/state-status.ts';
import type { TypedLanguage, TypedPrompt } from './form.ts';
import type { LanguageData } from './language-view.ts';
import { isTooLong, type OpenPrompt, promptIn } from './open-prompt.ts';
import { markTerms, termsOf } from './terms.ts';
import { allLanguagesView } from './view.ts';

/** What was typed but not saved. `problems` says why a language could not be saved. */
export interface Unsaved {
  readonly typed: TypedPrompt;
  readonly problems?: ReadonlyMap<LanguageTag, TextProblem>;
  /** The sound that was just made, and its language. */
  readonly sound?: { readonly language: LanguageTag; readonly sound: SoundOrWhy };
  /** The answer of the dictionary. If it proposed readings, they are already in the text field. */
  readonly readings?: Readings;
}

/** Answers with the page of a prompt in all languages. Shows the typed words if they were not saved. */
export async function showPrompt(
  parts: TextParts,
  response: Response,
  open: OpenPrompt,
  { status = 200, unsaved }: { readonly status?: number; readonly unsaved?: Unsaved } = {},
): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const { now, prompt, path } = open;
  const names = namesIn(visit, now);
  const situation = await parts.approvals.read(now);
  const { marks } = situation;
  const next = nextToWrite(ledgerOf(now, marks), now.line.file, prompt);
  const { sourceLanguage } = now.line.file;
  const history = await sourceHistory(parts, open, unsaved);
  const said = (await parts.nativeReviews.openIn(situation, null)).filter((remark) => remark.prompt === prompt);
  const typedNow = unsaved ? openTyped(open, unsaved.typed) : open;
  const describe = describer(parts, visit, { marks, situation, names, history, unsaved, said });
  const languages = typedNow.texts.map((text, index) => describe(text, open.texts[index] ?? text));
  const source = now.find(sourceLanguage, prompt)?.sentences[0] ?? '';
  const partsOf = partsOfText(now.draft, { language: sourceLanguage, prompt }, names);
  show(response, allLanguagesView, {
    status,
    title: t('all-languages.title', { prompt: names.prompt(prompt) }),
    prompt,
    trail: [{ path: '/texts', text: t('ledger.nav') }],
    address: `/console${path}`,
    lead: { tag: sourceLanguage, text: plainText(partsOf(source)) },
    mayEdit: may(memberOf(response).member.role, 'edit'),
    isTooLong: isTooLong(open),
    isUnused: !usesPrompt(now.line.file)(prompt),
    next: next === null ? null : `/console${pathOfPrompt(next)}`,
    tidied: tidiedIn(visit.address).map((what) => t(`text.tidied.${what}`)),
    sourceSeen: unsaved?.typed.sourceSeen ?? open.sourceNow,
    isUnsaved: unsaved !== undefined,
    isRefused: status === 409 || status === 422,
    reason: { value: unsaved?.typed.reason ?? '', error: reasonError(visit, unsaved) },
    languages,
    mayRead: hasReadings(sourceLanguage),
    readings: unsaved?.readings ?? null,
  });
}

/** The prompt with the typed words in place of the saved ones. */
export function openTyped({ now, prompt }: OpenPrompt, { languages }: TypedPrompt): OpenPrompt {
  const words = [...languages].map(([tag, { text }]) => [tag, tidySentences(text).sentences] as const);
  return promptIn(withTyped(now, prompt, new Map(words)), prompt);
}

/**
 * All revisions of the source text, newest first. They are needed only if a translation or the submitted form is based
 * on an earlier source text. Otherwise the result is empty.
 */
async function sourceHistory(
  { drafts }: TextParts,
  { now, prompt, texts }: OpenPrompt,
  unsaved: Unsaved | undefined,
): Promise<readonly DraftText[]> {
  const isOld = (made: string | null | undefined, current: string) =>
    made !== null && made !== undefined && made !== current;
  const needed = texts.some(
    ({ text, source, sourceNow }) =>
      source !== null && (isOld(text?.sourceFingerprint, sourceNow) || isOld(unsaved?.typed.sourceSeen, sourceNow)),
  );
  return needed ? drafts.history(now.line.file.sourceLanguage, prompt) : [];
}

function reasonError({ t }: Visit, unsaved: Unsaved | undefined): string | null {
  const isMissing = [...(unsaved?.problems?.values() ?? [])].some(({ kind }) => kind === 'no-reason');
  return unsaved?.typed.reasonError ?? (isMissing ? t('text.still.no-reason') : null);
}

interface Around {
  readonly names: Names;
  readonly marks: Marks;
  readonly situation: Parameters<typeof sentBackIn>[0];
  readonly history: readonly DraftText[];
  /** Remarks of native readers about the prompt. */
  readonly said: readonly Remark[];
  readonly unsaved: Unsaved | undefined;
}

/**
 * Returns a function that describes one language from its typed text and its saved text. The state is that of the saved
 * text.
 */
function describer(parts: TextParts, visit: Visit, { marks, situation, names, history, unsaved, said }: Around) {
  const { t, language: consoleLanguage } = visit;
  const signed = ({ by, at }: Pick<DraftText, 'by' | 'at'>) => ({
    who: formatPerson(visit, by),
    when: formatMoment(consoleLanguage, at),
  });
  return (open: OpenText, saved: OpenText): LanguageData => {
    const { language, prompt, source } = open;
    const { file } = saved.now.line;
    const { sourceLanguage } = file;
    const text = saved.text;
    const state = stateOf(saved.now, marks, language, prompt);
    const isHeardUnapproved = isUnapproved(state, marks(language, prompt));
    const typed = unsaved?.typed.languages.get(language);
    const form = typed ?? savedForm(text);
    const problem = unsaved?.problems?.get(language);
    const partsOf = partsOfText(saved.now.draft, { language, prompt }, names);
    const check = checkTyped(open, parts.engine, form.text, visit);
    const terms =
      source === null ? null : termsOf(source, tidySentences(form.text).sentences, { sourceLanguage, language });
    const madeFrom = text?.sourceFingerprint ?? null;
    const isStale = state === 'stale';
    const earlier = isStale && history.find(({ sentences }) => fingerprint(sentences) === madeFrom);
    const sourceParts = partsOfText(saved.now.draft, { language: sourceLanguage, prompt }, names);
    const sentBack = state === 'sent-back' ? sentBackIn(situation, { language, prompt }) : null;
    const isUnused = !usesPrompt(file)(prompt);
    return {
      tag: language,
      name: open.languageName,
      called: names.language(language),
      isSource: source === null,
      sourceLanguage,
      direction: directionOf(language),
      badge: isUnused ? { kind: 'plain', text: t('unused.title') } : stateStatus(t, state, isHeardUnapproved),
      isReviewed: text?.isReviewed ?? true,
      saved: text && signed(text),
      sentBack: sentBack && { ...signed(sentBack), comment: sentBack.comment },
      remarks: said
        .filter((remark) => remark.language === language)
        .map((remark) => describeRemark(visit, remark, text?.sentences ?? [], partsOf)),
      single: `/console${saved.path}`,
      approvals: !isUnused && (state === 'to-approve' || isHeardUnapproved) ? approvalsOf(language, prompt) : null,
      isStale,
      change: earlier
        ? stretchesOf(compareTexts(sourceLanguage, earlier.sentences, saved.source ?? []), sourceParts)
        : null,
      form,
      errors: [...(typed?.error ? [typed.error] : []), ...(problem?.kind === 'untidy' ? check.untidy : [])],
      conflict: problem?.kind === 'conflict' ? describeConflict(visit, problem.theirs, form.text, partsOf) : null,
      places: placesOf(open, names),
      check: terms ? markTerms(check, terms) : check,
      terms,
      sound: unsaved?.sound?.language === language ? unsaved.sound.sound : unsaved ? null : readySound(parts, saved),
    };
  };
}

/**
 * The saved text as a form. A text without words is marked as ready. Otherwise staff who write all languages together
 * would have to mark each language as ready.
 */
const savedForm = (text: DraftText | null): TypedLanguage => ({
  text: text?.sentences.join('\n') ?? '',
  isReady: text && text.sentences.length > 0 ? text.isReady : true,
  basedOn: text?.revision ?? 0,
  isStillRight: false,
  keep: '',
  over: 0,
  error: null,
});
