import { z } from 'zod';
import { dialOutcomes } from '../../call/input.ts';
import { decodePath, encodePath, type RehearsedInput } from './path-code.ts';
import { holidayChoices } from './situation.ts';

/** An id, a language tag or an empty text. Language tags have at most 35 characters, so 64 are enough for them. */
const id = z.string().regex(/^[A-Za-z0-9-]{0,64}$/);
const ids = z.array(id).max(50);
/** A date and time; empty means now. */
const moment = z.union([
  z.literal(''),
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .refine(isMoment),
]);

/** Every setting of the rehearsal phone, by the name of its field in forms and addresses. */
const shapes = {
  /** Which edition is called. */
  on: z.enum(['draft', 'live']),
  at: moment,
  holiday: z.enum(holidayChoices),
  /** The language whose own number is called; empty for the general number. */
  number: id,
  /** The outcome of every transfer; `ask` lets the user choose it each time. */
  outcome: z.enum(['ask', ...dialOutcomes]),
  /** Whether the line may transfer calls at all. */
  transfers: z.enum(['yes', 'no']),
  /**
   * `as-live`: as for callers, numbers that have not been tried are not dialled, nor are destinations whose hours are
   * unknown.
   */
  numbers: z.enum(['as-live', 'all']),
  /**
   * Which disaster notice callers hear. `current`: the notice or drill that is on. `own`: the notice of the settings
   * `kind`, `place`, `action` and `noticeAt`.
   */
  disaster: z.enum(['none', 'current', 'own']),
  kind: id,
  place: ids,
  action: ids,
  noticeAt: moment,
  /** In which languages the own notice counts as approved: in all, or only in those in which it really is approved. */
  approved: z.enum(['all', 'real']),
} as const;

type SettingName = keyof typeof shapes;
export type Settings = { readonly [Name in SettingName]: z.infer<(typeof shapes)[Name]> };

/**
 * The default settings: a call on the draft, now, that dials all telephone numbers of the line, even those never tried.
 */
export const plainSettings: Settings = {
  on: 'draft',
  at: '',
  holiday: 'calendar',
  number: '',
  outcome: 'ask',
  transfers: 'yes',
  numbers: 'all',
  disaster: 'none',
  kind: '',
  place: [],
  action: [],
  noticeAt: '',
  approved: 'all',
};

/** The settings and path in an address or a form. */
export interface SettingsRead {
  readonly settings: Settings;
  /** Null if no call has begun. A path that is invalid counts as empty. */
  readonly path: readonly RehearsedInput[] | null;
  /** Invalid fields, which were replaced by their defaults. */
  readonly wrong: readonly (SettingName | 'path')[];
}

/** Reads the settings and the path of the call, and reports all invalid fields together. */
export function readSettings(fields: URLSearchParams): SettingsRead {
  const wrong: (SettingName | 'path')[] = [];
  const read = <Name extends SettingName>(name: Name): Settings[Name] => {
    const isList = Array.isArray(plainSettings[name]);
    if (!fields.has(name)) return plainSettings[name];
    const parsed = shapes[name].safeParse(isList ? fields.getAll(name) : fields.get(name));
    if (!parsed.success) wrong.push(name);
    return parsed.success ? (parsed.data as Settings[Name]) : plainSettings[name];
  };
  const settings: Settings = {
    on: read('on'),
    at: read('at'),
    holiday: read('holiday'),
    number: read('number'),
    outcome: read('outcome'),
    transfers: read('transfers'),
    numbers: read('numbers'),
    disaster: read('disaster'),
    kind: read('kind'),
    place: read('place'),
    action: read('action'),
    noticeAt: read('noticeAt'),
    approved: read('approved'),
  };
  const typed = fields.get('path');
  const path = typed === null ? null : decodePath(typed);
  if (typed !== null && path === null) wrong.push('path');
  return { settings, path: path ?? (typed === null ? null : []), wrong };
}

/** The form fields that encode settings. Defaults are left out, so that addresses stay short. */
export function settingFields(settings: Settings): (readonly [name: string, value: string])[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    if (typeof value !== 'string') return value.map((each) => [name, each] as const);
    return value === plainSettings[name as SettingName] ? [] : [[name, value] as const];
  });
}

/** The query of the address at which a call can be heard: its settings and path. */
export function queryOf(settings: Settings, path: readonly RehearsedInput[] | null): string {
  const fields = new URLSearchParams(settingFields(settings).map(([name, value]) => [name, value]));
  if (path !== null) fields.set('path', encodePath(path));
  return fields.toString();
}

function isMoment(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text);
    return true;
  } catch {
    return false;
  }
}
