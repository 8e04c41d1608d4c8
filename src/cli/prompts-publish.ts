import { parseArgs } from 'node:util';
import { messageOf } from '../common/errors.ts';
import { readConfig } from '../config.ts';
import { createContext } from '../office/context.ts';
import type { ClosedGate } from '../office/editions/gates/gate.ts';
import type { PublishForm } from '../office/editions/prepare-publication.ts';
import type { PublishResult } from '../office/editions/publish.ts';
import type { Publisher } from '../office/editions/publisher.ts';
import { openEngine } from '../office/open-engine.ts';
import { createProgressBar } from '../office/progress-bar.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import { lookup } from '../words/by-name.ts';
import { formatPlace } from '../words/place.ts';

const options = {
  comment: { type: 'string' },
  document: { type: 'string', default: '' },
  reason: { type: 'string', default: '' },
  emergency: { type: 'string', default: '' },
  unread: { type: 'string', multiple: true },
} as const;

/** Publishes the draft in the database; a running service follows within seconds. @returns the exit code; null for wrong usage */
export async function publishPrompts(args: readonly string[]): Promise<number | null> {
  const read = readArguments(args);
  if (!read?.comment) return null;
  const { comment, document, reason, emergency, unread = [] } = read;
  if (!unread.every((each) => each.includes('='))) return null;
  try {
    const config = readConfig(process.env);
    // The engine is opened first, so that a voice that cannot speak is reported in one sentence.
    const engine = await openEngine(config);
    const context = await createContext({ ...config, logLevel: 'error' }, { engine });
    try {
      if (!context.publisher || !context.office) return 1;
      const [live] = await context.office.editions.publications(1);
      const form = {
        comment,
        documentNumber: document,
        warningsReason: reason,
        emergencyReason: emergency,
        unreadReasons: readUnread(unread),
        basedOn: live?.number ?? 0,
      };
      const result = await publishWithBar(context.publisher, form);
      for (const line of tell(result)) console.log(line);
      return result.kind === 'published' || result.kind === 'nothing-new' ? 0 : 1;
    } finally {
      await context.close();
    }
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}

/** Publishes with a progress bar. @throws any error of the job */
async function publishWithBar(publisher: Publisher, form: PublishForm): Promise<PublishResult> {
  const bar = createProgressBar(process.stderr, () => performance.now());
  const showing = setInterval(() => {
    const { job } = publisher;
    if (job.state === 'running' && job.progress) bar(job.progress);
  }, 100);
  try {
    publisher.start(commandLine, form);
    await publisher.idle();
  } finally {
    clearInterval(showing);
  }
  const { job } = publisher;
  if (job.state === 'broken') throw job.error;
  if (job.state !== 'done') throw new Error('Nothing was published.');
  // This command schedules nothing, so the result is that of a publication.
  return job.result as PublishResult;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch {
    return null;
  }
}

/** Reads reasons by language, each given as in `ko=The reader comes next week.` */
const readUnread = (given: readonly string[]): Readonly<Record<string, string>> =>
  lookup(Object.fromEntries(given.map((each) => [each.split('=', 1)[0] ?? '', each.slice(each.indexOf('=') + 1)])));

function tell(result: PublishResult): string[] {
  switch (result.kind) {
    case 'published':
      return [
        `Edition ${result.edition.id} is live.`,
        ...(result.publication.emergency
          ? [
              `Nobody has approved ${result.publication.emergency.texts.length} of its texts; the console says so until somebody does.`,
            ]
          : []),
      ];
    case 'nothing-new':
      return ['Callers hear this already; nothing was published.'];
    case 'stopped':
      return [...result.gates.flatMap(tellGate), 'Nothing was published.'];
    case 'not-spoken':
      return [
        ...result.failures.map(messageOf),
        'Not every sentence could be spoken; try again. Nothing was published.',
      ];
    case 'overtaken':
      return ['Somebody else published at the same moment; look at what is live and try again.'];
    case 'not-allowed':
      return ['This account may not publish.'];
  }
}

/** What a closed gate is about, what to do about it, and which option passes it. */
function tellGate({ gate: { title, advice, passing, opens }, hindrances }: ClosedGate): string[] {
  const option = {
    never: '',
    'with-reason': ' (--reason)',
    'with-reason-each': ' (--unread <language>=<reason>, once for each)',
    'in-emergency': ' Or say with --emergency why they cannot wait.',
  };
  return [
    `${title.en}:`,
    ...hindrances.map(
      ({ place, rule, en }) => `  ${[place && formatPlace(place), rule, en].filter(Boolean).join(' ')}`,
    ),
    `  ${opens === 'language-check' ? '"npm run prompts -- crawl" says what.' : advice.en}${option[passing]}`,
  ];
}
