import { LineTrouble, nextTurn, startCall } from './line.js';
import { hasOwn } from './page-words.js';

/** @import { DialOutcome, Input, PhoneTurn } from './line.js' */
/** @import { Phase } from './screen.js' */

/**
 * Makes the calls of this telephone, one at a time. For each turn, it requests the turn, plays its sound, waits for
 * input, and sends the input to the line.
 * @param {object} parts
 * @param {ReturnType<typeof import('./screen.js').createScreen>} parts.screen
 * @param {ReturnType<typeof import('./sound.js').createSound>} parts.sound
 * @param {ReturnType<typeof import('./countdown.js').createCountdown>} parts.countdown
 * @param {ReturnType<typeof import('./transcript.js').createTranscript>} parts.transcript
 * @param {ReturnType<typeof import('./marker.js').createMarker>} parts.marker
 * @param {ReturnType<typeof import('./dial-card.js').createDialCard>} parts.dialCard
 * @param {ReturnType<typeof import('./keypad.js').createKeypad>} parts.keypad
 * @param {ReturnType<typeof import('./commands.js').createCommands>} parts.commands
 * @param {ReturnType<typeof import('./seconds-panel.js').createSecondsPanel>} parts.seconds
 * @param {() => void} parts.pauseClock pauses the countdown for pressing a key
 * @param {() => string | undefined} parts.pretendAt the simulated time; undefined for now
 * @param {() => string | null} parts.language the language in which a call starts; null for the language menu
 * @param {(tag: string | null) => void} parts.followLanguage called when a call starts and in every turn, with
 *   the caller's language; null while none is chosen
 */
export function createCall(parts) {
  const { screen, sound, countdown, transcript, marker, dialCard, keypad, commands, seconds } = parts;
  /** @type {Phase} */
  let phase = 'idle';
  /** @type {PhoneTurn | null} the current turn; null during a request, and while there is no call */
  let turn = null;
  /** @type {HTMLElement[]} the displayed sentences of the current turn */
  let spoken = [];
  let asking = new AbortController();
  let retry = () => {};

  /** @param {Phase} next */
  function enter(next) {
    phase = next;
    screen.setPhase(next);
    const waiting = turn?.next.do === 'wait-for-key' ? turn : null;
    keypad.setHeard(waiting !== null);
    commands.setHeard(waiting);
    keypad.setHidden(next === 'dialling');
    commands.setHidden(next === 'dialling');
  }

  /** Ends everything in progress: the request, the sound, the countdown, the card for a transfer and the message. */
  function quieten() {
    asking.abort();
    sound.stop();
    marker.stop();
    countdown.stop();
    dialCard.hide();
    screen.hideNotice();
  }

  /**
   * @param {(signal: AbortSignal) => Promise<PhoneTurn>} question requests a turn; called again if the caller retries
   */
  async function ask(question) {
    quieten();
    asking = new AbortController();
    const { signal } = asking;
    turn = null;
    enter('connecting');
    try {
      const answer = await question(signal);
      if (!signal.aborted) hear(answer);
    } catch (problem) {
      if (signal.aborted) return;
      retry = () => ask(question);
      enter('trouble');
      screen.showNotice(whatIsWrong(problem), 'retry');
    }
  }

  /** @param {PhoneTurn} answer */
  function hear(answer) {
    turn = answer;
    screen.setLanguage(answer.language);
    screen.setDemonstration(answer.demonstrationVoice);
    commands.setSlow(answer.slow);
    commands.setZero(answer.zero);
    seconds.setLanguage(answer.language);
    parts.followLanguage(answer.language);
    spoken = transcript.addTurn(answer.sentences);
    play(answer);
  }

  /** @param {PhoneTurn} answer */
  function play(answer) {
    enter('connecting');
    void marker.follow(spoken, answer.audio, (index, ago) => seconds.hear(answer, index, ago));
    sound.play(answer.audio, (event) => {
      screen.hideNotice();
      if (event === 'playing') return enter('speaking');
      if (event === 'blocked') return screen.showNotice('playBlocked', 'unblock');
      if (event === 'failed') {
        retry = () => {
          quieten();
          play(answer);
        };
        // The caller can still read the words, so the call continues. Because reading takes time, the countdown is
        // paused and the call does not end.
        parts.pauseClock();
        if (answer.next.do === 'hang-up') enter('trouble');
        else goOn(answer);
        return screen.showNotice('noSound', 'retry');
      }
      goOn(answer);
    });
  }

  /** Continues the call after the sound. @param {PhoneTurn} answer */
  function goOn(answer) {
    marker.stop();
    const { next } = answer;
    if (next.do === 'hang-up') return finish();
    if (next.do === 'dial') {
      enter('dialling');
      return dialCard.show(next);
    }
    enter('waiting');
    countdown.start(next.seconds, () => tell({ kind: 'silence' }));
  }

  function finish() {
    turn = null;
    commands.setSlow(false);
    commands.setZero(null);
    screen.stopTimer();
    transcript.addDoing('ended');
    enter('ended');
  }

  /** @param {Input} input */
  function tell(input) {
    if (turn === null) return;
    const heard = turn;
    const at = parts.pretendAt();
    if (input.kind === 'key') transcript.addDoing('pressed', input.key);
    if (input.kind === 'silence') transcript.addDoing('silence');
    if (input.kind === 'dial-ended') transcript.addDoing(input.outcome);
    void ask((signal) => nextTurn(heard, input, at, signal));
  }

  enter(phase);

  return {
    start() {
      if (phase !== 'idle' && phase !== 'ended') return;
      const at = parts.pretendAt();
      const language = parts.language() ?? undefined;
      sound.prepare();
      transcript.clear();
      screen.setLanguage(null);
      screen.startTimer();
      screen.bringIntoSight();
      seconds.begin();
      parts.followLanguage(null);
      void ask((signal) => startCall(at, language, signal));
    },
    /**
     * Presses a key. As in a real call, a key has an effect only in a turn that waits for one. In such a turn, it also
     * has an effect while the line is still speaking.
     * @param {string} key
     */
    press(key) {
      if (turn?.next.do === 'wait-for-key') tell({ kind: 'key', key });
    },
    /** @param {DialOutcome} outcome */
    endDial(outcome) {
      screen.focus();
      // On a small screen, the buttons of the card can be far below the words.
      screen.bringIntoSight();
      if (phase === 'dialling') tell({ kind: 'dial-ended', outcome });
    },
    hangUp() {
      if (phase === 'idle' || phase === 'ended') return;
      quieten();
      finish();
    },
    isGoingOn: () => phase !== 'idle' && phase !== 'ended',
    retry: () => retry(),
  };
}

/** @param {unknown} problem */
function whatIsWrong(problem) {
  if (!(problem instanceof LineTrouble) || problem.sentence === null) return 'noNetwork';
  // The line's own explanation is in English, and only sometimes also in Japanese.
  return problem.isTooMany && hasOwn('tooMany') ? 'tooMany' : { explanation: problem.sentence };
}
