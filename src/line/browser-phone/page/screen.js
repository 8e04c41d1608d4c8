import { element } from './element.js';
import { inLanguage, ownName } from './labels.js';
import { setWords, wordsOf } from './page-words.js';

/** @import { LabelName } from './page-words.js' */
/** @typedef {'idle' | 'connecting' | 'speaking' | 'waiting' | 'dialling' | 'ended' | 'trouble'} Phase */

/** The telephone's screen: the phase, language and duration of the call, the time left to press a key, and problems. */
export function createScreen() {
  const status = element('status-text', HTMLElement);
  const language = element('call-language', HTMLElement);
  const timer = element('timer', HTMLElement);
  const countdown = element('countdown', HTMLElement);
  const bar = element('countdown-bar', HTMLProgressElement);
  const notice = element('notice', HTMLElement);
  const retry = element('retry-button', HTMLButtonElement);
  const unblock = element('unblock-button', HTMLButtonElement);
  let ticker = 0;

  return {
    /** @param {Phase} phase */
    setPhase(phase) {
      document.body.dataset.phase = phase;
      setWords(status, phase);
      const calling = phase !== 'idle' && phase !== 'ended';
      element('call-button', HTMLElement).ariaDisabled = String(calling);
      element('hang-up-button', HTMLElement).ariaDisabled = String(!calling);
      setWords(element('call-label', HTMLElement), phase === 'ended' ? 'callAgain' : 'call');
    },
    /** @param {string | null} tag */
    setLanguage(tag) {
      language.replaceChildren(...(tag === null ? [] : [ownName(tag)]));
    },
    /** @param {boolean} isDemonstration */
    setDemonstration(isDemonstration) {
      element('demonstration-voice', HTMLElement).hidden = !isDemonstration;
    },
    startTimer() {
      const start = performance.now();
      const show = () => {
        const seconds = Math.floor((performance.now() - start) / 1000);
        timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      };
      clearInterval(ticker);
      show();
      ticker = setInterval(show, 500);
    },
    stopTimer() {
      clearInterval(ticker);
    },
    /**
     * @param {number} left seconds that are left to press a key
     * @param {number} total seconds in all; 0 if the countdown is not running
     */
    setCountdown(left, total) {
      const seconds = Math.ceil(left);
      countdown.replaceChildren(...(total > 0 ? wordsOf('left', { seconds: String(seconds) }) : []));
      bar.value = total > 0 ? left / total : 0;
    },
    /**
     * Shows a problem, and a button to continue.
     * @param {LabelName | { explanation: string }} words
     * @param {'retry' | 'unblock'} way
     */
    showNotice(words, way) {
      const text = element('notice-text', HTMLElement);
      if (typeof words === 'string') setWords(text, words);
      else {
        delete text.dataset.words;
        // The language of the line's own explanation is unknown.
        text.replaceChildren(inLanguage('', words.explanation));
      }
      retry.hidden = way !== 'retry';
      unblock.hidden = way !== 'unblock';
      notice.hidden = false;
    },
    /** Hides the problem and its button. If the button had the focus, the focus moves to the telephone's screen. */
    hideNotice() {
      if (notice.contains(document.activeElement)) this.focus();
      notice.hidden = true;
    },
    focus() {
      element('screen', HTMLElement).focus({ preventScroll: true });
    },
    /**
     * Scrolls to the top, where the telephone is during a call. The caller may have scrolled down to the call button.
     */
    bringIntoSight() {
      scrollTo({ top: 0, behavior: 'instant' });
    },
  };
}
