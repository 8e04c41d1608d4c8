import { labels } from './labels.js';
import { LineTrouble, nextTurn, startCall } from './line.js';

/** @import { DialOutcome, Input, PhoneTurn } from './line.js' */
/** @import { Phase } from './screen.js' */

/**
 * One call after another on this telephone: asks the line, plays its sound, waits, and tells the line what happened.
 * @param {object} parts
 * @param {ReturnType<typeof import('./screen.js').createScreen>} parts.screen
 * @param {ReturnType<typeof import('./sound.js').createSound>} parts.sound
 * @param {ReturnType<typeof import('./countdown.js').createCountdown>} parts.countdown
 * @param {ReturnType<typeof import('./transcript.js').createTranscript>} parts.transcript
 * @param {ReturnType<typeof import('./marker.js').createMarker>} parts.marker
 * @param {ReturnType<typeof import('./dial-card.js').createDialCard>} parts.dialCard
 * @param {ReturnType<typeof import('./keypad.js').createKeypad>} parts.keypad
 * @param {() => void} parts.pauseClock
 * @param {() => string | undefined} parts.pretendAt
 */
export function createCall({ screen, sound, countdown, transcript, marker, dialCard, keypad, pauseClock, pretendAt }) {
  /** @type {Phase} */
  let phase = 'idle';
  /** @type {PhoneTurn | null} the turn being heard; null while the line is being asked */
  let turn = null;
  let asking = new AbortController();
  let retry = () => {};

  /** @param {Phase} next */
  function enter(next) {
    phase = next;
    screen.setPhase(next);
    keypad.setHeard(turn?.next.do === 'wait-for-key');
    keypad.setHidden(next === 'dialling');
  }

  /** Ends whatever is going on: sound, clock, card, notice and question. */
  function quieten() {
    asking.abort();
    sound.stop();
    marker.stop();
    countdown.stop();
    dialCard.hide();
    screen.hideNotice();
  }

  /** @param {(signal: AbortSignal) => Promise<PhoneTurn>} question asked again, just the same, when the caller retries */
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
      screen.showNotice((problem instanceof LineTrouble && problem.sentence) || labels.noNetwork, 'retry');
    }
  }

  /** @param {PhoneTurn} answer */
  function hear(answer) {
    turn = answer;
    screen.setLanguage(answer.language);
    screen.setDemonstration(answer.demonstrationVoice);
    void marker.follow(transcript.addTurn(answer.sentences), answer.audio);
    play(answer);
  }

  /** @param {PhoneTurn} answer */
  function play(answer) {
    enter('connecting');
    sound.play(answer.audio, (event) => {
      screen.hideNotice();
      if (event === 'playing') return enter('speaking');
      if (event === 'blocked') return screen.showNotice(labels.playBlocked, 'unblock');
      if (event === 'failed') {
        retry = () => {
          quieten();
          play(answer);
        };
        // The call can be followed by eye, so it goes on; but neither its clock nor its end may overtake the reader.
        pauseClock();
        if (answer.next.do === 'hang-up') enter('trouble');
        else goOn(answer);
        return screen.showNotice(labels.noSound, 'retry');
      }
      goOn(answer);
    });
  }

  /** What comes after the sound. @param {PhoneTurn} answer */
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
    screen.stopTimer();
    transcript.addDoing(labels.ended);
    enter('ended');
  }

  /** @param {Input} input */
  function tell(input) {
    if (turn === null) return;
    const heard = turn;
    const at = pretendAt();
    if (input.kind === 'key') transcript.addDoing(labels.pressed, input.key);
    if (input.kind === 'silence') transcript.addDoing(labels.silence);
    if (input.kind === 'dial-ended') transcript.addDoing(labels[input.outcome]);
    void ask((signal) => nextTurn(heard, input, at, signal));
  }

  screen.setPhase(phase);
  keypad.setHeard(false);

  return {
    start() {
      if (phase !== 'idle' && phase !== 'ended') return;
      const at = pretendAt();
      sound.prepare();
      transcript.clear();
      screen.setLanguage(null);
      screen.startTimer();
      void ask((signal) => startCall(at, signal));
    },
    /** As on a real line, keys are heard only where the line waits for one, even while it still speaks. @param {string} key */
    press(key) {
      if (turn?.next.do === 'wait-for-key') tell({ kind: 'key', key });
    },
    /** @param {DialOutcome} outcome */
    endDial(outcome) {
      screen.focus();
      if (phase === 'dialling') tell({ kind: 'dial-ended', outcome });
    },
    hangUp() {
      if (phase === 'idle' || phase === 'ended') return;
      quieten();
      finish();
    },
    retry: () => retry(),
  };
}
