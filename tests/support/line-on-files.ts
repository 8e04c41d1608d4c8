import { join } from 'node:path';
import { pino } from 'pino';
import { cleanUp } from '#jest';
import { readConfig } from '../../src/config.ts';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { takeTurn } from '../../src/edition/take-turn.ts';
import { officeUnavailable } from '../../src/line/office-unavailable.ts';
import { openLine } from '../../src/line/open-line.ts';
import { createEdition, type OfficeEdition } from '../../src/office/editions/edition.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import type { Draft } from '../../src/words/draft.ts';
import { scratchFolder } from './scratch-database.ts';
import { account } from './twilio-account.ts';
import { actionOf, post } from './twilio-call.ts';

/** The English welcome of the second edition of `twoEditions`. The first edition has another one. */
export const otherWords = 'These are other words.';

/** Two editions: of a draft, and of the same draft with another English welcome. */
export function twoEditions(draft: Draft): { readonly first: OfficeEdition; readonly second: OfficeEdition } {
  const engine = { id: 'espeak', fingerprint: 'test' } as const;
  const english = draft.words.get('en');
  if (!english) throw new Error('The words have no English.');
  const prompts = { ...english.prompts, welcome: [otherWords] };
  const words = new Map(draft.words).set('en', { ...english, prompts });
  return { first: createEdition(draft, engine), second: createEdition({ ...draft, words }, engine) };
}

/** Makes a temporary DATA_DIR, to which `publish` writes files as the office does. */
export async function officeFiles() {
  const data = await scratchFolder();
  const folder = createEditionFolder(data);
  let number = 0;
  return {
    data,
    folder,
    sounds: join(data, 'sounds'),
    async publish(edition: OfficeEdition) {
      await folder.write(toEditionFile(edition));
      number += 1;
      await folder.writePointer({ number, edition: edition.hash });
    },
  };
}

/** Opens a line on the files of an office that is not running. `told` has the messages that the line has logged. */
export async function lineOn(
  { data, sounds }: Awaited<ReturnType<typeof officeFiles>>,
  options: { readonly patience?: number; readonly lookEvery?: number } = {},
) {
  const told: string[] = [];
  const settings = {
    ...readConfig({
      PUBLIC_URL: account.publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authTokens[0],
    }),
    audioCacheFolder: sounds,
    dataFolder: data,
  };
  const log = pino({ level: 'warn' }, { write: (text: string) => void told.push(JSON.parse(text).msg) });
  const opened = await openLine({
    settings,
    log,
    office: officeUnavailable,
    soundsOfOffice: null,
    waitsForSounds: false,
    ...options,
  });
  cleanUp(opened.close);
  return { app: opened.listener, ready: opened.ready, close: opened.close, told };
}

/** The narration of the turn that `chosen` requests, on an edition and without a disaster notice: its key and parts. */
export function narrationChosen(edition: OfficeEdition) {
  const conditions = { now: new Date().toISOString(), dialsUntried: true, mayTransfer: true, disaster: null };
  const shelf = { current: edition, find: () => edition };
  const menu = takeTurn(shelf, { code: null, turns: 0, input: { kind: 'call-started' }, conditions });
  return takeTurn(shelf, { ...menu, input: { kind: 'key', key: '1' }, conditions }).script.narration;
}

/**
 * Presses the key of English in the language menu.
 * @param from the address that a menu has given for the key; by default, a new call begins
 * @returns the answer to the key
 */
export async function chosen(app: Parameters<typeof post>[0], from?: string) {
  return post(app, from ?? actionOf((await post(app, '/twilio/voice')).text), { Digits: '1' });
}
