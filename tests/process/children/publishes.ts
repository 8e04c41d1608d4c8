import { openDatabase } from '../../../src/database/open-database.ts';
import { createFileAudioStore } from '../../../src/sound/file-audio-store.ts';
import { openSmallOffice } from '../../support/small-office.ts';

/*
 * Publishes the draft of a database, and prints when it begins and how it ended. If words are given, they first replace
 * one sentence of the draft.
 */

const [data = '', audio = '', words = ''] = process.argv.slice(2);
const database = await openDatabase(data);
const office = await openSmallOffice(database, { cache: createFileAudioStore(audio) });
if (words !== '') await office.save('en', 'goodbye', words);
process.stdout.write('publishing\n');
const { kind } = await office.publish();
process.stdout.write(`${kind}\n`);
await database.close();
