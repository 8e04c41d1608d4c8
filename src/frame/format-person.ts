import type { AuditedPerson } from '../office/staff/audit-entry.ts';
import { type Program, programOf } from '../office/staff/programs.ts';
import type { TextKey } from './translate.ts';
import type { Visitor } from './visit.ts';

const programKeys: Readonly<Record<Program | 'unknown', TextKey>> = {
  unknown: 'audit.unknown',
  commandLine: 'audit.command-line',
  firstStart: 'audit.first-start',
  promptsFolder: 'audit.prompts-folder',
  endOfNotice: 'audit.set-end',
  schedule: 'audit.schedule',
  nativeReader: 'audit.native-reader',
};

/** Who did something: the name shown of a person, or the name of the program. */
export function formatPerson({ t, people }: Pick<Visitor, 't' | 'people'>, person: AuditedPerson): string {
  const program = programOf(person);
  return program ? t(programKeys[program]) : people.nameOf(person);
}
