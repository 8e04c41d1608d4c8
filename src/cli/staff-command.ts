import type { Bilingual } from '../common/bilingual.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Member } from '../office/staff/account.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import { isRole } from '../office/staff/role.ts';
import type { StaffDesk } from '../office/staff/staff-desk.ts';
import { columns, help, notAdded, notDone, states, texts } from './staff-texts.ts';
import { writeTable } from './write-table.ts';
import { tooMany } from './wrong-options.ts';

/** What was typed after `npm run staff --`. */
export interface StaffArguments {
  readonly positionals: readonly string[];
  readonly role?: string | undefined;
  readonly display?: string | undefined;
}

/** The output: a table, a sentence or a link. For `misused`, the text says what is wrong, or how to use the command. */
interface StaffOutput {
  readonly kind: 'done' | 'refused' | 'misused';
  readonly text: Bilingual;
}

const done = (text: Bilingual): StaffOutput => ({ kind: 'done', text });
const refused = (text: Bilingual): StaffOutput => ({ kind: 'refused', text });
const misused = (text: Bilingual): StaffOutput => ({ kind: 'misused', text });

/** Joins several messages into one, each on its own row. */
const together = (all: readonly Bilingual[]): Bilingual => ({
  ja: all.map(({ ja }) => ja).join('\n'),
  en: all.map(({ en }) => en).join('\n'),
});

const subcommands: readonly string[] = ['list', 'add', 'link', 'off', 'on'];

/**
 * Runs a command.
 * @param openDesk opens the desk; called only if the arguments are valid
 * @param consoleUrl URL of the console, without a trailing slash
 */
export async function runStaffCommand(
  { positionals: [subcommand, name, ...rest], role, display }: StaffArguments,
  openDesk: () => Promise<StaffDesk>,
  consoleUrl: string,
): Promise<StaffOutput> {
  if (subcommand === undefined) return misused(help);
  if (!subcommands.includes(subcommand)) return misused(texts.noCommand(subcommand, subcommands));
  if (subcommand !== 'add' && (role !== undefined || display !== undefined)) return misused(texts.onlyForAdd);
  const extra = subcommand === 'list' ? name : rest[0];
  if (extra !== undefined) return misused(tooMany(extra));
  if (subcommand === 'list') return done(list(await (await openDesk()).listMembers()));
  if (subcommand === 'add') return add(openDesk, name, role, display);
  if (name === undefined) return misused(texts.noName(subcommand));
  const desk = await openDesk();
  const member = await desk.findMember(name);
  if (!member) return refused(texts.noAccount(name));
  return subcommand === 'link' ? link(desk, member, consoleUrl) : turn(desk, member, subcommand === 'on');
}

function list(members: readonly Member[]): Bilingual {
  if (members.length === 0) return texts.nobody;
  const table = (language: TerminalLanguage) =>
    writeTable([
      columns[language],
      ...members.map(({ name, role, isActive, hasPassword, display }) => {
        const told = states[language];
        return [
          name,
          told.role(role),
          isActive ? told.on : told.off,
          hasPassword ? told.hasPassword : told.needsLink,
          display,
        ];
      }),
    ]);
  return { ja: table('ja'), en: table('en') };
}

async function add(
  openDesk: () => Promise<StaffDesk>,
  name: string | undefined,
  role: string | undefined,
  display: string | undefined,
): Promise<StaffOutput> {
  if (name === undefined || role === undefined || !isRole(role) || display === undefined) {
    return misused(
      together([
        ...(name === undefined ? [texts.noName('add')] : []),
        ...(role === undefined || !isRole(role) ? [texts.noRole] : []),
        ...(display === undefined ? [texts.noDisplay] : []),
      ]),
    );
  }
  const result = await (await openDesk()).addAccount(commandLine, { name, role, display });
  return result.kind === 'added' ? done(texts.added(result.member)) : refused(notAdded[result.kind]);
}

async function link(desk: StaffDesk, member: Member, consoleUrl: string): Promise<StaffOutput> {
  const made = await desk.makeLink(commandLine, member.id);
  if (made.kind !== 'made') return refused(notDone[made.kind](member.name));
  const address = `${consoleUrl}/sign-in/${made.token}`;
  return done({ ja: address, en: address });
}

async function turn(desk: StaffDesk, member: Member, isOn: boolean): Promise<StaffOutput> {
  const result = await (isOn ? desk.switchOn(commandLine, member.id) : desk.switchOff(commandLine, member.id));
  if (result.kind !== 'changed') return refused(notDone[result.kind](member.name));
  return done(isOn ? texts.switchedOn(member.name) : texts.switchedOff(member.name));
}
