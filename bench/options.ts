import { parseArgs } from 'node:util';

/** The command line is invalid; the message explains the options. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

interface Options {
  readonly quick: boolean;
  /** The groups to measure, in the order of the report. */
  readonly groups: readonly string[];
}

/**
 * Reads the arguments of `npm run bench --`.
 * @param known the names of all groups
 * @param onRequest groups that are only measured when named
 * @throws OptionsError for unknown options and groups
 */
export function readOptions(
  args: readonly string[],
  known: readonly string[],
  onRequest: readonly string[] = [],
): Options {
  const usage = `Use --quick for a short run, and --only <name> for one group of: ${known.join(', ')}.`;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
    });
    const unknown = values.only?.find((name) => !known.includes(name));
    if (unknown !== undefined) throw new OptionsError(`There is no group "${unknown}". ${usage}`);
    return {
      quick: values.quick,
      groups: known.filter((name) => values.only?.includes(name) ?? !onRequest.includes(name)),
    };
  } catch (error) {
    throw error instanceof OptionsError ? error : new OptionsError(usage, { cause: error });
  }
}
