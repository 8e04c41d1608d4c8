import { parseArgs } from 'node:util';
import { messageOf } from '../common/errors.ts';
import { createEditionShelf } from '../edition/edition-shelf.ts';
import { openNarrator } from '../edition/narrator.ts';
import { openEngine } from '../office/context.ts';
import { createApprovalDesk } from '../office/editions/approval/approval-desk.ts';
import { createEdition, type Edition } from '../office/editions/edition.ts';
import type { ClosedGate } from '../office/editions/gates/gate.ts';
import { type PublishResult, publish } from '../office/editions/publish.ts';
import { createProgressBar } from '../office/progress-bar.ts';
import { checkCalls } from '../office/rehearsal/run-rehearsed-calls.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import { createFileAudioStore } from '../sound/file-audio-store.ts';
import { createSentenceStudio } from '../speech/sentence-studio.ts';
import { formatPlace } from '../words/place.ts';
import { crawlOnce } from './crawl-once.ts';
import { withOffice } from './with-office.ts';

const options = {
  comment: { type: 'string' },
  document: { type: 'string', default: '' },
  reason: { type: 'string', default: '' },
  emergency: { type: 'string', default: '' },
} as const;

/** Publishes the draft of the database; a running service follows within seconds. */
export async function publishPrompts(args: readonly string[]): Promise<number | null> {
  const read = readArguments(args);
  if (!read?.comment) return null;
  const { comment, document, reason, emergency } = read;
  return withOffice(async ({ drafts, editions, approvals: records, rehearsals }, config) => {
    const engine = await openEngine(config);
    try {
      const cache = createFileAudioStore(config.audioCacheFolder);
      const narrator = await openNarrator(cache, createSentenceStudio(engine, cache, editions.sounds));
      const [live] = await editions.publications(1);
      const shelf = createEditionShelf(createEdition((await drafts.read()).draft, engine));
      const speech = { shelf, engine, narrator, cache, clock: Date.now };
      const approvals = createApprovalDesk({ records, drafts, editions, ...speech });
      const crawl = (edition: Edition) => crawlOnce(config, engine, edition);
      const bar = createProgressBar(process.stderr, () => performance.now());
      const result = await publish(
        { desk: drafts, records: editions, approvals, checks: checkCalls(rehearsals.calls), crawl, ...speech },
        commandLine,
        { comment, documentNumber: document, warningsReason: reason, emergency, basedOn: live?.number ?? 0 },
        bar,
      );
      for (const line of tell(result)) console.log(line);
      return result.kind === 'published' || result.kind === 'nothing-new' ? 0 : 1;
    } finally {
      await engine.close();
    }
  });
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch {
    return null;
  }
}

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

/** What waits at a gate, what to do, and with which option it is passed. */
function tellGate({ gate: { title, advice, passing }, hindrances }: ClosedGate): string[] {
  const option = {
    never: '',
    'with-reason': ' (--reason)',
    'in-emergency': ' Or say with --emergency why they cannot wait.',
  };
  return [
    `${title.en}:`,
    ...hindrances.map(
      ({ place, rule, en }) => `  ${[place && formatPlace(place), rule, en].filter(Boolean).join(' ')}`,
    ),
    `  ${advice.en}${option[passing]}`,
  ];
}
