import type { Response } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { show } from '../show.ts';
import { visitOf } from '../visit.ts';
import type { TypedLanguage } from './languages-form.ts';
import { agreementTo } from './line-agreed.ts';
import type { LineFormState } from './line-form.ts';

/** Whether the language is on the line, was on it once, or is new. */
export type LanguageStanding = 'on' | 'off' | 'new';

/** Answers with the form of one language. */
export function showLanguageForm(
  response: Response,
  { line }: DraftNow,
  typed: TypedLanguage,
  form: LineFormState,
  standing: LanguageStanding,
): void {
  const { t, language } = visitOf(response);
  const { languages, destinations } = line.file;
  const others = languages.filter(({ tag }) => tag !== typed.tag || standing !== 'on');
  show(response, 'languages-one', {
    status: form.status,
    title: standing === 'new' ? t('languages.add') : t('languages.one-title', { name: typed.name || typed.tag }),
    trail: [{ path: '/languages', text: t('languages.nav') }],
    address: standing === 'new' ? '/console/languages/new' : `/console/languages/${typed.tag}`,
    form,
    agreement: agreementTo(form.changes),
    nameOf: (tag: string) => languages.find((each) => each.tag === tag)?.name ?? typed.name,
    typed,
    standing,
    keys: Array.from({ length: others.length + 1 }, (_, index) => {
      const key = String(index + 1);
      const next = others[index];
      const text = next ? t('languages.before', { key, name: next.name }) : t('languages.at-end', { key });
      return { value: key, text };
    }),
    destinations: destinations.map(({ id, name }) => ({ value: id, text: name[language] })),
  });
}
