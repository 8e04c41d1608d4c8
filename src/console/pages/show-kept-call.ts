import { decodePath } from '../../office/rehearsal/path-code.ts';
import type { ExpectedTurn, RehearsedCall } from '../../office/rehearsal/rehearsed-call.ts';
import type { CallFailure } from '../../office/rehearsal/run-rehearsed-calls.ts';
import { queryOf } from '../../office/rehearsal/settings.ts';
import { settingsOf } from '../../office/rehearsal/settings-of.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import type { Translate } from '../texts/texts.ts';
import type { Visitor } from '../visitor.ts';
import { showInput, showPlaceById } from './rehearsal-words.ts';

/** A call that is kept as a test, and where it goes another way now. */
export function showKeptCall(
  { t, language }: Pick<Visitor, 't' | 'language'>,
  call: RehearsedCall,
  failure: CallFailure | null,
) {
  const path = decodePath(call.path) ?? [];
  return {
    number: call.number,
    revision: call.revision,
    title: call.title,
    href: `/console/rehearsal?${queryOf(settingsOf(call.situation), path)}`,
    at: call.situation.at.replace('T', ' '),
    inputs: path.map((input) => showInput(t, input)),
    when: showMoment(language, call.at),
    who: showPerson(t, call.by),
    failure: failure && {
      text: t('rehearsal.calls.differs', { turn: failure.turn }),
      expected: showExpected(t, failure.expected),
      heard: showExpected(t, failure.heard),
    },
  };
}

function showExpected(t: Translate, turn: ExpectedTurn | null) {
  if (!turn) return { place: t('rehearsal.calls.nothing'), said: [], ending: '' };
  const [what = '', destination = ''] = turn.ending.split(' ');
  return {
    place: `${showPlaceById(t, turn.screen)}${turn.language === null ? '' : ` (${turn.language})`}`,
    said: turn.said,
    ending: t(`rehearsal.calls.ending-${what}`, { destination }),
  };
}
