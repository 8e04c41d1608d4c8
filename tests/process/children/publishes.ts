import { openDatabase } from '../../../src/database/open-database.ts';
import { createFileAudioStore } from '../../../src/sound/file-audio-store.ts';
import { openSmallOffice } from '../../support/small-office.ts';

/* Publishes the draft of a database with other words in one sentence, and says when it begins and what has become of it. */

const [data = '', audio = '', words = ''] = process.argv.slice(2);
const database = await openDatabase(data);
const office = await openSmallOffice(database, { cache: createFileAudioStore(audio) });
if (words !== '') await office.save('en', 'goodbye', words);
process.stdout.write('publishing\n');
const { kind } = await office.publish();
process.stdout.write(`${kind}\n`);
await database.close();
