import type { LineFile } from '../../words/line-file.ts';
import type { NoticeForm } from './read-notice.ts';

/** Two parts of a notice that should not be said together. */
export interface Contradiction {
  /** The action, and the kind or action that contradicts it. */
  readonly action: string;
  readonly other: string;
}

/**
 * Finds what contradicts itself or could be dangerous together, as `line.yaml` says by `notWith`. It is told and not refused:
 * whoever is there knows more than a table.
 */
export function contradictionsIn(
  { kind, actions }: Pick<NoticeForm, 'kind' | 'actions'>,
  { disaster }: Pick<LineFile, 'disaster'>,
): Contradiction[] {
  const said = new Set([kind, ...actions]);
  return (disaster?.actions ?? [])
    .filter(({ id }) => actions.includes(id))
    .flatMap(({ id, notWith = [] }) =>
      notWith.filter((other) => said.has(other)).map((other) => ({ action: id, other })),
    );
}
