import { strToU8 } from 'fflate';
import { ExplainedError } from '../../common/explained-error.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { type Html, html } from '../../frame/html.ts';
import type { Visitor } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { textGroups } from '../../office/drafts/text-groups.ts';
import { slowFolder } from '../../office/editions/intake/match-sound.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { partsOfText, type SentencePart, sentenceView } from '../text/sentence.ts';

/** A text in the archive. */
interface HeardText {
  readonly prompt: string;
  /** What staff call the prompt. */
  readonly name: string;
  /** The name of the sound's file; null if the text has no sound. */
  readonly file: string | null;
  readonly sentences: readonly (readonly SentencePart[])[];
  readonly source: readonly (readonly SentencePart[])[];
}

/**
 * The files of an archive. The texts are in the order of `textGroups`, which roughly follows a call. Only the disaster
 * texts, which callers hear first, come last. Each text that can be spoken has a WAV file, whose name consists of a
 * number, the id and the name of the text. A second WAV file in a separate folder has the same text in slow speech. The
 * last file is a page that shows the words of all texts and plays the sounds. This page needs no network.
 */
export async function* soundFiles(
  { sounds, clock, report }: Pick<ConsoleParts, 'sounds' | 'clock' | 'report'>,
  visitor: Pick<Visitor, 't' | 'language'>,
  now: DraftNow,
  tag: string,
) {
  const { draft } = now;
  const { line, words } = draft;
  const names = namesIn(visitor, now);
  const sentencesIn = (language: string, prompt: string) =>
    (words.get(language)?.prompts[prompt] ?? []).map(partsOfText(draft, { language, prompt }, names));
  const speak = (prompt: string, slow: boolean) =>
    sounds.wav(draft, { language: tag, prompt }, slow).catch((error: unknown) => {
      if (!(error instanceof ExplainedError)) throw error;
      report(error);
      return null;
    });
  const texts: HeardText[] = [];
  for (const prompt of textGroups(line, tag).flatMap(({ prompts }) => prompts)) {
    const source = sentencesIn(line.sourceLanguage, prompt);
    const name = names.prompt(prompt);
    const file = fileName(texts.length + 1, prompt, name);
    const bytes = await speak(prompt, false);
    const isOwn = tag === line.sourceLanguage;
    texts.push({ prompt, name, file: bytes && file, sentences: sentencesIn(tag, prompt), source: isOwn ? [] : source });
    if (!bytes) continue;
    yield { name: file, bytes, isPacked: false };
    // Callers hear slow speech after pressing 8. A Kotozute that imports this file need not synthesize it.
    const slow = await speak(prompt, true);
    if (slow) yield { name: `${slowFolder}/${file}`, bytes: slow, isPacked: false };
  }
  const title = visitor.t('sounds.index', {
    language: names.language(tag),
    when: formatMoment(visitor.language, clock()),
  });
  const page = indexPage(visitor, { tag, sourceTag: line.sourceLanguage, title, texts });
  yield { name: 'index.html', bytes: strToU8(page.toString()), isPacked: true };
}

/**
 * Maximum length of a file name without its extension, in characters. Files with short names can be unpacked into any
 * folder. Ids are never shortened, because the import finds the text of a file by the id. A long id can make a long
 * name.
 */
const mostOfName = 60;

/** The file name for the sound of a text, without characters that file systems refuse. */
function fileName(number: number, prompt: string, name: string): string {
  const start = `${String(number).padStart(3, '0')} ${prompt}`;
  const whole = [...`${start} ${name}`].slice(0, Math.max(mostOfName, start.length)).join('');
  return `${whole.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, '').trim()}.wav`;
}

interface IndexData {
  readonly tag: string;
  readonly sourceTag: string;
  readonly title: string;
  readonly texts: readonly HeardText[];
}

/** The page of the archive, which works in a folder on any computer. It loads nothing but the sounds in this folder. */
const indexPage = (
  { t, language }: Pick<Visitor, 't' | 'language'>,
  { tag, sourceTag, title, texts }: IndexData,
): Html => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
<p>${t('sounds.index-about')}</p>
${texts.map(
  ({ prompt, name, file, sentences, source }) => html`<h2>${name} (${prompt})</h2>
<ol lang="${tag}" dir="auto">${sentences.map((parts) => html`<li>${sentenceView(parts)}</li>`)}</ol>
${source.length > 0 ? html`<ol lang="${sourceTag}">${source.map((parts) => html`<li>${sentenceView(parts)}</li>`)}</ol>` : ''}
${file === null ? html`<p>${t('sounds.no-sound')}</p>` : html`<p><audio controls preload="none" src="${encodeURIComponent(file)}" aria-label="${name}"></audio> ${file}</p>`}`,
)}
</body>
</html>
`;
