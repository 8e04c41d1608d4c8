import { z } from 'zod';

/** A name that only staff see, in Japanese and possibly in English. Callers never hear it. */
export const staffName = z.strictObject({ ja: z.string().min(1), en: z.string().min(1).optional() });
export type StaffName = z.infer<typeof staffName>;

/** The parts of a line that can have a name for staff only. */
interface Named {
  readonly topics: readonly { readonly name?: StaffName | undefined }[];
  readonly facts: Readonly<Record<string, { readonly name?: StaffName | undefined }>>;
  readonly textNames?: Readonly<Record<string, StaffName>> | undefined;
}

/**
 * A line without the names that only staff see. Editions are made from such a line, because a change of these names
 * must not make a new edition with the same sounds. The names of destinations, of the choices for a disaster and of the
 * reasons for closures stay, because earlier editions have them. If these names were left out, the same content would
 * become a new edition.
 */
export function withoutStaffNames<Line extends Named>(line: Line): Line {
  const { textNames: _textNames, ...rest } = line;
  const withoutName = <Entry extends { readonly name?: StaffName | undefined }>({ name: _name, ...entry }: Entry) =>
    entry;
  const facts: Record<string, unknown> = Object.create(null);
  for (const [id, fact] of Object.entries(line.facts)) facts[id] = withoutName(fact);
  return { ...rest, topics: line.topics.map(withoutName), facts } as unknown as Line;
}
