import type { AuditEntry, AuditedPerson } from '../office/staff/audit-entry.ts';
import { type Program, programOf } from '../office/staff/programs.ts';
import { isRole } from '../office/staff/role.ts';
import { type AuditNames, plainNames } from './audit-names.ts';
import { hasText, type Translate } from './texts/texts.ts';

/** What was done, in words; an act that this version has no words for is shown by its code. */
export function showAct(t: Translate, entry: AuditEntry, names: AuditNames = plainNames({ t })): string {
  const { act, about } = entry;
  const key = `acts.${exactAct(entry)}`;
  if (!/^[a-z-]+$/.test(act) || !hasText(key)) return act;
  const values = Object.entries(about).map(([name, value]) => {
    const text = String(value ?? '') || '–';
    return [name, typeof value === 'string' && value !== '' ? showValue(t, act, name, text, names) : text] as const;
  });
  const told = { ...untold, ...Object.fromEntries(values) };
  if (act !== 'published') return t(key, told);
  const said = t(about.emergency === true ? 'acts.published-in-emergency' : key, told);
  return about.reason === undefined ? said : `${said} ${t('acts.published-with-warnings', told)}`;
}

/** What some entries leave out: the prompts folder has no document number. */
const untold = { document: '–' };

/** The entries of a menu as the audit keeps it: `1 days, 2 place`. */
const idsIn = (order: string): string[] => [...order.matchAll(/(?:^|, )\d+ ([^,]+)/g)].map(([, id = '']) => id);

/** A change of what all languages share may have been an addition, a removal, or a change of the order. */
function exactAct({ act, about }: AuditEntry): string {
  const change = /^(topics|languages|destination|fact)-changed$/.exec(act);
  if (!change) return act;
  const { name, before, after } = about;
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

/** A value as staff call it. */
function showValue(t: Translate, act: string, name: string, text: string, names: AuditNames): string {
  const each = (list: string, show: (id: string) => string) => list.split(/, ?| /).filter(Boolean).map(show).join(', ');
  const inOrder = (show: (id: string) => string) =>
    text.replaceAll(/(^|, )(\d+) ([^,]+)/g, (_all, start, key, id) => `${start}${key} ${show(id)}`);
  const isNotice = /^(?:disaster|drill)-/.test(act);
  if (name === 'role') return isRole(text) ? t(`roles.${text}`) : text;
  if (name === 'edition') return names.edition(text);
  if (name === 'language') return names.language(text);
  if (isNotice && name === 'languages') return each(text, names.language);
  if (isNotice && ['kind', 'places', 'actions'].includes(name)) return each(text, names.choice);
  const ofMenu = { 'topics-changed': names.topic, 'languages-changed': names.language }[act];
  if (ofMenu) return name === 'name' ? ofMenu(text) : inOrder(ofMenu);
  return act === 'destination-changed' && name === 'name' ? names.destination(text) : text;
}

const programKeys: Readonly<Record<Program | 'unknown', string>> = {
  unknown: 'audit.unknown',
  commandLine: 'audit.command-line',
  firstStart: 'audit.first-start',
  promptsFolder: 'audit.prompts-folder',
  endOfNotice: 'audit.set-end',
};

/** Who did it. */
export function showPerson(t: Translate, person: AuditedPerson): string {
  const program = programOf(person);
  return program ? t(programKeys[program]) : person.accountName;
}
