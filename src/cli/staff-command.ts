import type { Member } from '../office/staff/account.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import type { AddAccountResult } from '../office/staff/desk/add-account.ts';
import { isRole, roles } from '../office/staff/role.ts';
import type { StaffDesk } from '../office/staff/staff-desk.ts';
import { writeTable } from './write-table.ts';

/** What was typed after `npm run staff --`. */
export interface StaffArguments {
  readonly positionals: readonly string[];
  readonly role?: string | undefined;
  readonly display?: string | undefined;
}

/** The output: a table or one sentence; for `misused`, what to type instead. */
interface StaffOutput {
  readonly kind: 'done' | 'refused' | 'misused';
  readonly text: string;
}

const done = (text: string): StaffOutput => ({ kind: 'done', text });
const refused = (text: string): StaffOutput => ({ kind: 'refused', text });
const misused = (text: string): StaffOutput => ({ kind: 'misused', text });

/** How the command is used. */
export const help =
  'Use: npm run staff -- list\n' +
  `     npm run staff -- add <name> --role ${roles.join('|')} --display <text>\n` +
  '     npm run staff -- link <name>, which prints a link for setting a password; it works once, for 24 hours\n' +
  '     npm run staff -- off <name>\n' +
  '     npm run staff -- on <name>';

const subcommands: readonly string[] = ['list', 'add', 'link', 'off', 'on'];

/**
 * Runs a command.
 * @param openDesk called only if the arguments are valid
 * @param consoleUrl URL of the console, without a trailing slash
 */
export async function runStaffCommand(
  { positionals: [subcommand, name, ...rest], role, display }: StaffArguments,
  openDesk: () => Promise<StaffDesk>,
  consoleUrl: string,
): Promise<StaffOutput> {
  if (subcommand === undefined) return misused(help);
  if (!subcommands.includes(subcommand)) return misused(`"${subcommand}" is none of ${subcommands.join(', ')}.`);
  if (subcommand !== 'add' && (role !== undefined || display !== undefined)) {
    return misused('--role and --display belong to "add".');
  }
  const extra = subcommand === 'list' ? name : rest[0];
  if (extra !== undefined) return misused(`"${extra}" is too much; a text with spaces needs quotation marks.`);
  if (subcommand === 'list') return done(list(await (await openDesk()).listMembers()));
  if (name === undefined) return misused(`Say whose account: npm run staff -- ${subcommand} <name>.`);
  if (subcommand === 'add') return add(openDesk, name, role, display);
  const desk = await openDesk();
  const member = await desk.findMember(name);
  if (!member) return refused(`There is no account "${name}"; "npm run staff -- list" shows all of them.`);
  return subcommand === 'link' ? link(desk, member, consoleUrl) : turn(desk, member, subcommand === 'on');
}

function list(members: readonly Member[]): string {
  if (members.length === 0) return 'There is no account yet; "npm run staff -- add" makes one.';
  const rows = members.map(({ name, role, isActive, hasPassword, display }) => [
    name,
    role,
    isActive ? 'on' : 'off',
    hasPassword ? 'has a password' : 'needs a link',
    display,
  ]);
  return writeTable([['name', 'role', 'on or off', 'password', 'display'], ...rows]);
}

const notAdded: Readonly<Record<Exclude<AddAccountResult['kind'], 'added'>, string>> = {
  'not-allowed': 'This is not allowed.',
  'bad-name': 'Choose a name of 2 to 40 letters, digits, dots, hyphens or underscores, without spaces.',
  'bad-display': 'Choose a display text of 1 to 60 characters in one line.',
  'name-taken': 'There is an account of this name already; choose another name.',
};

async function add(
  openDesk: () => Promise<StaffDesk>,
  name: string,
  role: string | undefined,
  display: string | undefined,
): Promise<StaffOutput> {
  if (role === undefined || !isRole(role)) return misused(`Say the role: --role ${roles.join(', ')}.`);
  if (display === undefined) return misused('Say how the person is called on screens: --display "…".');
  const result = await (await openDesk()).addAccount(commandLine, { name, role, display });
  if (result.kind !== 'added') return refused(notAdded[result.kind]);
  const added = result.member.name;
  return done(`Added ${added} (${role}); "npm run staff -- link ${added}" makes the link for signing in.`);
}

async function link(desk: StaffDesk, member: Member, consoleUrl: string): Promise<StaffOutput> {
  const made = await desk.makeLink(commandLine, member.id);
  if (made.kind === 'made') return done(`${consoleUrl}/sign-in/${made.token}`);
  return refused(`${member.name} is switched off; "npm run staff -- on ${member.name}" switches it on.`);
}

async function turn(desk: StaffDesk, member: Member, isOn: boolean): Promise<StaffOutput> {
  const result = await (isOn ? desk.switchOn(commandLine, member.id) : desk.switchOff(commandLine, member.id));
  if (result.kind === 'changed') return done(`${member.name} is switched ${isOn ? 'on' : 'off'}.`);
  return refused(`${member.name} is the last administrator with a password; let another one in first.`);
}
