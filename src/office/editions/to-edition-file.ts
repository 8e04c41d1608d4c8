import type { LanguageTag } from '../../call/line.ts';
import type { Saying } from '../../call/step.ts';
import { inSlices } from '../../common/slices.ts';
import { sayingCode } from '../../edition/edition.ts';
import type {
  EditionDates,
  EditionFile,
  EditionLeaflet,
  EditionSentence,
  SaidPart,
  ShownPart,
} from '../../edition/edition-file.ts';
import { offersKey, type SpokenSentence } from '../../speech/narration.ts';
import { toPieces } from '../../speech/to-pieces.ts';
import { type DatedHours, wholeOf } from '../../words/dated-hours.ts';
import { phoneNumberIn } from '../../words/fact-file.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { Segment } from '../../words/segment.ts';
import { parseSentence, writtenPart } from '../../words/sentence-template.ts';
import { shownTexts } from '../../words/shown-texts.ts';
import { writeDates } from '../../words/write-dates.ts';
import type { OfficeEdition, SpokenScript } from './edition.ts';
import { everySaying, openingSayings } from './every-saying.ts';

/** Converts an edition to the file that lines read. The same edition always gives the same file. */
export function toEditionFile(edition: OfficeEdition): EditionFile {
  const steps = stepsTo(edition);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Like `toEditionFile`, but yields to the event loop regularly. */
export async function toEditionFileInSteps(edition: OfficeEdition): Promise<EditionFile> {
  const steps = stepsTo(edition);
  const endOfStep = inSlices();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await endOfStep();
  }
}

/** Converts an edition to the file. Yields after each saying, so that the work can be spread out. */
function* stepsTo(edition: OfficeEdition): Generator<undefined, EditionFile> {
  const { file, line, hash, engine } = edition;
  const sentences = new Map<string, { readonly index: number; readonly sentence: EditionSentence }>();
  const indexesOf = (normal: SpokenScript, slow: SpokenScript): number[] => {
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

/**
 * The sentences of a saying, in the form that they have in files for the line. Sayings that name the time of a notice
 * are not in an edition's file, so their sentences are computed here.
 */
export function momentSentences(edition: OfficeEdition, saying: Saying): EditionSentence[] {
  const slower = spokenIn(edition.script([saying], true));
  return spokenIn(edition.script([saying])).map((spoken, index) =>
    toSentence(spoken, slower[index]?.key ?? spoken.key),
  );
}

const spokenIn = ({ narration }: SpokenScript): SpokenSentence[] =>
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

/**
 * Days on which destinations have other hours than usual, as an edition's file contains them; undefined if there are
 * none.
 */
function toEditionDates({ destinations, languages }: LineFile) {
  const toDates = (dates: DatedHours): EditionDates => ({
    until: wholeOf(dates).to,
    ...(dates.reason !== undefined && { reason: dates.reason }),
    written: languages.map(({ tag }) => [tag, shownText(writeDates(tag, dates))] as const),
  });
  const dated = destinations.flatMap(({ id, dates = [] }) =>
    dates.length > 0 ? [[id, dates.map(toDates)] as const] : [],
  );
  return dated.length > 0 ? dated : undefined;
}

/** What residents read besides the words that callers hear, as an edition's file contains it. */
function toEditionLeaflet({ leaflet, facts, destinations }: LineFile): EditionLeaflet {
  return {
    number: phoneNumberIn(facts, leaflet?.number),
    titles: shownNames(leaflet?.title ?? {}),
    addresses: (leaflet?.addresses ?? []).map(({ names, url }) => ({ names: shownNames(names), url })),
    contacts: (leaflet?.contacts ?? []).map(({ names, number, phone, fax, address }) => ({
      names: shownNames(names),
      phone: phoneNumberIn(facts, number) ?? phone ?? null,
      fax: fax ?? null,
      address: address ?? null,
      destination: destinations.find((each) => each.number === number)?.id ?? null,
    })),
  };
}

const shownNames = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([tag, name]) => [tag, shownText(name)] as const);

/**
 * A text that residents only read, in parts, with its readings. Such a text has no placeholders; a placeholder that
 * somebody writes by mistake is shown unchanged.
 */
export const shownText = (name: string): ShownPart[] =>
  parseSentence(name).map((part): ShownPart => {
    if (part.kind === 'reading') return { text: part.text, reading: part.reading };
    return { text: writtenPart(part) };
  });
