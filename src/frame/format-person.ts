import type { AuditedPerson } from '../office/staff/audit-entry.ts';
import { type Program, programOf } from '../office/staff/programs.ts';
import type { PlainKey } from './translate.ts';
import type { Visitor } from './visit.ts';

const programKeys: Readonly<Record<Program | 'unknown', PlainKey>> = {
  unknown: 'frame.by.unknown',
  commandLine: 'frame.by.command-line',
  firstStart: 'frame.by.first-start',
  promptsFolder: 'frame.by.prompts-folder',
  endOfNotice: 'frame.by.set-end',
  schedule: 'frame.by.schedule',
  nativeReader: 'frame.by.native-reader',
};

/** Who did something: the display name of a person, or the name of the program. */
export function formatPerson({ t, people }: Pick<Visitor, 't' | 'people'>, person: AuditedPerson): string {
  const program = programOf(person);
  return program ? t(programKeys[program]) : people.nameOf(person);
}
