import { z } from 'zod';
import type { AssetHost } from './asset-host.ts';
import { filesOf, writeFallback } from './fallback.ts';
import type { ProbedLine } from './probe.ts';

/** The fallback that was last put into the account's Assets. */
export interface DeployedFallback {
  /** The address of the document in all languages. */
  readonly address: string;
  /** The hash of the edition whose words the fallback says. */
  readonly edition: string;
  readonly isDisaster: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The schema of a `DeployedFallback` in a file. */
export const deployedFallback: z.ZodType<DeployedFallback> = z.object({
  address: z.url({ protocol: /^https?$/ }),
  edition: z.string(),
  isDisaster: z.boolean(),
  at: z.number(),
});

/** What a fallback is made of. */
export type SpokenLine = Pick<ProbedLine, 'edition' | 'disaster' | 'sound'>;

/** Why nothing can be put into the Assets: the edition has no text for a fallback, or its sounds do not exist yet. */
type NothingToDeploy = 'no-text' | 'no-sounds';

/**
 * Puts the fallback of an edition into the account's Assets.
 * @param now milliseconds since the epoch
 * @throws TwilioApiError if a request to Twilio fails; the previous fallback then stays in the Assets
 */
export async function deployFallback(
  { edition, disaster, sound }: SpokenLine,
  host: AssetHost,
  now: number,
): Promise<DeployedFallback | NothingToDeploy> {
  const isDisaster = disaster !== null;
  // Text and sounds are checked before anything is created in the account.
  const withoutAddress = writeFallback(edition, '', isDisaster);
  if (!withoutAddress) return 'no-text';
  if (!(await filesOf(withoutAddress, sound))) return 'no-sounds';
  const base = await host.address();
  const fallback = writeFallback(edition, base, isDisaster);
  const files = fallback && (await filesOf(fallback, sound));
  if (!files) return 'no-sounds';
  await host.replace(files);
  return { address: `${base}fallback.xml`, edition: edition.file.hash, isDisaster, at: now };
}
