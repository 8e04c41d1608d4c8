import type { LanguageTag } from '../../src/call/line.ts';
import { createDisasterDesk } from '../../src/office/disaster/disaster-desk.ts';
import type { DisasterStore, DisasterStores } from '../../src/office/disaster/disaster-stores.ts';
import { createDisasterSwitch } from '../../src/office/disaster/disaster-switch.ts';
import type { DisasterControl } from '../../src/office/open-disaster.ts';
import type { NewAuditEntry } from '../../src/office/staff/audit-entry.ts';
import type { LineFile } from '../../src/words/line-file.ts';

/** A store in memory that can be made to fail. */
function memoryStore(): DisasterStore & { text: string | null; isBroken: boolean } {
  const store = {
    text: null as string | null,
    isBroken: false,
    async read() {
      if (store.isBroken) throw new Error('The store cannot be read.');
      return store.text;
    },
    async write(text: string) {
      if (store.isBroken) throw new Error('The store cannot be written.');
      store.text = text;
    },
  };
  return store;
}

/** The disaster switch with stores in memory. @param languages the languages in which all texts count as approved */
export function memoryDisaster(
  line: () => LineFile,
  clock: () => number,
  languages: readonly LanguageTag[] = ['ja', 'en'],
) {
  const [file, database] = [memoryStore(), memoryStore()];
  const entries: NewAuditEntry<string>[] = [];
  const audit = async (entry: NewAuditEntry<string>) => {
    if (database.isBroken) throw new Error('The audit cannot be written.');
    entries.push(entry);
  };
  const stores: DisasterStores = { file, database, audit };
  const told = { languages };
  const approved = async () => {
    if (database.isBroken) throw new Error('The approvals cannot be read.');
    return told.languages;
  };
  const disaster = createDisasterSwitch({ clock, stopwatch: clock });
  const desk = createDisasterDesk({ disaster, stores, line, approved, clock });
  const control: DisasterControl = { disaster, desk, stores, approved };
  return { control, disaster, desk, stores, file, database, entries, told, approved };
}
