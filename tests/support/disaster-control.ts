import type { LanguageTag } from '../../src/call/line.ts';
import { createDisasterDesk } from '../../src/office/disaster/disaster-desk.ts';
import type { DisasterPlace, DisasterPlaces } from '../../src/office/disaster/disaster-places.ts';
import { createDisasterSwitch } from '../../src/office/disaster/disaster-switch.ts';
import type { DisasterControl } from '../../src/office/open-disaster.ts';
import type { NewAuditEntry } from '../../src/office/staff/audit-entry.ts';
import type { LineFile } from '../../src/words/line-file.ts';

/** A place in memory that can be made to fail. */
export function memoryPlace(): DisasterPlace & { text: string | null; isBroken: boolean } {
  const place = {
    text: null as string | null,
    isBroken: false,
    async read() {
      if (place.isBroken) throw new Error('The place cannot be read.');
      return place.text;
    },
    async write(text: string) {
      if (place.isBroken) throw new Error('The place cannot be written.');
      place.text = text;
    },
  };
  return place;
}

/** The switch over places in memory; `languages` are approved in everything. */
export function memoryDisaster(
  line: () => LineFile,
  clock: () => number,
  languages: readonly LanguageTag[] = ['ja', 'en'],
) {
  const [file, database] = [memoryPlace(), memoryPlace()];
  const entries: NewAuditEntry<string>[] = [];
  const audit = async (entry: NewAuditEntry<string>) => {
    if (database.isBroken) throw new Error('The audit cannot be written.');
    entries.push(entry);
  };
  const places: DisasterPlaces = { file, database, audit };
  const told = { languages };
  const approved = async () => {
    if (database.isBroken) throw new Error('Nobody can look.');
    return told.languages;
  };
  const disaster = createDisasterSwitch({ clock, stopwatch: clock });
  const desk = createDisasterDesk({ disaster, places, line, approved, clock });
  const control: DisasterControl = { disaster, desk, places, approved };
  return { control, disaster, desk, places, file, database, entries, told, approved };
}
