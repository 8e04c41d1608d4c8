import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf } from '../common/errors.ts';
import { explanationOf } from '../common/explained-error.ts';
import type { Check } from '../operation/check.ts';
import { troubleCheck } from '../operation/check-account.ts';
import { noFallbackText } from '../operation/check-fallback.ts';
import { deployFallback, type SpokenLine } from '../operation/deploy-fallback.ts';
import { filesOf, writeFallback } from '../operation/fallback.ts';
import { noEditionText } from '../operation/look-at-line.ts';
import { TwilioApiError } from '../operation/twilio-api.ts';
import { makeFolder } from './make-folder.ts';
import { type TwilioArguments, type TwilioCommandParts, tellChecks } from './twilio-parts.ts';

interface FallbackParts extends Pick<TwilioCommandParts, 'language' | 'print'> {
  readonly line: SpokenLine | null;
}

const noBase: Bilingual = {
  ja: '文書を置くアドレスがないか、アドレスになっていません。--base https://…/ を付けるか、TWILIO_FALLBACK_URL を設定してください。',
  en: 'The address of the folder is missing, or is not an address: add --base https://…/ or set TWILIO_FALLBACK_URL.',
};
const notWritable = (folder: string, code: string): Bilingual => ({
  ja: `フォルダー「${folder}」に書けません(${code})。--out に、書けるフォルダーを付けてください。`,
  en: `The folder "${folder}" cannot be written (${code}): name another one with --out.`,
});
const atOnce: Bilingual = {
  ja: 'ほかのところ(たとえば管理プロセス)でも、同時に置いていました。1分ほど待って、もう一度実行してください。',
  en: 'Another process, perhaps the office, was deploying the fallback at the same time: wait a minute and try again.',
};
const staysOld: Bilingual = {
  ja: '置きかえるまで、前の代替案内が流れます。TWILIO_FALLBACK=deployなら、サービスが自動でやり直します。そうでなければ、もう一度実行してください。',
  en: 'Callers hear the earlier fallback until it is replaced. With TWILIO_FALLBACK=deploy the service tries again by itself; otherwise run the command again.',
};
const noSounds: Bilingual = {
  ja: '音声がまだできていません。サービスを動かして、数分待ってください。',
  en: 'The sounds of the fallback do not exist yet: run the service and wait a few minutes.',
};

/**
 * Writes the fallback into a folder. Sounds are written before documents, and each file atomically. Then sounds that
 * the fallback no longer plays are removed.
 * @param base the address at which the folder will be served; null if no address was given
 * @returns the exit code
 */
export async function writeFallbackFolder(
  out: string,
  base: string | null,
  { line, language, print }: FallbackParts,
): Promise<number> {
  const refuse = (text: Bilingual): number => {
    print(text[language]);
    return 1;
  };
  if (!line) return refuse(noEditionText);
  if (base === null || !isBase(base)) return refuse(noBase);
  const fallback = writeFallback(line.edition, base.replace(/\/*$/, '/'), line.disaster !== null);
  if (!fallback) return refuse(noFallbackText);
  const files = await filesOf(fallback, line.sound);
  if (!files) return refuse(noSounds);
  const names = new Set(files.map(({ name }) => name));
  try {
    await makeFolder(out);
    for (const { name, bytes } of files) await writeFileAtomic(join(out, name), Buffer.from(bytes));
    const old = (await readdir(out)).filter((name) => /^[0-9a-f]{64}\.wav$/.test(name) && !names.has(name));
    for (const name of old) await rm(join(out, name));
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return refuse(notWritable(out, code));
  }
  print([...fallback.documents.keys(), `${fallback.sounds.length} × .wav`].map((each) => join(out, each)).join('\n'));
  return 0;
}

/** Whether an address is allowed for a fallback. It must be https; http is allowed only for trials on this machine. */
const isBase = (address: string): boolean =>
  /^(?:https:\/\/[^\s/]|http:\/\/(?:127\.0\.0\.1|localhost)\b)\S*$/.test(address);

/** The fallback is in the Assets, but this could not be recorded. Later commands and the office do not know of it. */
const notRecorded = ({ ja, en }: Bilingual): Bilingual => ({
  ja: `代替案内は、Twilioに置きました。ただし、置いたことをDATA_DIRの fallback.json に記録できませんでした。書けるようにしてから、もう一度実行してください。理由: ${ja}`,
  en: `The fallback is in place at Twilio, but this could not be recorded in fallback.json in DATA_DIR. Make that writable and run the command again. Reason: ${en}`,
});

/** Puts the fallback into the account's Assets, and prints its address. @returns the exit code */
export async function deployFallbackNow(
  { json }: Pick<TwilioArguments, 'json'>,
  { line, api, clock, keepDeployed, language, print }: TwilioCommandParts,
): Promise<number> {
  const tell = (...checks: Check[]): number => tellChecks(checks, { json, strict: false }, { language, print });
  const about: Bilingual = { ja: '代替案内をTwilioに置く', en: 'Putting the fallback into Twilio' };
  const failed = (mend: Bilingual): Check => ({ id: 'fallback-deploy', state: 'fail', about, mend });
  const fail = (mend: Bilingual): number => tell(failed(mend));
  if (!line) return fail(noEditionText);
  const deployed = await deployFallback(line, api.files, clock()).catch((error: unknown) => {
    if (error instanceof TwilioApiError) return error;
    throw error;
  });
  if (deployed instanceof TwilioApiError) {
    // A file or build that Twilio just listed is gone. Probably the office was deploying at the same time.
    return deployed.trouble === 'unknown' ? fail(atOnce) : tell(troubleCheck(deployed), failed(staysOld));
  }
  if (deployed === 'no-text') return fail(noFallbackText);
  if (deployed === 'no-sounds') return fail(noSounds);
  try {
    await keepDeployed(deployed);
  } catch (error) {
    return fail(notRecorded(explanationOf(error)));
  }
  return tell({ id: 'fallback-deploy', state: 'ok', about, found: deployed.address });
}
