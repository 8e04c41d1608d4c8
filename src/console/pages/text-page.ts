import type { Response } from 'express';
import { compareTexts } from '../../office/drafts/compare-texts.ts';
import type { DraftText } from '../../office/drafts/draft-text.ts';
import { isUnapproved, stateOf } from '../../office/drafts/ledger.ts';
import { usesPrompt } from '../../office/drafts/unused-texts.ts';
import { sentBackIn } from '../../office/editions/approval/candidates.ts';
import { may } from '../../office/staff/role.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { scriptOf } from '../../words/rules/language-of.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show } from '../show.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import { memberOf, visitOf } from '../visit.ts';
import { approvalsOf, type OpenText, pathOfText } from './open-text.ts';
import { showChange } from './show-change.ts';
import { showProblem } from './show-problem.ts';
import { type ShowSentence, sentenceShower, valuesIn } from './show-sentence.ts';
import { showState } from './show-state.ts';
import { checkTyped } from './text-check.ts';
import { neighboursOf } from './text-neighbours.ts';
import { placesOf } from './text-places.ts';
import { readySound, type Sound } from './text-sound.ts';
import { tidiedIn } from './tidied-in.ts';

export type TextParts = Pick<
  ConsoleParts,
  'drafts' | 'approvals' | 'rehearsal' | 'shelf' | 'narrator' | 'engine' | 'report'
>;

/** What somebody typed and what became of it, where it was not saved. */
export interface Typed {
  readonly text: string;
  readonly isReady: boolean;
  readonly basedOn: number;
  readonly sourceSeen: string;
  readonly theirs?: DraftText;
  /** The typed text could not be saved as it is. */
  readonly isUntidy?: boolean;
  /** Why a translation is still right. */
  readonly reason?: string;
  /** Why "still right" was not taken. */
  readonly reasonError?: string;
  readonly sound?: Sound;
}

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Answers with the page of a text, with what was typed when it was not saved. */
export async function showText(
  parts: TextParts,
  response: Response,
  open: OpenText,
  { status = 200, typed }: { readonly status?: number; readonly typed?: Typed } = {},
): Promise<void> {
  const visit = visitOf(response);
  const { t, language: consoleLanguage } = visit;
  const { now, language, languageName, prompt, text, source, sourceNow, path } = open;
  const { sourceLanguage, languages } = now.line.file;
  const sourceName = languages.find(({ tag }) => tag === sourceLanguage)?.name ?? sourceLanguage;
  const situation = await parts.approvals.read(now);
  const { marks } = situation;
  const state = stateOf(now, marks, language, prompt);
  const isUnused = !usesPrompt(now.line.file)(prompt);
  const sentBack = state === 'sent-back' ? sentBackIn(situation, { language, prompt }) : null;
  const showIn = (tag: string) => sentenceShower(valuesIn(now.line.file, tag, null));
  const form = typed ?? {
    text: text?.sentences.join('\n') ?? '',
    isReady: text?.isReady ?? false,
    basedOn: text?.revision ?? 0,
    sourceSeen: sourceNow,
  };
  const seen = typed && typed.sourceSeen !== sourceNow ? typed.sourceSeen : (text?.sourceFingerprint ?? null);
  const isChanged = source !== null && seen !== null && seen !== sourceNow;
  const earlier = isChanged ? await earlierSource(parts, open, seen) : null;
  const reported = await parts.rehearsal.records.problems.openAbout({ language, prompt });
  const others = languages.filter(({ tag }) => source === null && tag !== language);
  show(response, 'text', {
    status,
    title: t('text.title', { language: languageName, prompt }),
    trail: [{ path: '/texts', text: t('ledger.nav') }],
    address: `/console${path}`,
    tag: language,
    direction: rightToLeft.has(scriptOf(language) ?? '') ? 'rtl' : 'ltr',
    languageName,
    text,
    state,
    badge: isUnused
      ? { kind: 'plain', text: t('unused.title') }
      : showState(t, state, isUnapproved(state, marks(language, prompt))),
    sentBack: sentBack && {
      who: showPerson(t, sentBack.by),
      when: showMoment(consoleLanguage, sentBack.at),
      comment: sentBack.comment,
    },
    isUnused,
    waits:
      !isUnused && (state === 'to-approve' || isUnapproved(state, marks(language, prompt)))
        ? approvalsOf(language, prompt)
        : null,
    isReviewed: text?.isReviewed ?? true,
    saved: text && { who: showPerson(t, text.by), when: showMoment(consoleLanguage, text.at) },
    mayEdit: may(memberOf(response).member.role, 'edit'),
    neighbours: neighboursOf(open, marks),
    source: source && {
      tag: sourceLanguage,
      name: sourceName,
      sentences: source.map(showIn(sourceLanguage)),
      isChanged,
    },
    changed: source && earlier && showChange(compareTexts(sourceLanguage, earlier, source), showIn(sourceLanguage)),
    others: others.map(({ tag, name }) => {
      const other = stateOf(now, marks, tag, prompt);
      const shown = showState(t, other, isUnapproved(other, marks(tag, prompt)));
      return { tag, name, ...shown, href: `/console${pathOfText(tag, prompt)}` };
    }),
    problems: reported.map((report) => showProblem(visit, report)),
    form,
    lines: form.text.split('\n').filter((line) => line.trim() !== '').length,
    places: placesOf(open),
    check: checkTyped(open, parts.engine, form.text, visit),
    conflict: typed?.theirs && showConflict(response, typed.theirs, typed.text, showIn(language)),
    sound: typed?.sound ?? (typed ? null : readySound(parts, open)),
    tidied: tidiedIn(visit.address).map((what) => t(`text.tidied.${what}`)),
  });
}

/** The source text with that fingerprint; null when it is not kept. */
async function earlierSource(
  { drafts }: TextParts,
  { now, prompt }: OpenText,
  seen: string,
): Promise<readonly string[] | null> {
  const history = await drafts.history(now.line.file.sourceLanguage, prompt);
  return history.find(({ sentences }) => fingerprint(sentences) === seen)?.sentences ?? null;
}

function showConflict(response: Response, theirs: DraftText, mine: string, showSentence: ShowSentence): object {
  const { t, language } = visitOf(response);
  const typed = mine.split(/\r?\n/).filter((line) => line.trim() !== '');
  return {
    revision: theirs.revision,
    who: showPerson(t, theirs.by),
    when: showMoment(language, theirs.at),
    theirs: theirs.sentences.map(showSentence),
    mine: typed.map(showSentence),
    change: showChange(compareTexts(theirs.language, theirs.sentences, typed), showSentence),
  };
}
