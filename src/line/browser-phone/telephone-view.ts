import { type Html, html } from '../../common/html.ts';
import { targets } from './page/seconds.js';
import type { PhoneWords } from './phone-words.ts';

/** The keys 1 to 9 with their letters, as on every telephone. */
const keys = [
  ['1', '\u00a0'],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
] as const;

const key = (digit: string, letters: string): Html =>
  html`<button type="button" class="key" data-key="${digit}" data-testid="key-${digit}">${digit}<small aria-hidden="true">${letters}</small></button>
`;

/**
 * The telephone, and beside it the words of the call. Hidden until the script runs, because the keys need the script.
 */
export const telephoneView = ({ say, plain }: PhoneWords): Html => html`<div class="front" data-script hidden>
<div class="phone">
<section class="screen" id="screen" tabindex="-1" aria-labelledby="screen-title">
<div class="line">
<h2 id="screen-title" data-words="screenTitle">${say('screenTitle', '音声案内', 'Voice guidance')}</h2>
<p class="timer" id="timer" role="timer" data-label="callTime" aria-label="${plain('callTime', '通話時間', 'Call time')}">0:00</p>
</div>
<p class="status" data-testid="status" role="status">
<span class="signal" aria-hidden="true"><i></i><i></i><i></i></span>
<span id="status-text"></span>
<span class="language" id="call-language"></span>
</p>
<div class="clock">
<p class="countdown" id="countdown" role="timer" data-label="timeLeft" aria-label="${plain('timeLeft', '入力待ちの残り時間', 'Time left to press a key')}"></p>
<label class="check"><input type="checkbox" id="pause-clock"><span data-words="pauseClock">${say('pauseClock', '時計を止める', 'Pause the clock')}</span></label>
<progress id="countdown-bar" max="1" value="0" aria-hidden="true"></progress>
</div>
<p class="demonstration" data-testid="demonstration-voice" id="demonstration-voice" hidden>
<strong data-words="demonstration">${say('demonstration', 'デモ音声', 'Demonstration voice')}</strong>
</p>
<div class="notice" id="notice" role="alert" hidden>
<p id="notice-text"></p>
<button type="button" class="plain" data-testid="retry-button" id="retry-button" hidden><span data-words="retry"></span></button>
<button type="button" class="primary" data-testid="unblock-button" id="unblock-button" hidden><span data-words="unblock"></span></button>
</div>
</section>
<div class="actions">
<button type="button" class="call" data-testid="call-button" id="call-button">
<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="#handset" transform="rotate(-135 12 12)"></use></svg>
<span id="call-label"></span>
</button>
<button type="button" class="hang-up" data-testid="hang-up-button" id="hang-up-button">
<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="#handset"></use></svg>
<span data-words="hangUp"></span>
</button>
</div>
<fieldset class="commands" id="commands">
<legend class="unseen" data-words="often">${say('often', 'よく使う操作', 'Often used')}</legend>
<button type="button" class="command" data-command="9" data-testid="command-again"><kbd aria-hidden="true">9</kbd><span data-words="again"></span></button>
<button type="button" class="command" data-command="8" data-testid="command-slower" id="slower" aria-pressed="false"><kbd aria-hidden="true">8</kbd><span data-words="slower"></span></button>
<button type="button" class="command" data-command="7" data-testid="command-back"><kbd aria-hidden="true">7</kbd><span data-words="back"></span></button>
<button type="button" class="command" data-command="0" data-testid="command-person"><kbd aria-hidden="true">0</kbd><span id="person-label" data-words="personUnknown"></span></button>
</fieldset>
<fieldset class="keypad" id="keypad">
<legend class="unseen" data-words="keypad">${say('keypad', 'キーパッド', 'Keypad')}</legend>
${keys.map(([digit, letters]) => key(digit, letters))}<button type="button" class="key sign star" data-key="*" data-testid="key-star" aria-label="* 米印 star"><span>*</span></button>
${key('0', '+')}<button type="button" class="key sign" data-key="#" data-testid="key-hash" aria-label="# シャープ hash"><span>#</span></button>
</fieldset>
${dialCard({ say })}
<audio id="line-sound" preload="auto"></audio>
</div>
<section class="words" aria-labelledby="words-title">
<h2 id="words-title" data-words="words">${say('words', '聞こえることば', 'What the line says')}</h2>
<div class="transcript" data-testid="transcript" id="transcript" role="log" aria-live="polite" aria-labelledby="words-title" tabindex="0">
<p class="empty" data-words="empty"></p>
</div>
</section>
</div>`;

/**
 * The card that is shown when the caller of a real call would be put through. It says whom to call instead and how to
 * go on. A folded part lets staff choose how the transfer ends.
 */
const dialCard = ({
  say,
}: Pick<
  PhoneWords,
  'say'
>): Html => html`<section class="dial-card" data-testid="dial-card" id="dial-card" aria-labelledby="dial-title" hidden>
<h2 id="dial-title" tabindex="-1" data-words="dialTitle">${say('dialTitle', '本番では、ここで人につながります', 'On a real call, you would now be connected to a person')}</h2>
<p data-words="dialAbout">${say('dialAbout', 'このページからは人につなげません。人と話したいときは、この番号に電話してください。', 'This page cannot put you through. To talk to a person, call this number.')}</p>
<p class="dial-whom"><span id="dial-name" data-testid="dial-name"></span> <strong id="dial-number" data-testid="dial-number"></strong></p>
<p><span id="dial-hours" data-testid="dial-hours"></span><span id="dial-charged" data-testid="dial-charged"></span></p>
<button type="button" class="primary" data-outcome="failed" data-testid="dial-go-on"><span data-words="dialGoOn">${say('dialGoOn', '案内を続ける', 'Go on with the guidance')}</span></button>
<details class="outcomes" lang="ja">
<summary data-testid="outcomes">試す結果（職員・技術者の方へ） <span lang="en">How does it end? (For staff)</span></summary>
<p id="dial-language-row">ことば <span lang="en">Language</span>: <span id="dial-language"></span></p>
<div class="choices">
<button type="button" class="plain" data-outcome="answered" data-testid="outcome-answered">応答 <span lang="en">Answered</span></button>
<button type="button" class="plain" data-outcome="busy" data-testid="outcome-busy">話し中 <span lang="en">Busy</span></button>
<button type="button" class="plain" data-outcome="no-answer" data-testid="outcome-no-answer">出ない <span lang="en">No answer</span></button>
<button type="button" class="plain" data-outcome="failed" data-testid="outcome-failed">つながらない <span lang="en">Failed</span></button>
</div>
</details>
</section>`;

const targetView = (seconds: number): Html =>
  html`目標 ${String(seconds)} 秒以内 <span lang="en">Target ≤ ${String(seconds)} s</span>`;

/**
 * Settings for listeners, and a folded part for staff. Hidden until the script runs.
 * @param timeZone the line's time zone, in which staff enter simulated times
 */
export const settingsView = ({ say }: PhoneWords, timeZone: string): Html => html`<div class="below" data-script hidden>
<section class="settings" aria-labelledby="settings-title">
<h2 id="settings-title" data-words="listening">${say('listening', '聞き方', 'Listening')}</h2>
<label class="check"><input type="checkbox" id="telephone-quality" data-testid="telephone-quality"><span data-words="telephoneQuality">${say('telephoneQuality', '電話の音質', 'Telephone quality')}</span></label>
<label class="check"><input type="checkbox" id="use-keyboard" checked><span data-words="useKeyboard">${say('useKeyboard', 'キーボードの数字・*・# を使う', 'Use the keyboard’s digits, * and #')}</span></label>
<p class="calm" data-words="callsNobody">${say('callsNobody', 'このページからは、だれにも電話しません。お金もかかりません。', 'This page calls nobody, and it costs nothing.')}</p>
</section>
<details class="staff" data-testid="staff" lang="ja">
<summary>職員・技術者の方へ <span lang="en">For staff</span></summary>
<section class="seconds" aria-labelledby="seconds-title">
<h2 id="seconds-title">聞こえるまでの秒数 <span lang="en">Seconds until heard</span></h2>
<dl>
<div><dt>このことば <span lang="en">Own language</span></dt><dd id="own-seconds" data-testid="own-seconds"></dd><dd class="target">${targetView(targets.ownLanguage)}</dd></div>
<div><dt>説明 <span lang="en">Information</span></dt><dd id="information-seconds" data-testid="information-seconds"></dd><dd class="target">${targetView(targets.information)}</dd></div>
</dl>
</section>
<section class="pretend" aria-labelledby="pretend-title">
<h2 id="pretend-title">試す日時 <span lang="en">Pretend time</span></h2>
<div class="times">
<fieldset class="quick">
<legend class="unseen">すぐ選べる日時 <span lang="en">Quick choices</span></legend>
<div class="chips" id="quick-times" data-time-zone="${timeZone}"></div>
</fieldset>
<label class="field"><span>ほかの日時（現地） <span lang="en">Another time (local to the line)</span></span><input type="datetime-local" data-testid="pretend-at" id="pretend-at"></label>
</div>
</section>
</details>
</div>`;
