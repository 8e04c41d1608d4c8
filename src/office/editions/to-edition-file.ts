import { setImmediate } from 'node:timers/promises';
import type { LanguageTag } from '../../call/line.ts';
import type { Saying } from '../../call/step.ts';
import { sayingCode } from '../../edition/edition.ts';
import type { EditionFile, EditionSentence, SaidPart, ShownPart } from '../../edition/edition-file.ts';
import { offersKey, type SpokenSentence } from '../../speech/narration.ts';
import { toPieces } from '../../speech/to-pieces.ts';
import type { Segment } from '../../words/segment.ts';
import { shownTexts } from '../../words/shown-texts.ts';
import type { Edition, Script } from './edition.ts';
import { toEditionDates } from './edition-dates.ts';
import { toEditionLeaflet } from './edition-leaflet.ts';
import { everySaying, openingSayings } from './every-saying.ts';

/** Milliseconds of work before yielding to the event loop. */
const slice = 8;

/** Converts an edition to the file that lines read. The same edition always gives the same file. */
export function toEditionFile(edition: Edition): EditionFile {
  const steps = stepsTo(edition);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Like `toEditionFile`, but yields to the event loop regularly. */
export async function toEditionFileInSteps(edition: Edition): Promise<EditionFile> {
  const steps = stepsTo(edition);
  let sliceEnds = performance.now() + slice;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < sliceEnds) continue;
    await setImmediate();
    sliceEnds = performance.now() + slice;
  }
}

/** Yields after each saying, so that the work can be spread out. */
function* stepsTo(edition: Edition): Generator<undefined, EditionFile> {
  const { file, line, hash, engine } = edition;
  const sentences = new Map<string, { readonly index: number; readonly sentence: EditionSentence }>();
  const indexesOf = (normal: Script, slow: Script): number[] => {
    const slower = spokenIn(slow);
    return spokenIn(normal).map((spoken, position) => {
      const sentence = toSentence(spoken, slower[position]?.key ?? spoken.key);
      const code = JSON.stringify(sentence);
      const known = sentences.get(code) ?? { index: sentences.size, sentence };
      sentences.set(code, known);
      return known.index;
    });
  };
  const tags: readonly (LanguageTag | null)[] = [null, ...line.languages.map(({ tag }) => tag)];
  const sayings: [string, number[]][] = [];
  for (const { tag } of file.languages) {
    for (const saying of everySaying(file, tag)) {
      if (saying.at !== undefined) continue;
      sayings.push([sayingCode(saying), indexesOf(edition.script([saying]), edition.script([saying], true))]);
      yield;
    }
  }
  const dates = toEditionDates(file);
  for (const saying of openingSayings(edition)) {
    sayings.push([sayingCode(saying), indexesOf(edition.script([saying]), edition.script([saying], true))]);
    yield;
  }
  const whispers = tags.map((tag) => [tag, indexesOf(edition.whisper(tag), edition.whisper(tag))] as const);
  return {
    hash,
    name: file.name,
    line,
    languages: file.languages.map(({ tag, name, ownNumbers, voices }) => ({
      tag,
      name,
      ownNumbers,
      say: voices.twilio,
    })),
    destinations: file.destinations.map(({ id, name }) => [id, name] as const),
    ...(dates && { dates }),
    leaflet: toEditionLeaflet(file),
    ...(file.fallback !== undefined && { fallback: file.fallback }),
    transfersPerHour: file.transfersPerHour,
    isDemonstration: engine.id === 'espeak',
    sentences: [...sentences.values()].map(({ sentence }) => sentence),
    sayings,
    whispers,
  };
}

/** The sentences of a saying that names a time, for the file of the notice. */
export function momentSentences(edition: Edition, saying: Saying): EditionSentence[] {
  const slower = spokenIn(edition.script([saying], true));
  return spokenIn(edition.script([saying])).map((spoken, index) =>
    toSentence(spoken, slower[index]?.key ?? spoken.key),
  );
}

const spokenIn = ({ narration }: Script): SpokenSentence[] =>
  narration.parts.flatMap((part) => (typeof part === 'number' ? [] : [part]));

const toSentence = ({ key, sentence }: SpokenSentence, slow: string): EditionSentence => {
  const { prompt, language, segments } = sentence;
  return {
    prompt,
    language,
    sounds: { normal: key, slow },
    offersKey: offersKey(sentence),
    said: toPieces(language, segments).map((piece): SaidPart => {
      if (piece.kind === 'pause') return { pause: piece.milliseconds };
      return piece.kind === 'reading' ? { text: piece.text, reading: piece.reading } : { text: piece.text };
    }),
    shown: shownTexts(language, segments).map((text, index) => toShown(text, segments[index])),
  };
};

function toShown(text: string, segment: Segment | undefined): ShownPart {
  if (segment?.kind === 'reading') return { text, reading: segment.reading };
  const value = segment?.kind === 'fact' ? segment.value : null;
  return value?.type === 'phone' ? { text, dial: value.number.replaceAll('-', '') } : { text };
}
