import type { TextKey, ValuesFor } from '../../frame/translate.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { AuditAbout, AuditEntry } from '../../office/staff/audit-entry.ts';
import { isRole } from '../../office/staff/role.ts';
import { hasText } from '../translator.ts';
import { type AuditNames, plainNames } from './audit-names.ts';
import { changesInWords, datesOfSummary } from './destination-changes.ts';

type LanguageOf = Pick<Visitor, 't' | 'language'>;

/**
 * Says in words what was done. If this version has no words for an act, the result is the name of the act as it was
 * stored.
 */
export function formatAct(visitor: LanguageOf, entry: AuditEntry, names: AuditNames = plainNames(visitor)): string {
  const { t } = visitor;
  const { act, about } = entry;
  const key = `acts.${exactAct(entry)}` as const;
  if (!/^[a-z-]+$/.test(act) || !hasText(key)) return act;
  const values = Object.entries(about).map(([name, value]) => {
    const text = String(value ?? '') || '–';
    return [
      name,
      typeof value === 'string' && value !== '' ? formatValue(visitor, act, name, text, names) : text,
    ] as const;
  });
  const told = { ...defaultValues, count: countIn(about), ...Object.fromEntries(values) } as Told;
  if (key === 'acts.destination-changed') {
    const changes = changesInWords(visitor, names, about);
    return t(changes === '' ? 'acts.destination-changed-somehow' : key, { ...told, changes });
  }
  if (act === 'reading-finished' && Number(about.forGroup ?? 0) > 0) {
    return `${t(key, told)} ${t('acts.reading-for-group', told)}`;
  }
  if (act !== 'published' && act !== 'schedule-published') return t(key, told);
  return [
    t(about.emergency === true ? `acts.${act}-in-emergency` : key, told),
    ...(about.reason === undefined ? [] : [t('acts.published-with-warnings', told)]),
    ...(about.unread === undefined ? [] : [t('acts.published-unread', told)]),
  ].join(' ');
}

/**
 * The values of the sentences of all acts together. An entry has only the values of its own act, so `formatAct` asserts
 * this type.
 */
type Told = ValuesFor<Extract<TextKey, `acts.${string}`>>;

/** Values for entries that lack them. For example, a publication from the prompts folder has no document number. */
const defaultValues = { document: '–' };

/**
 * The number that decides between singular and plural in the sentence; 0 if there is none. No entry has two of them.
 */
const countIn = ({ texts, languages, warnings, minutes }: AuditAbout): number =>
  [texts, languages, warnings, minutes].find((each) => typeof each === 'number') ?? 0;

/** The ids of a menu as the audit stores it: `1 days, 2 place`. */
const idsIn = (order: string): string[] => [...order.matchAll(/(?:^|, )\d+ ([^,]+)/g)].map(([, id = '']) => id);

/**
 * The exact act. For a change of a topic, a language, a destination or a fact, it says whether something was added,
 * removed, moved, renamed, or changed in another way.
 */
function exactAct({ act, about }: AuditEntry): string {
  const change = /^(topics|languages|destination|fact)-changed$/.exec(act);
  if (!change) return act;
  const { name, before, after, renamed } = about;
  if (renamed === true) return `${change[1]}-renamed`;
  const isMenu = change[1] === 'topics' || change[1] === 'languages';
  if (!isMenu) {
    if (before === null && after !== null) return `${change[1]}-added`;
    return after === null && before !== null ? `${change[1]}-removed` : act;
  }
  const [old, now] = [idsIn(String(before ?? '')), idsIn(String(after ?? ''))];
  if (old.length + now.length === 0) return act;
  if (!old.includes(String(name))) return `${change[1]}-added`;
  if (!now.includes(String(name))) return `${change[1]}-removed`;
  return before === after ? `${change[1]}-kept-order` : `${change[1]}-moved`;
}

const same = (text: string): string => text;

/**
 * Formats a summary such as `officeNumber / +81… / officeHours / en ko`. Each function of `show` formats the part at
 * the same position. Other parts stay as they are.
 */
const inSlots = (summary: string, show: readonly ((part: string) => string)[]): string =>
  summary
    .split(' / ')
    .map((part, index) => (show[index] ?? same)(part))
    .join(' / ');

/** Replaces the tags in reasons such as `en: Maria reads it. / vi: It is urgent.` by the names of the languages. */
function inReasons(reasons: string, nameOf: (tag: string) => string): string {
  const named = new Set<string>();
  return reasons.replaceAll(/(^| \/ )([a-z]{2,3}(?:-[A-Za-z0-9]+)*): /g, (all, before, tag) => {
    // A reason may itself contain something like `en: `. Each language has one reason, so only its first tag is
    // replaced.
    if (named.has(tag) || nameOf(tag) === tag) return all;
    named.add(tag);
    return `${before}${nameOf(tag)}: `;
  });
}

/** Dates such as `×2026-12-29/2027-01-03 (new-year)`, in words. */
const inDates = (visitor: LanguageOf, names: AuditNames) => (dates: string) => datesOfSummary(visitor, names, dates);

/** Whether a value is somebody's user name. */
const isAccount = (act: string, name: string): boolean =>
  name === 'account' ||
  (act === 'account-added' && name === 'name') ||
  (act === 'link-made' && name === 'for') ||
  (act === 'schedule-published' && name === 'by');

/** A stored value as staff know it: names instead of ids. */
function formatValue(visitor: LanguageOf, act: string, name: string, text: string, names: AuditNames): string {
  const { t } = visitor;
  const each = (list: string, nameOf: (id: string) => string) =>
    list.split(/, ?| /).filter(Boolean).map(nameOf).join(', ');
  const inOrder = (nameOf: (id: string) => string) =>
    text.replaceAll(/(^|, )(\d+) ([^,]+)/g, (_all, start, key, id) => `${start}${key} ${nameOf(id)}`);
  const isNotice = /^(?:disaster|drill)-/.test(act);
  if (name === 'role') return isRole(text) ? t(`roles.${text}`) : text;
  if (name === 'edition') return names.edition(text);
  if (isAccount(act, name)) return names.account(text);
  if (name === 'language') return each(text, names.language);
  if (name === 'unread') return inReasons(text, names.language);
  if (name === 'prompts') return each(text, names.prompt);
  const why = `schedule.why.${text}` as const;
  if (act === 'schedule-failed' && name === 'why' && hasText(why)) return t(why);
  if (isNotice && name === 'languages') return each(text, names.language);
  if (isNotice && ['kind', 'places', 'actions'].includes(name)) return each(text, names.choice);
  if (name === 'prompt') return names.prompt(text);
  const ofMenu = { 'topics-changed': names.topic, 'languages-changed': names.language }[act];
  if (ofMenu) {
    if (name === 'name') return ofMenu(text);
    return idsIn(text).length > 0 ? inOrder(ofMenu) : text.split(', ').map(names.prompt).join(', ');
  }
  if (act === 'fact-changed') return name === 'name' ? names.fact(text) : text;
  if (act === 'leaflet-changed') return inSlots(text, [names.fact]);
  if (act !== 'destination-changed') return text;
  if (name === 'name') return names.destination(text);
  return inSlots(text, [names.fact, same, names.fact, (tags) => each(tags, names.language), inDates(visitor, names)]);
}
