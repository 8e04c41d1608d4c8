/** What became of one piece between two versions. */
export interface Aligned {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * The shortest way from one row of pieces to another, by their longest common subsequence; what was removed stands before
 * what was added in its place. The work grows with the product of both lengths, so it is meant for a prompt's sentences and
 * a sentence's words.
 */
export function align(before: readonly string[], after: readonly string[]): Aligned[] {
  const width = after.length + 1;
  // How long the common rest is from each pair of positions.
  const rest = new Uint16Array((before.length + 1) * width);
  const restAt = (i: number, j: number): number => rest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      rest[i * width + j] =
        before[i] === after[j] ? restAt(i + 1, j + 1) + 1 : Math.max(restAt(i + 1, j), restAt(i, j + 1));
    }
  }
  const aligned: Aligned[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      aligned.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || restAt(i + 1, j) >= restAt(i, j + 1))) {
      aligned.push({ kind: 'removed', text: old });
      i += 1;
    } else if (fresh !== undefined) {
      aligned.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return aligned;
}
