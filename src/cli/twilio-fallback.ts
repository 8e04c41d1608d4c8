import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf } from '../common/errors.ts';
import { noFallbackText } from '../operation/check-fallback.ts';
import { folderOf, writeFallback } from '../operation/fallback.ts';
import type { ProbedLine } from '../operation/probe.ts';
import type { TerminalLanguage } from '../operation/report.ts';

interface FallbackParts {
  /** The live edition; null before the first one. */
  readonly line: Pick<ProbedLine, 'edition' | 'disaster' | 'sound'> | null;
  readonly fallbackUrl: string | null;
  readonly language: TerminalLanguage;
  readonly print: (text: string) => void;
}

export const noEditionText: Bilingual = {
  ja: 'まだ公開された版がありません。一度 npm start で起動してください。',
  en: 'Nothing has been published yet: run npm start once.',
};

const noBase: Bilingual = {
  ja: '文書を置くアドレスがないか、アドレスになっていません。--base https://…/ を付けるか、TWILIO_FALLBACK_URL を設定してください。',
  en: 'The address of the folder is missing, or is not an address: add --base https://…/ or set TWILIO_FALLBACK_URL.',
};
const notWritable = (folder: string, code: string): Bilingual => ({
  ja: `フォルダー「${folder}」に書けません(${code})。--out に、書けるフォルダーを付けてください。`,
  en: `The folder "${folder}" cannot be written (${code}): name another one with --out.`,
});
const noSounds: Bilingual = {
  ja: '音声がまだできていません。サービスを動かして、数分待ってください。',
  en: 'Its sounds do not exist yet: run the service and wait some minutes.',
};

/**
 * Writes the fallback into a folder, sounds first and each file whole, and removes sounds that it no longer plays.
 * @param base the address at which the folder will be; null for that of the settings
 * @returns the exit code
 */
export async function writeFallbackFolder(
  out: string,
  base: string | null,
  { line, language, print, fallbackUrl }: FallbackParts,
): Promise<number> {
  const refuse = (text: Bilingual): number => {
    print(text[language]);
    return 1;
  };
  if (!line) return refuse(noEditionText);
  const address = base ?? (fallbackUrl && folderOf(fallbackUrl));
  if (!address || !/^https?:\/\/\S+$/.test(address)) return refuse(noBase);
  const fallback = writeFallback(line.edition, address.replace(/\/*$/, '/'), line.disaster !== null);
  if (!fallback) return refuse(noFallbackText);
  const sounds = new Map<string, Uint8Array>();
  for (const key of fallback.sounds) {
    const bytes = await line.sound(key);
    if (!bytes) return refuse(noSounds);
    sounds.set(`${key}.wav`, bytes);
  }
  try {
    await mkdir(out, { recursive: true });
    for (const [name, bytes] of sounds) await writeFileAtomic(join(out, name), Buffer.from(bytes));
    for (const [name, text] of fallback.documents) await writeFileAtomic(join(out, name), text);
    const old = (await readdir(out)).filter((name) => /^[0-9a-f]{64}\.wav$/.test(name) && !sounds.has(name));
    for (const name of old) await rm(join(out, name));
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return refuse(notWritable(out, code));
  }
  print([...fallback.documents.keys(), `${sounds.size} × .wav`].map((each) => join(out, each)).join('\n'));
  return 0;
}
