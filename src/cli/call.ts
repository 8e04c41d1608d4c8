import { createInterface } from 'node:readline';
import { advance } from '../call/advance.ts';
import type { Conditions, Input } from '../call/input.ts';
import type { State } from '../call/state.ts';
import type { Step } from '../call/step.ts';
import type { Bilingual } from '../common/bilingual.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { createEdition, type OfficeEdition } from '../office/editions/edition.ts';
import { readDraft } from '../words/draft.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { shownTexts } from '../words/shown-texts.ts';
import { asksForHelp, promptsFolder } from './arguments.ts';
import { readTyped } from './read-typed.ts';
import { runMain } from './run-command.ts';
import { type WrittenTurn, writeTurn } from './transcript.ts';
import { MisuseError, readOptions } from './wrong-options.ts';

/*
 * npm run call -- [--at 2026-11-24T10:00] [--transcript "title"]: calls the line in a terminal. With --transcript, the
 * whole call is printed at its end, as a test for tests/transcripts/, with the names of facts instead of their values.
 */

const usage: Bilingual = {
  en: `Use: npm run call -- [--at 2026-11-24T10:00] [--transcript "<title>"]
  Calls the line of the prompts folder in this terminal.
  --at          the date and time of the call, in the time zone of the line
  --transcript  prints the call at its end as a test for tests/transcripts/`,
  ja: `使い方: npm run call -- [--at 2026-11-24T10:00] [--transcript "<題名>"]
  文のフォルダーの案内に、この端末の中で電話をかけます。
  --at          電話をかける日時を決めます(電話案内の時間帯)
  --transcript  終わりに、電話の記録を tests/transcripts/ のテストの形で出力します`,
};

const texts = {
  keys: {
    ja: 'キー(0〜9 * #)を打ってEnterを押します。Enterだけを押すと無言です。転送の間は answered(出た)、busy(話し中)、no-answer(出ない)、failed(つながらない)のどれかを打ちます。Ctrl-Dで終わります。',
    en: 'Type a key (0–9 * #) and press Enter; Enter alone is silence. While dialling, type answered, busy, no-answer or failed. Ctrl-D ends.',
  },
  badTime: {
    ja: '--at は、2026-11-24T10:00 のような日時にしてください。',
    en: '--at must be a time such as 2026-11-24T10:00.',
  },
  waits: (seconds: number): Bilingual => ({
    ja: `   … キーを${seconds}秒待ちます`,
    en: `   … waits ${seconds} seconds for a key`,
  }),
  dials: (number: string, destination: string): Bilingual => ({
    ja: `   … ${number} に転送するところです(${destination})`,
    en: `   … would dial ${number} (${destination})`,
  }),
  hangsUp: { ja: '   … 電話を切ります', en: '   … hangs up' },
} as const;

function show(edition: OfficeEdition, steps: readonly Step[], terminal: TerminalLanguage): void {
  for (const step of steps) {
    if (step.do === 'say') {
      for (const { language, segments } of edition.script(step.sayings).sentences) {
        console.log(`${language.padEnd(8)}${shownTexts(language, segments).join('')}`);
      }
    } else if (step.do === 'wait-for-key') console.log(texts.waits(step.seconds)[terminal]);
    else if (step.do === 'dial') console.log(texts.dials(step.number, step.destination)[terminal]);
    else console.log(texts.hangsUp[terminal]);
  }
}

/** Converts the value of `--at` to an instant. @throws MisuseError for a text that is not a date and time */
function instantAt(at: string, timeZone: string): Temporal.Instant {
  try {
    return Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).toInstant();
  } catch (cause) {
    throw new MisuseError(texts.badTime, { cause });
  }
}

async function call(terminal: TerminalLanguage): Promise<void> {
  const { values } = readOptions({ options: { at: { type: 'string' }, transcript: { type: 'string' } } });
  const edition = createEdition(readDraft(await readPromptFiles(promptsFolder())), {
    id: 'espeak',
    fingerprint: 'terminal',
  });
  const now = values.at ? instantAt(values.at, edition.line.timeZone) : Temporal.Now.instant();
  const conditions: Conditions = { now: now.toString(), dialsUntried: true, mayTransfer: true, disaster: null };
  const turns: WrittenTurn[] = [];
  let state: State | null = null;
  const take = (input: Input): Step | undefined => {
    const turn = advance(edition, conditions, state, input);
    state = turn.state;
    turns.push(writeTurn(edition, input, turn));
    if (values.transcript === undefined) show(edition, turn.steps, terminal);
    return turn.steps.at(-1);
  };

  if (values.transcript === undefined) console.log(texts.keys[terminal]);
  let last = take({ kind: 'call-started' });
  for await (const typed of createInterface({ input: process.stdin })) {
    const input = readTyped(typed, last?.do === 'dial');
    if (input) last = take(input);
    else console.error(texts.keys[terminal]);
    if (last?.do === 'hang-up') break;
  }
  if (values.transcript !== undefined) {
    console.log(JSON.stringify({ title: values.transcript, at: conditions.now, turns }, null, 2));
  }
}

await runMain(
  async (terminal) => {
    if (asksForHelp()) console.log(usage[terminal]);
    else await call(terminal);
    return 0;
  },
  { help: usage },
);
