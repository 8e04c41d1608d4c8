import { compareTexts } from '../../office/drafts/compare-texts.ts';
import { type Candidate, type Situation, sentBackIn } from '../../office/editions/approval/candidates.ts';
import { keyOf } from '../../office/editions/speak-text.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import type { Visitor } from '../visitor.ts';
import { pathOfText } from './open-text.ts';
import { showChange } from './show-change.ts';
import { sentenceShower, valuesIn } from './show-sentence.ts';
import { showState } from './show-state.ts';

/** One text that waits, as `views/parts/approve-text.eta` shows it. */
export function showCandidate({ t, language: consoleLanguage }: Visitor, situation: Situation, candidate: Candidate) {
  const { now, draft, live } = situation;
  const { language, prompt, hash, origin, state, isLive } = candidate;
  const place = { language, prompt };
  const spoken = origin === 'draft' ? draft : live;
  const { line } = spoken.draft;
  const wordsIn = (of: typeof spoken) => of.draft.words.get(language)?.prompts[prompt] ?? [];
  const showIn = (of: typeof spoken) => sentenceShower(valuesIn(of.draft.line, language, keyOf(of.draft, place)));
  const [before, after] = [wordsIn(live), wordsIn(spoken)];
  const isSameWords = fingerprint(before) === fingerprint(after);
  const source = language === line.sourceLanguage ? null : spoken.draft.words.get(line.sourceLanguage)?.prompts[prompt];
  const sourceValues = valuesIn(
    line,
    line.sourceLanguage,
    keyOf(spoken.draft, { language: line.sourceLanguage, prompt }),
  );
  const sentBack = origin === 'draft' ? sentBackIn(situation, place) : null;
  return {
    prompt,
    // A draft may wait beside what callers hear of the same text.
    anchor: origin === 'draft' ? prompt : `live-${prompt}`,
    value: `${prompt} ${hash}`,
    id: `text-${hash.slice(0, 12)}`,
    href: `/console${pathOfText(language, prompt)}`,
    status: state === null || isLive ? showState(t, 'published', true) : showState(t, state),
    isOld: origin === 'live',
    isReviewed: now.find(language, prompt)?.isReviewed ?? true,
    sentBack: sentBack && {
      who: showPerson(t, sentBack.by),
      when: showMoment(consoleLanguage, sentBack.at),
      comment: sentBack.comment,
    },
    source: (source ?? []).map(sentenceShower(sourceValues)),
    sentences: after.map(showIn(spoken)),
    /** Null where the words are those that callers hear. */
    change: isSameWords ? null : showChange(compareTexts(language, before, after), showIn(spoken)),
    /** What callers hear now, where the same words sound otherwise. */
    soundedBefore: isSameWords && !isLive ? before.map(showIn(live)) : null,
  };
}
