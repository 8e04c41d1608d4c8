import type { Response } from 'express';
import { directionOf } from '../../common/text-direction.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { show } from '../../frame/show.ts';
import type { Translate } from '../../frame/translate.ts';
import { memberOf, type Visitor, visitOf } from '../../frame/visit.ts';
import { type Names, namesIn } from '../../naming/names.ts';
import { compareTexts } from '../../office/drafts/compare-texts.ts';
import type { DraftText } from '../../office/drafts/draft-text.ts';
import { isUnapproved, ledgerOf, type Marks, stateOf } from '../../office/drafts/ledger.ts';
import type { Tidied } from '../../office/drafts/tidy-sentences.ts';
import { usesPrompt } from '../../office/drafts/unused-texts.ts';
import { sentBackIn } from '../../office/editions/approval/candidates.ts';
import { may } from '../../office/staff/role.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { stretchesOf } from './change.ts';
import { checkTyped } from './check.ts';
import { describeConflict } from './conflict.ts';
import type { TextFormState } from './form-view.ts';
import { approvalsOf, hasOrNeeds, type OpenText, pathOfPrompt, pathOfText } from './open-text.ts';
import { placesOf } from './places.ts';
import { describeProblem } from './problem-report.ts';
import { describeRemark } from './reader-remarks.ts';
import { hasReadings, type Readings } from './readings.ts';
import { partsOfText } from './sentence.ts';
import { readySound, type SoundOrWhy, soundFileOf } from './sound.ts';
import { stateStatus } from './state-status.ts';
import { type Neighbours, type TextData, textView } from './view.ts';

export type TextParts = Pick<
  ConsoleParts,
  'drafts' | 'approvals' | 'nativeReviews' | 'rehearsal' | 'shelf' | 'narrator' | 'engine' | 'dictionary' | 'report'
>;

/**
 * Typed words that were not saved. With them may come the version that another member of staff saved first, or the
 * requested sound or readings.
 */
export interface Typed extends TextFormState {
  /** The text that another member of staff saved first. */
  readonly theirs?: DraftText;
  readonly sound?: SoundOrWhy;
  /** The answer of the dictionary. If it proposed readings, they are already in the text. */
  readonly readings?: Readings;
}

/** Answers with the page of a text. If typed words were not saved, the page shows them. */
export async function showText(
  parts: TextParts,
  response: Response,
  open: OpenText,
  { status = 200, typed }: { readonly status?: number; readonly typed?: Typed } = {},
): Promise<void> {
  const visit = visitOf(response);
  const { t, language: consoleLanguage } = visit;
  const { now, language, languageName, prompt, text, source, sourceNow, path } = open;
  const names = namesIn(visit, now);
  const situation = await parts.approvals.read(now);
  const { marks } = situation;
  const state = stateOf(now, marks, language, prompt);
  const isHeardUnapproved = isUnapproved(state, marks(language, prompt));
  const isUnused = !usesPrompt(now.line.file)(prompt);
  const sentBack = state === 'sent-back' ? sentBackIn(situation, { language, prompt }) : null;
  const reported = await parts.rehearsal.records.problems.openAbout({ language, prompt });
  const form = typed ?? {
    text: text?.sentences.join('\n') ?? '',
    isReady: text?.isReady ?? false,
    basedOn: text?.revision ?? 0,
    sourceSeen: sourceNow,
  };
  const signed = ({ by, at }: Pick<DraftText, 'by' | 'at'>) => ({
    who: formatPerson(visit, by),
    when: formatMoment(consoleLanguage, at),
  });
  const partsOf = partsOfText(now.draft, { language, prompt }, names);
  show(response, textView, {
    status,
    title: t('text.title', { language: names.language(language), prompt: names.prompt(prompt) }),
    prompt,
    trail: [{ path: '/texts', text: t('ledger.nav') }],
    address: `/console${path}`,
    allLanguages: `/console${pathOfPrompt(prompt)}`,
    tag: language,
    direction: directionOf(language),
    languageName,
    mayEdit: may(memberOf(response).member.role, 'edit'),
    badge: isUnused ? { kind: 'plain', text: t('unused.title') } : stateStatus(t, state, isHeardUnapproved),
    isReviewed: text?.isReviewed ?? true,
    isStale: state === 'stale',
    isUnused,
    saved: text && { ...signed(text), what: howSaved(t, text) },
    sentBack: sentBack && { ...signed(sentBack), comment: sentBack.comment },
    approvals: !isUnused && (state === 'to-approve' || isHeardUnapproved) ? approvalsOf(language, prompt) : null,
    neighbours: neighboursOf(open, marks),
    tidied: tidiedIn(visit.address).map((what) => t(`text.tidied.${what}`)),
    problems: reported.map((report) => describeProblem(visit, names, report)),
    remarks: (await parts.nativeReviews.openAbout(situation, { language, prompt })).map((remark) =>
      describeRemark(visit, remark, text?.sentences ?? [], partsOf),
    ),
    soundFile: text && text.sentences.length > 0 ? soundFileOf(language, prompt) : null,
    source: await describeSource(parts, open, names, typed),
    others: source === null ? otherLanguages(open, names, marks, visit) : [],
    form,
    conflict: typed?.theirs ? describeConflict(visit, typed.theirs, typed.text, partsOf) : null,
    isUnsaved: Boolean(typed?.theirs || typed?.isUntidy || typed?.sound || typed?.readings),
    mayRead: source === null && hasReadings(language),
    readings: typed?.readings ?? null,
    places: placesOf(open, names),
    check: checkTyped(open, parts.engine, form.text, visit),
    sound: typed ? (typed.sound ?? null) : readySound(parts, open),
  });
}

/** How a revision came about, for people who see only who saved it; null for an edit, which needs no explanation. */
function howSaved(t: Translate, { act, reason }: Pick<DraftText, 'act' | 'reason'>): string | null {
  if (act === 'edited') return null;
  return act === 'reviewed' && reason !== null ? t('text.read-by', { reader: reason }) : t(`text.acts.${act}`);
}

/** The source text beside a translation, and how it has changed since the translation was made. */
async function describeSource(
  { drafts }: TextParts,
  { now, prompt, text, source, sourceNow }: OpenText,
  names: Names,
  typed: Typed | undefined,
): Promise<TextData['source']> {
  if (source === null) return null;
  const { sourceLanguage: tag, languages } = now.line.file;
  const partsOf = partsOfText(now.draft, { language: tag, prompt }, names);
  // If the source text changed while the translation was being typed, the differences start at the source text that the
  // page showed. Otherwise they start at the source text of the saved translation, because the typed translation must
  // take all changes since then into account.
  const hasMoved = typed !== undefined && typed.sourceSeen !== sourceNow;
  const madeFrom = hasMoved ? typed.sourceSeen : (text?.sourceFingerprint ?? null);
  const isChanged = madeFrom !== null && madeFrom !== sourceNow;
  const history = isChanged ? await drafts.history(tag, prompt) : [];
  const earlier = history.find(({ sentences }) => fingerprint(sentences) === madeFrom);
  return {
    tag,
    name: languages.find((each) => each.tag === tag)?.name ?? tag,
    sentences: source.map(partsOf),
    isChanged,
    hasMoved,
    change: earlier ? stretchesOf(compareTexts(tag, earlier.sentences, source), partsOf) : null,
  };
}

/** The translations of a source text, with the state of each. */
const otherLanguages = (
  { now, language, prompt }: OpenText,
  names: Names,
  marks: Marks,
  { t }: Visitor,
): TextData['others'] =>
  now.line.file.languages
    .filter(({ tag }) => tag !== language && hasOrNeeds(now, tag, prompt))
    .map(({ tag, name }) => {
      const state = stateOf(now, marks, tag, prompt);
      const status = stateStatus(t, state, isUnapproved(state, marks(tag, prompt)));
      return { tag, name, called: names.language(tag), href: `/console${pathOfText(tag, prompt)}`, status };
    });

/**
 * The texts before and after a text in the ledger. Unused texts are skipped. So are texts that the language neither has
 * nor needs.
 */
function neighboursOf({ now, language, prompt }: OpenText, marks: Marks): Neighbours {
  const column = ledgerOf(now, marks).flatMap((row) => {
    const state = row.states.get(language) ?? null;
    const isOnTheWay = row.isUsed && state !== null;
    return !isOnTheWay && row.prompt !== prompt ? [] : [{ prompt: row.prompt, state }];
  });
  const here = column.findIndex((each) => each.prompt === prompt);
  const address = (found: { readonly prompt: string } | undefined) =>
    found ? `/console${pathOfText(language, found.prompt)}` : null;
  const after = column.slice(here + 1);
  const before = column.slice(0, Math.max(0, here));
  return {
    previous: address(before.at(-1)),
    next: address(after[0]),
    nextStale: address([...after, ...before].find(({ state }) => state === 'stale')),
  };
}

const corrections = [
  'full-width-digits',
  'full-width-letters',
  'half-width-kana',
  'spaces',
  'composed',
] as const satisfies readonly Tidied[];

/** The corrections that were made when the text was saved, read from the address of the page. */
export function tidiedIn(address: string): Tidied[] {
  const said = URL.parse(address, 'http://console.invalid')?.searchParams.get('tidied') ?? '';
  return corrections.filter((kind) => said.split(',').includes(kind));
}
