import { advance } from '../../src/call/advance.ts';
import type { State } from '../../src/call/state.ts';
import type { Saying, Step } from '../../src/call/step.ts';
import type { WalkedTurn } from '../../src/call/walk.ts';
import { bundledEdition } from '../support/bundled.ts';
import { moments } from '../support/moments.ts';

/** The edition that is walked: the bundled one. */
export const edition = bundledEdition();

export const sayingsOf = (steps: readonly Step[]): readonly Saying[] =>
  steps.flatMap((step) => (step.do === 'say' ? step.sayings : []));
/** The chosen language of a state, null before the choice. */
export const languageOf = (state: State): string | null => (state.screen === 'choose-language' ? null : state.language);
export const describeTurn = ({ from, input, conditions }: WalkedTurn) => JSON.stringify({ from, input, conditions });

/** A rule that holds for every turn of every call. */
interface Rule {
  readonly title: string;
  readonly isBroken: (walked: WalkedTurn) => boolean;
}

const isOfNotice = (prompt: string) => /^disaster(-safety|-time|-more|\.|-place\.|-action\.)/.test(prompt);
/**
 * Whether a saying is in a language that the caller should not hear.
 * @param spoken the chosen language; null before the choice
 */
const isForeign = ({ prompt, language }: Saying, spoken: string | null) => {
  if (prompt === 'language-item') return false;
  // A warning that is not approved in the caller's language is said in the announcers' languages.
  if (isOfNotice(prompt) && edition.line.announcers.includes(language)) return false;
  return spoken === null ? !edition.line.announcers.includes(language) : language !== spoken;
};
export const tags = edition.line.languages.map(({ tag }) => tag);
const closed: readonly string[] = [moments.night, moments.holiday, moments.newYearsEve];
const promptsOf = (steps: readonly Step[]) => sayingsOf(steps).map(({ prompt }) => prompt);
const topicParts = new Set(edition.line.topics.flatMap(({ parts }) => parts));
const isOfTopics = (prompt: string) => topicParts.has(prompt);
const isOfDestination = (prompt: string) => /^destination\..*\.(?:number|hours)$/.test(prompt);
const tellsNumber = (prompts: readonly string[]) => prompts.some((prompt) => /^destination\..*\.number$/.test(prompt));

export const rules: readonly Rule[] = [
  {
    title: 'says something, and then waits, dials or hangs up',
    isBroken: ({ turn: { steps } }) => {
      const [first, last] = steps;
      return steps.length !== 2 || first?.do !== 'say' || first.sayings.length === 0 || last?.do === 'say';
    },
  },
  {
    title: 'ends a call exactly when it hangs up',
    isBroken: ({ turn }) => (turn.state.screen === 'ended') !== (turn.steps.at(-1)?.do === 'hang-up'),
  },
  {
    title: 'speaks only the chosen language; before the choice, only the announcers’ languages, except for menu items',
    isBroken: ({ turn }) => sayingsOf(turn.steps).some((saying) => isForeign(saying, languageOf(turn.state))),
  },
  {
    title: 'keeps the language that was chosen until another is chosen',
    isBroken: ({ from, input, turn }) => {
      if (from === null)
        return languageOf(turn.state) !== (input.kind === 'call-started' ? (input.language ?? null) : null);
      if (languageOf(turn.state) === null) return languageOf(from) !== null && turn.state.screen !== 'choose-language';
      const key = input.kind === 'key' ? input.key : '';
      const chosen = edition.line.languages.find((language) => language.key === key)?.tag ?? null;
      return languageOf(turn.state) !== (languageOf(from) ?? chosen);
    },
  },
  {
    title: 'offers every language, each with its own words, whenever it opens the language menu',
    isBroken: ({ turn }) => {
      if (turn.state.screen !== 'choose-language') return false;
      const items = sayingsOf(turn.steps).filter(({ prompt }) => prompt === 'language-item');
      return items.map(({ language }) => language).join() !== tags.join();
    },
  },
  {
    title: 'says what can be pressed whenever it waits for a key',
    isBroken: ({ turn }) =>
      turn.steps.at(-1)?.do === 'wait-for-key' && !sayingsOf(turn.steps).some(({ key }) => key !== undefined),
  },
  {
    title: 'speaks at the speed the caller chose',
    isBroken: ({ turn }) => turn.steps.some((step) => step.do === 'say' && step.slow !== turn.state.call.slow),
  },
  {
    title: 'after 0 dials, or says why not and which number to call; in a disaster says only the emergency numbers',
    isBroken: ({ from, input, conditions: { disaster }, turn }) => {
      if (from === null || from.screen === 'ended' || from.screen === 'transfer') return false;
      // A notice that the call has not heard yet takes precedence.
      if (disaster !== null && from.call.heard !== disaster.id) return false;
      if (input.kind !== 'key' || input.key !== '0') return false;
      const said = promptsOf(turn.steps);
      const dials = turn.steps.at(-1)?.do === 'dial' && said.some((prompt) => prompt.endsWith('.transfer'));
      if (disaster !== null) {
        const next = said.slice(said.lastIndexOf('reason-disaster') + 1);
        return !said.includes('reason-disaster') || next[0] !== 'emergency' || tellsNumber(said);
      }
      return !dials && !(said.some((prompt) => prompt.startsWith('reason-')) && tellsNumber(said));
    },
  },
  {
    title:
      'never ends a call without the emergency numbers and, outside a disaster, the number to call, unless a person was reached',
    isBroken: ({ from, input, conditions: { disaster }, turn }) => {
      if (turn.state.screen !== 'ended' || from?.screen === 'ended') return false;
      if (input.kind === 'dial-ended' && input.outcome === 'answered') return false;
      const said = promptsOf(turn.steps);
      const wasTold = from?.screen === 'number' && from.ends;
      if (disaster !== null) return tellsNumber(said) || !said.includes('emergency');
      // Before a language is chosen, saying both in several languages would take a minute.
      const isLong = input.kind === 'limit-reached' && languageOf(turn.state) === null;
      return (
        !(wasTold && input.kind !== 'limit-reached') !== tellsNumber(said) || (!isLong && !said.includes('emergency'))
      );
    },
  },
  {
    title: 'says what 0 does: connect to a person, or say a number; while a notice is active, never mentions 0',
    isBroken: ({ conditions, turn }) => {
      const offered = sayingsOf(turn.steps).filter(({ key }) => key === '0');
      if (offered.length === 0 || conditions.disaster !== null) return offered.length > 0;
      const { steps } = advance(edition, conditions, turn.state, { kind: 'key', key: '0' });
      const wanted = steps.at(-1)?.do === 'dial' ? 'person' : 'number-to-call';
      return offered.some(({ prompt }) => prompt !== wanted);
    },
  },
  {
    title: 'says no number of a destination in a disaster',
    isBroken: ({ conditions: { disaster }, turn }) => disaster !== null && promptsOf(turn.steps).some(isOfDestination),
  },
  {
    title: 'begins every topic with a sentence about its age once the review date has passed, and never before',
    isBroken: ({ conditions: { now }, turn: { state, steps } }) => {
      const said = promptsOf(steps);
      const isTopic = state.screen === 'explanation' && state.part === 0 && said.some(isOfTopics);
      return (said[0] === 'topic-outdated') !== (isTopic && now !== moments.inTime);
    },
  },
  {
    title: 'says after every number how old it is once the review date has passed, and never before',
    isBroken: ({ conditions: { now }, turn }) => {
      const said = promptsOf(turn.steps);
      const isOld = now !== moments.inTime;
      const follows = said.flatMap((prompt, index) =>
        prompt.endsWith('.number') && !isOfTopics(prompt) ? [said[index + 1]] : [],
      );
      const right = follows.every((next) => (next === 'number-outdated') === isOld);
      return !right || said.filter((prompt) => prompt === 'number-outdated').length !== (isOld ? follows.length : 0);
    },
  },
  {
    title: 'marks the first words after connecting, so that a longer silence precedes them, and no others',
    isBroken: ({ from, turn: { steps } }) =>
      steps.some(
        (step) =>
          step.do === 'say' && (step.afterConnecting ?? false) !== (from === null || from.screen === 'transfer'),
      ),
  },
  {
    title: 'begins calls to the number of a language with what to do in danger, if the notice is approved in it',
    isBroken: ({ from, input, conditions: { disaster }, turn }) => {
      const language = from === null && input.kind === 'call-started' ? input.language : undefined;
      if (!disaster || language === undefined || !disaster.languages.includes(language)) return false;
      const [first] = sayingsOf(turn.steps);
      return first?.prompt !== 'disaster-safety' || first.language !== language;
    },
  },
  {
    title: 'dials only in opening hours, and in production only numbers that staff have tried',
    isBroken: ({ conditions, turn }) => {
      const dial = turn.steps.at(-1);
      if (dial?.do !== 'dial') return false;
      const isClosed = dial.destination === 'call-centre' && closed.includes(conditions.now);
      return isClosed || !conditions.dialsUntried || !conditions.mayTransfer || conditions.disaster !== null;
    },
  },
  {
    title:
      'says an active notice that the call has not heard yet, before anything else, and only in languages in which it is approved',
    isBroken: ({ from, input, conditions: { disaster }, turn }) => {
      if (disaster === null || from?.screen === 'ended' || input.kind === 'limit-reached') return false;
      if (input.kind === 'dial-ended' && input.outcome === 'answered') return false;
      const said = sayingsOf(turn.steps);
      // What to do when in danger needs no approval.
      const notice = said.filter(({ prompt }) => isOfNotice(prompt) && prompt !== 'disaster-safety');
      if (notice.some(({ language }) => !disaster.languages.includes(language))) return true;
      if (from !== null && from.call.heard === disaster.id) return false;
      const wants = languageOf(turn.state) === null || notice.length === 0 ? 'disaster-safety' : 'disaster.earthquake';
      const first = said.findIndex(({ prompt }) => prompt === wants);
      const isFirst = first >= 0 && said.slice(0, first).every(({ prompt }) => isOfNotice(prompt));
      return !isFirst || turn.state.call.heard !== disaster.id;
    },
  },
  {
    title: 'says no text of a notice twice in one turn',
    isBroken: ({ turn }) => {
      const warnings = sayingsOf(turn.steps).filter(({ prompt }) => isOfNotice(prompt));
      return new Set(warnings.map(({ prompt, language }) => `${language} ${prompt}`)).size < warnings.length;
    },
  },
  {
    title: 'says nothing about disasters while no notice is active',
    isBroken: ({ from, conditions: { disaster }, turn }) =>
      disaster === null &&
      from?.screen !== 'disaster' &&
      from?.screen !== 'number' &&
      sayingsOf(turn.steps).some(({ prompt }) => prompt.includes('disaster')),
  },
];
