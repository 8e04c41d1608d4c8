import type { LineFile } from '../../words/line-file.ts';
import type { NoticeForm } from './read-notice.ts';

/** Two parts of a notice that should not be combined. */
interface Contradiction {
  /** The action, and the kind or action that contradicts it. */
  readonly action: string;
  readonly other: string;
}

/**
 * Finds combinations that are contradictory or dangerous according to `notWith` in `line.yaml`. They are reported, not refused,
 * because staff on the spot know the situation better than a list made in advance.
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
