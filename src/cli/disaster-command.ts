import { messageOf } from '../common/errors.ts';
import type { DisasterDesk, DisasterResult } from '../office/disaster/disaster-desk.ts';
import type { DisasterState } from '../office/disaster/disaster-state.ts';
import type { Mode } from '../office/disaster/disaster-switch.ts';
import type { NoticeForm, NoticeProblem } from '../office/disaster/read-notice.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import type { LineFile } from '../words/line-file.ts';

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

/** The output lines and the exit code. */
export interface DisasterOutput {
  readonly lines: readonly string[];
  readonly code: 0 | 1 | 2;
}

/** The help text, with the kinds, places and actions of this line. */
export const helpFor = (line: Pick<LineFile, 'disaster'> | null): string[] => [
  ...usage,
  ...(line ? wordsOf(line) : ['The words of this line cannot be read now.']),
];

const usage = [
  'Use: npm run disaster -- on --kind <kind> [--place <place>]… [--action <action>]… [--at <time>] [--until <time>] [--drill]',
  '     npm run disaster -- off [--drill]',
  '     npm run disaster -- renew [--drill], which says that the notice is still right',
  '     npm run disaster -- status',
  'Times are written as 2026-11-24T09:30, in the time of the line. --drill lets only the rehearsal phone hear it.',
];

const wordsOf = ({ disaster }: Pick<LineFile, 'disaster'>): string[] =>
  disaster
    ? [`kinds:   ${list(disaster.kinds)}`, `places:  ${list(disaster.places)}`, `actions: ${list(disaster.actions)}`]
    : ['This line has no disaster texts: line.yaml has no "disaster".'];

const list = (choices: readonly { readonly id: string }[]): string => choices.map(({ id }) => id).join(', ');

const problems: Readonly<Record<NoticeProblem, string>> = {
  'no-disaster': 'this line has no disaster texts',
  kind: '--kind must be one of the kinds below',
  places: 'every --place must be one of the places below',
  actions: 'every --action must be one of the actions below',
  at: '--at must be a time such as 2026-11-24T09:30',
  'at-later': '--at is later than now',
  until: '--until must be a time such as 2026-11-24T09:30',
  'until-earlier': '--until has passed already',
};

export async function runDisasterCommand(args: DisasterArguments, tools: DisasterTools): Promise<DisasterOutput> {
  const { desk, line } = tools;
  const [what, ...rest] = args.positionals;
  const mode: Mode = args.drill ? 'drill' : 'on';
  if (rest.length > 0) return { lines: helpFor(line), code: 2 };
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
      return { lines: [...status(tools), ...tools.unread.map(toldUnread)], code: isFound ? 0 : 1 };
    }
    default:
      return { lines: helpFor(line), code: 2 };
  }
}

const keptNowhere =
  'Nothing was changed, because it could be kept nowhere. Make room on the disk of DATA_DIR and let this account write there, ' +
  'or use the page of the disaster notice in the console: the running service then holds it in memory.';

function tell(result: DisasterResult, tools: DisasterTools): DisasterOutput {
  switch (result.kind) {
    case 'done': {
      const { isSaved, failures } = result.saved;
      const told = failures.map((failure) => `Not kept everywhere: ${messageOf(failure)}`);
      // This process ends now, so what could not be saved anywhere has no effect.
      if (!isSaved) return { lines: [...told, keptNowhere], code: 1 };
      return {
        lines: [...told, ...status({ ...tools, unread: [] }), 'A running service follows within a second.'],
        code: 0,
      };
    }
    case 'not-right':
      return { lines: [...result.why.map((why) => `${problems[why]}.`), ...helpFor(tools.line)], code: 2 };
    case 'not-on':
      return {
        lines: [
          tools.unread.length > 0 ? 'Nothing is on, as far as it can be read.' : 'Nothing is on.',
          ...tools.unread.map(toldUnread),
        ],
        code: 1,
      };
    case 'not-allowed':
      return { lines: ['This may not be done here.'], code: 1 };
  }
}

const toldUnread = (error: unknown): string => `Not read: ${messageOf(error)}`;

function status({ state, unread, line }: DisasterTools): string[] {
  const { on, drill } = state();
  const at = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment)
      .toZonedDateTimeISO(line?.timeZone ?? Temporal.Now.timeZoneId())
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  return [on, drill].flatMap((notice, index) => {
    const what = index === 0 ? 'The disaster notice' : 'The drill';
    if (notice === null) return [`${what} is off${unread.length > 0 ? ', as far as it can be read' : ''}.`];
    const { kind, places, actions, languages, since, until } = notice;
    const end = until === null ? 'until it is switched off' : `until ${at(until)}`;
    return [
      `${what} is on since ${at(since)}, ${end}: ${[kind, ...places, ...actions].join(', ')}.`,
      `Approved in: ${languages === null ? 'not known yet' : languages.join(', ') || 'no language'}; others hear the announcers.`,
    ];
  });
}
