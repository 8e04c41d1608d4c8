import { createCall } from './call.js';
import { createCountdown } from './countdown.js';
import { createDialCard } from './dial-card.js';
import { element } from './element.js';
import { createKeypad } from './keypad.js';
import { createMarker } from './marker.js';
import { createPretendTime } from './pretend-time.js';
import { createScreen } from './screen.js';
import { createSound } from './sound.js';
import { createTranscript } from './transcript.js';

const screen = createScreen();
const sound = createSound(element('line-sound', HTMLAudioElement));
const countdown = createCountdown(screen.setCountdown);
const pretendTime = createPretendTime();
const pause = element('pause-clock', HTMLInputElement);
const followPause = () => countdown.pause(pause.checked);

const call = createCall({
  screen,
  sound,
  countdown,
  transcript: createTranscript(element('transcript', HTMLElement)),
  marker: createMarker(sound.position),
  dialCard: createDialCard((outcome) => call.endDial(outcome)),
  keypad: createKeypad((key) => call.press(key)),
  pauseClock() {
    pause.checked = true;
    followPause();
  },
  pretendAt: pretendTime.at,
});

// A browser may remember the box from an earlier visit.
followPause();
pause.addEventListener('change', followPause);
element('call-button', HTMLButtonElement).addEventListener('click', () => call.start());
element('hang-up-button', HTMLButtonElement).addEventListener('click', () => call.hangUp());
element('retry-button', HTMLButtonElement).addEventListener('click', () => call.retry());
element('unblock-button', HTMLButtonElement).addEventListener('click', () => sound.unblock());
