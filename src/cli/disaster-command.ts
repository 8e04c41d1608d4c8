import type { Bilingual } from '../common/bilingual.ts';
import { explanationOf } from '../common/explained-error.ts';
import type { DisasterDesk, DisasterResult } from '../office/disaster/disaster-desk.ts';
import type { DisasterState } from '../office/disaster/disaster-state.ts';
import type { StateSaved } from '../office/disaster/disaster-stores.ts';
import type { Mode } from '../office/disaster/disaster-switch.ts';
import type { NoticeForm } from '../office/disaster/read-notice.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import type { LineFile } from '../words/line-file.ts';
import { helpFor, named, onlyWithOn, problems, texts } from './disaster-texts.ts';
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

/**
 * A command as `readCommand` has read it. Only `on` has a form, which holds the content of the notice as it was typed.
 * The content may still be wrong: only the desk checks it.
 */
type DisasterCommand = { readonly mode: Mode } & (
  | { readonly what: 'on'; readonly form: NoticeForm }
  | { readonly what: 'off' | 'renew' | 'status' }
);

/** What the command works with. */
interface DisasterTools {
  readonly desk: DisasterDesk;
  readonly state: () => DisasterState;
  /**
   * Waits until the running service, if there is one, knows in which languages the notice is approved. Gives up after a
   * few seconds.
   */
  readonly lookedUp: (mode: Mode) => Promise<unknown>;
  /** Whether a service was found that runs on DATA_DIR. */
  readonly isRunning: () => Promise<boolean>;
  readonly dataFolder: string;
  /**
   * Errors from opening the database and reading the state. If there are any, a notice may be on although none was
   * found.
   */
  readonly unread: readonly unknown[];
  /**
   * The line that callers hear, or the line of the prompts folder. Null if neither can be read; even then, a notice can
   * be switched off.
   */
  readonly line: LineFile | null;
}

/** The output and the exit code. */
export interface DisasterOutput {
  readonly lines: readonly Bilingual[];
  readonly code: 0 | 1 | 2;
  /** Whether the new state was saved nowhere, so that nothing has changed. */
  readonly isLost?: true;
}

/**
 * Reads the arguments. No file and no database is opened for this.
 * @returns the command or, for wrong arguments, what is wrong with them. The list is empty if no command was typed
 */
export function readCommand(args: DisasterArguments): DisasterCommand | { readonly wrong: readonly Bilingual[] } {
  const [what, extra] = args.positionals;
  const mode: Mode = args.drill ? 'drill' : 'on';
  if (what === undefined) return { wrong: [] };
  if (extra !== undefined) return { wrong: [tooMany(extra)] };
  const { kind, place: places = [], action: actions = [], at = '', until = '' } = args;
  if (what === 'on') {
    return kind === undefined ? { wrong: [problems.kind] } : { what, mode, form: { kind, places, actions, at, until } };
  }
  if (what !== 'off' && what !== 'renew' && what !== 'status') return { wrong: [noCommand(what)] };
  const needless = (['kind', 'place', 'action', 'at', 'until'] as const).find((name) => args[name]);
  return needless === undefined ? { what, mode } : { wrong: [onlyWithOn(needless)] };
}

/** Runs a command. */
export async function runDisasterCommand(command: DisasterCommand, tools: DisasterTools): Promise<DisasterOutput> {
  const { desk } = tools;
  const { mode } = command;
  switch (command.what) {
    case 'on': {
      const result = await desk.switchOn(commandLine, mode, command.form);
      if (result.kind === 'done' && result.saved.isSaved) await tools.lookedUp(mode);
      return tell(result, tools);
    }
    case 'off':
      return tell(await desk.switchOff(commandLine, mode), tools);
    case 'renew':
      return tell(await desk.renew(commandLine, mode), tools);
    case 'status': {
      const isFound = tools.state().on !== null || tools.unread.length === 0;
      const lines = [...(await unheard(tools)), ...status(tools), ...tools.unread.map(tellUnread)];
      return { lines, code: isFound ? 0 : 1 };
    }
  }
}

/** Warns that callers may not hear the notice, if a notice is on and no running service was found. */
async function unheard({ state, isRunning, dataFolder }: DisasterTools): Promise<Bilingual[]> {
  return state().on === null || (await isRunning()) ? [] : [texts.nothingRuns(dataFolder)];
}

async function tell(result: DisasterResult, tools: DisasterTools): Promise<DisasterOutput> {
  switch (result.kind) {
    case 'done': {
      const told = tellSaved(result.saved);
      if (!result.saved.isSaved) return { lines: told, code: 1, isLost: true };
      const nobody = await unheard(tools);
      const follows = nobody.length === 0 ? [texts.follows] : [];
      return { lines: [...told, ...nobody, ...status({ ...tools, unread: [] }), ...follows], code: 0 };
    }
    case 'not-right':
      return { lines: [...result.why.map((why) => problems[why]), helpFor(tools.line)], code: 2 };
    case 'not-on':
      // No notice is known here, but the line may still play one. So `off` saves a new state all the same, and the line
      // then ends that notice. If the new state could not be saved anywhere, only this is said.
      if (result.saved?.isSaved === false) return { lines: tellSaved(result.saved), code: 1, isLost: true };
      return {
        lines: [
          ...(result.saved ? tellSaved(result.saved) : []),
          texts.nothingOn(tools.unread.length === 0),
          ...tools.unread.map(tellUnread),
        ],
        code: 1,
      };
    case 'not-allowed':
      return { lines: [texts.notAllowed], code: 1 };
  }
}

/**
 * Says why the state or its audit entries could not be saved everywhere. A state that was saved nowhere is lost when
 * this process ends, so `keptNowhere` says that nothing was changed. If only the running service has taken the state,
 * `onlyInMemory` warns that it is lost when the service stops.
 */
const tellSaved = ({ isSaved, isOnlyInMemory, failures }: StateSaved): Bilingual[] => [
  ...failures.map((failure) => texts.notKept(explanationOf(failure))),
  ...(isSaved ? [] : [texts.keptNowhere]),
  ...(isOnlyInMemory ? [texts.onlyInMemory] : []),
];

function approvedIn(languages: readonly string[] | null): Bilingual {
  if (languages === null) return texts.notLookedUp;
  return languages.length === 0 ? texts.nobodyApproved : texts.approved(languages);
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
    const { disaster } = line ?? {};
    const choices = disaster ? [...disaster.kinds, ...disaster.places, ...disaster.actions] : [];
    const shown = {
      since: at(since),
      until: until === null ? null : at(until),
      content: [kind, ...places, ...actions].map((id) => {
        const choice = choices.find((each) => each.id === id);
        return choice ? named(choice) : { ja: id, en: id };
      }),
    };
    return [texts.on(which, shown), approvedIn(languages)];
  });
}
