import type { Response } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { FactFile } from '../../words/fact-file.ts';
import { show } from '../show.ts';
import { visitOf } from '../visit.ts';
import type { TypedDestination } from './destinations-form.ts';
import { destinationStatus } from './destinations-status.ts';
import { showValue } from './facts-value.ts';
import type { LineFormState } from './line-form.ts';

/** How the form of a destination is shown besides what is in it. */
export interface DestinationPage {
  readonly isNew: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The field that is to have the focus, because its row was just added. */
  readonly focus?: string;
}

/** Answers with the form of one destination. */
export function showDestinationForm(
  response: Response,
  { line }: DraftNow,
  typed: TypedDestination,
  form: LineFormState,
  { isNew, now, focus = '' }: DestinationPage,
): void {
  const visit = visitOf(response);
  const { t, language } = visit;
  const { file } = line;
  const kept = isNew ? undefined : file.destinations.find(({ id }) => id === typed.id);
  const factsOf = (type: FactFile['type']) =>
    Object.entries(file.facts)
      .filter(([, fact]) => fact.type === type)
      .map(([name, fact]) => ({ value: name, text: `${name} (${showValue(language, fact)})` }));
  const none = (text: string) => ({ value: '', text });
  const spoken = [
    ...new Set([...file.languages.map(({ tag }) => tag), ...(kept?.languages ?? []), ...typed.languages]),
  ];
  show(response, 'destinations-one', {
    status: form.status,
    title: isNew ? t('destinations.add') : (kept?.name[language] ?? typed.ja),
    trail: [{ path: '/destinations', text: t('destinations.nav') }],
    address: isNew ? '/console/destinations/new' : `/console/destinations/${typed.id}`,
    form,
    typed,
    isNew,
    focus,
    tags: spoken.join(' '),
    choices: spoken.map((tag) => ({
      name: `speaks-${tag}`,
      text: file.languages.find((each) => each.tag === tag)?.name ?? tag,
      lang: tag,
      isChosen: typed.languages.includes(tag),
    })),
    numbers: [none(t('destinations.choose')), ...factsOf('phone')],
    hours: [none(t('destinations.unknown')), ...factsOf('hours')],
    days: [none(t('destinations.choose')), ...factsOf('day')],
    state: kept ? destinationStatus(file, kept, now, visit) : null,
    usedBy: usersOf(line.file, typed.id),
  });
}

/** What leads to a destination: the languages, and the line while no language is chosen. */
export function usersOf({ languages, defaultDestination }: DraftNow['line']['file'], id: string): string[] {
  const names = languages.filter(({ destination }) => destination === id).map(({ name }) => name);
  return defaultDestination === id ? ['0', ...names] : names;
}
