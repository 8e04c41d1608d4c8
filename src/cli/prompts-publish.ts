import type { Bilingual } from '../common/bilingual.ts';
import { ExplainedError, explain, explanationOf } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { readConfig } from '../config.ts';
import { createContext } from '../office/context.ts';
import type { ClosedGate } from '../office/editions/gates/gate.ts';
import type { PublishForm } from '../office/editions/prepare-publication.ts';
import type { PublishResult } from '../office/editions/publish.ts';
import type { Publisher } from '../office/editions/publisher.ts';
import { refuseLostDatabase } from '../office/lost-database.ts';
import { openEngine } from '../office/open-engine.ts';
import { connectOffice } from '../office/open-office.ts';
import { createProgressBar } from '../office/progress-bar.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import { byName } from '../words/by-name.ts';
import { formatPlace } from '../words/place.ts';
import { passingOption, texts } from './publish-texts.ts';
import { MisuseError, readOptions } from './wrong-options.ts';

const options = {
  comment: { type: 'string' },
  document: { type: 'string', default: '' },
  reason: { type: 'string', default: '' },
  emergency: { type: 'string', default: '' },
  unread: { type: 'string', multiple: true },
} as const;

/**
 * Publishes the draft in the database. A running service follows within seconds.
 * @returns the exit code
 * @throws MisuseError for wrong arguments
 */
export async function publishPrompts(args: readonly string[], language: TerminalLanguage): Promise<number> {
  const { values } = readOptions({ args: [...args], options, strict: true });
  const { comment, document, reason, emergency, unread = [] } = values;
  if (!comment) throw new MisuseError(texts.noComment);
  if (!unread.every((each) => each.includes('='))) throw new MisuseError(texts.noReason);
  try {
    const config = readConfig(process.env);
    // The database and the engine are opened first, so that a problem with one of them is reported in one sentence.
    await refuseLostDatabase(config.dataFolder);
    await (await connectOffice(config, Date.now)).close();
    const engine = await openEngine(config);
    const context = await createContext({ ...config, logLevel: 'error' }, { engine });
    try {
      if (!context.publisher || !context.office) {
        console.error(texts.noDatabase[language]);
        return 1;
      }
      const [live] = await context.office.editions.publications(1);
      const form = {
        comment,
        documentNumber: document,
        warningsReason: reason,
        emergencyReason: emergency,
        unreadReasons: readUnread(unread),
        basedOn: live?.number ?? 0,
      };
      const result = await publishWithBar(context.publisher, form, language);
      for (const line of tell(result)) console.log(line[language]);
      return result.kind === 'published' || result.kind === 'nothing-new' ? 0 : 1;
    } finally {
      await context.close();
    }
  } catch (error) {
    console.error(explain(error, language));
    return 1;
  }
}

/** Publishes with a progress bar. @throws any error of the job; an ExplainedError if the job did not run to its end */
async function publishWithBar(
  publisher: Publisher,
  form: PublishForm,
  language: TerminalLanguage,
): Promise<PublishResult> {
  const bar = createProgressBar(process.stderr, () => performance.now(), language);
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
  if (job.state !== 'done') throw new ExplainedError(texts.notPublished);
  // This command schedules nothing, so the result is that of a publication.
  return job.result as PublishResult;
}

/** Reads reasons by language. Each reason is given in the form `ko=The reader comes next week.` */
const readUnread = (given: readonly string[]): Readonly<Record<string, string>> =>
  byName(given.map((each) => [each.split('=', 1)[0] ?? '', each.slice(each.indexOf('=') + 1)]));

function tell(result: PublishResult): Bilingual[] {
  switch (result.kind) {
    case 'published': {
      const { emergency } = result.publication;
      return [texts.isLive(result.edition.id), ...(emergency ? [texts.unapproved(emergency.texts.length)] : [])];
    }
    case 'nothing-new':
      return [texts.nothingNew];
    case 'stopped':
      return [...result.gates.map(tellGate), texts.notPublished];
    case 'not-spoken':
      return [...result.failures.map(explanationOf), texts.notSpoken];
    case 'overtaken':
      return [texts.overtaken];
    case 'not-allowed':
      return [texts.notAllowed];
  }
}

/** Says what a closed gate is about, what its hindrances are, what to do, and which option passes the gate. */
function tellGate({ gate: { title, advice, commandAdvice, passing }, hindrances }: ClosedGate): Bilingual {
  const write = (language: TerminalLanguage) =>
    [
      `${title[language]}:`,
      ...hindrances.map(
        ({ place, rule, [language]: text }) =>
          `  ${[place && formatPlace(place, language), rule, text].filter(Boolean).join(' ')}`,
      ),
      `  ${(commandAdvice ?? advice)[language]}${passingOption[passing][language]}`,
    ].join('\n');
  return { ja: write('ja'), en: write('en') };
}
