import type { AuditEntry, AuditedPerson } from '../../staff/audit-entry.ts';
import { isRole } from '../../staff/role.ts';
import { hasText, type Translate } from './texts/texts.ts';

/** What was done, in words; an act that this version has no words for is shown by its code. */
export function showAct(t: Translate, { act, about }: AuditEntry): string {
  const key = `acts.${act}`;
  if (!/^[a-z-]+$/.test(act) || !hasText(key)) return act;
  const values = Object.entries(about).map(([name, value]) => {
    const text = String(value ?? '') || '–';
    return [name, name === 'role' && isRole(text) ? t(`roles.${text}`) : text] as const;
  });
  const told = { ...untold, ...Object.fromEntries(values) };
  if (act !== 'published') return t(key, told);
  const said = t(about.emergency === true ? 'acts.published-in-emergency' : key, told);
  return about.reason === undefined ? said : `${said} ${t('acts.published-with-warnings', told)}`;
}

/** What some entries leave out: the prompts folder has no document number. */
const untold = { document: '–' };

const programs: Readonly<Record<string, string>> = {
  '': 'audit.unknown',
  'command line': 'audit.command-line',
  'first start': 'audit.first-start',
  'prompts folder': 'audit.prompts-folder',
  'set end': 'audit.set-end',
};

/** Who did it. */
export function showPerson(t: Translate, { accountId, accountName }: AuditedPerson): string {
  const key = accountId === null ? programs[accountName] : undefined;
  return key === undefined ? accountName : t(key);
}
