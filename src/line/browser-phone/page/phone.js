import { createCall } from './call.js';
import { createCommands } from './commands.js';
import { createCopyLink } from './copy-link.js';
import { createCountdown } from './countdown.js';
import { createDialCard } from './dial-card.js';
import { element } from './element.js';
import { createKeypad } from './keypad.js';
import { createLanguageLinks, servedLanguage } from './language-links.js';
import { loadLine } from './line.js';
import { createLineInfo } from './line-info.js';
import { createMarker } from './marker.js';
import { createPretendTime } from './pretend-time.js';
import { createScreen } from './screen.js';
import { createSecondsPanel } from './seconds-panel.js';
import { createSound } from './sound.js';
import { createTranscript } from './transcript.js';

const screen = createScreen();
const sound = createSound(element('line-sound', HTMLAudioElement));
const countdown = createCountdown(screen.setCountdown);
const pretendTime = createPretendTime();
const copyLink = createCopyLink(() => languages.chosen());
const callButton = element('call-button', HTMLButtonElement);
const pause = element('pause-clock', HTMLInputElement);
const telephone = element('telephone-quality', HTMLInputElement);

const lineInfo = createLineInfo();
const languages = createLanguageLinks((tag) => {
  copyLink.reset();
  lineInfo.speakIn(tag);
  if (!call.isGoingOn()) return callButton.focus({ preventScroll: true });
  // A choice during a call starts the call again: in the chosen language, or with the language menu.
  call.hangUp();
  call.start();
}, lineInfo.show);

const call = createCall({
  screen,
  sound,
  countdown,
  transcript: createTranscript(element('transcript', HTMLElement), (key) => call.press(key)),
  marker: createMarker(sound.position),
  dialCard: createDialCard((outcome) => call.endDial(outcome)),
  keypad: createKeypad((key) => call.press(key)),
  commands: createCommands((key) => call.press(key)),
  seconds: createSecondsPanel(),
  pauseClock() {
    pause.checked = true;
    followPause();
  },
  pretendAt: pretendTime.at,
  language: languages.chosen,
  followLanguage: (tag) => lineInfo.speakIn(tag ?? languages.chosen()),
});

function followPause() {
  countdown.pause(pause.checked);
}
function followTelephone() {
  try {
    sound.setTelephone(telephone.checked);
  } catch {
    // Without Web Audio, the sound is played unchanged, so the checkbox is cleared and disabled.
    telephone.checked = false;
    telephone.disabled = true;
  }
}

// A browser may restore the checkboxes as they were at an earlier visit, so their state is applied at the start too.
followPause();
followTelephone();
pause.addEventListener('change', followPause);
telephone.addEventListener('change', followTelephone);
callButton.addEventListener('click', () => call.start());
element('hang-up-button', HTMLButtonElement).addEventListener('click', () => call.hangUp());
element('retry-button', HTMLButtonElement).addEventListener('click', () => call.retry());
element('unblock-button', HTMLButtonElement).addEventListener('click', () => sound.unblock());

/** Milliseconds between two requests for the line's title, number and disaster notice while the page is visible. */
const refreshInterval = 60_000;

/** Shows what has changed since the page was opened, above all a disaster notice that was switched on or off. */
async function refresh() {
  if (document.visibilityState === 'hidden') return;
  try {
    lineInfo.show(await loadLine());
  } catch {
    // What the page shows stays until the line answers again.
  }
}
setInterval(refresh, refreshInterval);
document.addEventListener('visibilitychange', refresh);

for (const part of document.querySelectorAll('[data-script]')) part.removeAttribute('hidden');
lineInfo.speakIn(servedLanguage());
const opened = await languages.load();
if (opened !== null && !call.isGoingOn()) {
  lineInfo.speakIn(opened);
  // The page never starts a sound by itself: browsers block that, and users dislike it.
  callButton.focus({ preventScroll: true });
}
