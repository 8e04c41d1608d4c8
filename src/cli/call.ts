import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { advance } from '../call/advance.ts';
import type { Conditions, Input } from '../call/input.ts';
import type { State } from '../call/state.ts';
import type { Step } from '../call/step.ts';
import { createEdition, type Edition } from '../office/editions/edition.ts';
import { readDraft } from '../words/draft.ts';
import { formatFactValue } from '../words/format-fact-value.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { asksForHelp, promptsFolder } from './arguments.ts';
import { readTyped } from './read-typed.ts';
import { runMain } from './run-command.ts';
import { type WrittenTurn, writeTurn } from './transcript.ts';

/*
 * npm run call [-- --at 2026-11-24T10:00] [-- --transcript "title"]: calls the line in a terminal. With --transcript, the call
 * is printed at its end as a test for tests/transcripts/, with the names of facts instead of their values.
 */

const usage = `Use: npm run call [-- --at 2026-11-24T10:00] [--transcript "<title>"]
  Calls the line of the prompts folder in this terminal.
  --at          pretends a moment, in the time of the line
  --transcript  prints the call at its end as a test for tests/transcripts/`;

const help =
  'Type a key (0–9 * #), Enter for silence; while dialling: answered, busy, no-answer or failed. Ctrl-D ends.';

function show(edition: Edition, steps: readonly Step[]): void {
  for (const step of steps) {
    if (step.do === 'say') {
      for (const { language, segments } of edition.script(step.sayings).sentences) {
        const text = segments
          .map((part) => (part.kind === 'fact' ? formatFactValue(language, part.value) : part.text))
          .join('');
        console.log(`${language.padEnd(8)}${text}`);
      }
    } else if (step.do === 'wait-for-key') console.log(`   … waits ${step.seconds} seconds for a key`);
    else if (step.do === 'dial') console.log(`   … would dial ${step.number} (${step.destination})`);
    else console.log('   … hangs up');
  }
}

async function call(): Promise<void> {
  const { values } = parseArgs({ options: { at: { type: 'string' }, transcript: { type: 'string' } } });
  const edition = createEdition(readDraft(await readPromptFiles(promptsFolder())), {
    id: 'espeak',
    fingerprint: 'terminal',
  });
  const now = values.at
    ? Temporal.PlainDateTime.from(values.at).toZonedDateTime(edition.line.timeZone).toInstant()
    : Temporal.Now.instant();
  const conditions: Conditions = { now: now.toString(), dialsUntried: true, mayTransfer: true, disaster: null };
  const turns: WrittenTurn[] = [];
  let state: State | null = null;
  const take = (input: Input): Step | undefined => {
    const turn = advance(edition, conditions, state, input);
    state = turn.state;
    turns.push(writeTurn(edition, input, turn));
    if (values.transcript === undefined) show(edition, turn.steps);
    return turn.steps.at(-1);
  };

  if (values.transcript === undefined) console.log(help);
  let last = take({ kind: 'call-started' });
  for await (const typed of createInterface({ input: process.stdin })) {
    const input = readTyped(typed, last?.do === 'dial');
    if (input) last = take(input);
    else console.error(help);
    if (last?.do === 'hang-up') break;
  }
  if (values.transcript !== undefined) {
    console.log(JSON.stringify({ title: values.transcript, at: conditions.now, turns }, null, 2));
  }
}

await runMain(async () => {
  if (asksForHelp()) console.log(usage);
  else await call();
  return 0;
});
