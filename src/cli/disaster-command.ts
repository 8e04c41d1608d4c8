import type { Bilingual } from '../common/bilingual.ts';
import { explanationOf } from '../common/explained-error.ts';
import type { DisasterDesk, DisasterResult } from '../office/disaster/disaster-desk.ts';
import type { DisasterState } from '../office/disaster/disaster-state.ts';
import type { Mode } from '../office/disaster/disaster-switch.ts';
import type { NoticeForm } from '../office/disaster/read-notice.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import type { LineFile } from '../words/line-file.ts';
import { helpFor, problems, texts } from './disaster-texts.ts';
import { noCommand, tooMany } from './wrong-options.ts';

/** What was typed after `npm run disaster --`. */
interface DisasterArguments {
  readonly positionals: readonly string[];
  readonly kind?: string | undefined;
  readonly place?: readonly string[] | undefined;
  readonly action?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly until?: string | undefined;
  readonly drill?: boolean | undefined;
}

/** What the command works with. */
interface DisasterTools {
  readonly desk: DisasterDesk;
  readonly state: () => DisasterState;
  /** Errors while reading the state. If there are any, a notice may be on without being found. */
  readonly unread: readonly unknown[];
  /** The line that callers hear; null if it cannot be read. A notice can then still be switched off. */
  readonly line: LineFile | null;
}

/** The output and the exit code. */
export interface DisasterOutput {
  readonly lines: readonly Bilingual[];
  readonly code: 0 | 1 | 2;
}

/** Runs a command. */
export async function runDisasterCommand(args: DisasterArguments, tools: DisasterTools): Promise<DisasterOutput> {
  const { desk, line } = tools;
  const [what, extra] = args.positionals;
  const mode: Mode = args.drill ? 'drill' : 'on';
  if (extra !== undefined) return { lines: [tooMany(extra), helpFor(line)], code: 2 };
  switch (what) {
    case 'on': {
      const form: NoticeForm = {
        kind: args.kind ?? '',
        places: args.place ?? [],
        actions: args.action ?? [],
        at: args.at ?? '',
        until: args.until ?? '',
      };
      return tell(await desk.switchOn(commandLine, mode, form), tools);
    }
    case 'off':
      return tell(await desk.switchOff(commandLine, mode), tools);
    case 'renew':
      return tell(await desk.renew(commandLine, mode), tools);
    case 'status': {
      const isFound = tools.state().on !== null || tools.unread.length === 0;
      return { lines: [...status(tools), ...tools.unread.map(tellUnread)], code: isFound ? 0 : 1 };
    }
    case undefined:
      return { lines: [helpFor(line)], code: 2 };
    default:
      return { lines: [noCommand(what), helpFor(line)], code: 2 };
  }
}

function tell(result: DisasterResult, tools: DisasterTools): DisasterOutput {
  switch (result.kind) {
    case 'done': {
      const { isSaved, failures } = result.saved;
      const told = failures.map((failure) => texts.notKept(explanationOf(failure)));
      // This process ends now, so what could not be saved anywhere has no effect.
      if (!isSaved) return { lines: [...told, texts.keptNowhere], code: 1 };
      return { lines: [...told, ...status({ ...tools, unread: [] }), texts.follows], code: 0 };
    }
    case 'not-right':
      return { lines: [...result.why.map((why) => problems[why]), helpFor(tools.line)], code: 2 };
    case 'not-on':
      return { lines: [texts.nothingOn(tools.unread.length === 0), ...tools.unread.map(tellUnread)], code: 1 };
    case 'not-allowed':
      return { lines: [texts.notAllowed], code: 1 };
  }
}

const tellUnread = (error: unknown): Bilingual => texts.unread(explanationOf(error));

function status({ state, unread, line }: DisasterTools): Bilingual[] {
  const now = state();
  const at = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment)
      .toZonedDateTimeISO(line?.timeZone ?? Temporal.Now.timeZoneId())
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  return (['on', 'drill'] as const).flatMap((which) => {
    const notice = now[which];
    if (notice === null) return [texts.off(which, unread.length === 0)];
    const { kind, places, actions, languages, since, until } = notice;
    const shown = {
      since: at(since),
      until: until === null ? null : at(until),
      content: [kind, ...places, ...actions],
    };
    return [texts.on(which, shown), languages?.length === 0 ? texts.nobodyApproved : texts.approved(languages)];
  });
}
