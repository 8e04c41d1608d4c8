import { type Response, Router } from 'express';
import { ExplainedError } from '../../common/explained-error.ts';
import { requireMember } from '../../frame/require-member.ts';
import { sendZip } from '../../frame/send-zip.ts';
import { showMessage } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import { soundFileLimits } from '../../office/editions/intake/unpack-sounds.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { pathOfText } from '../text/open-text.ts';
import { showSounds, takeSounds } from './intake-route.ts';
import { soundFiles } from './sound-files.ts';

type SoundsParts = Pick<ConsoleParts, 'drafts' | 'editions' | 'shelf' | 'sounds' | 'intake' | 'clock' | 'report'>;

/** Maximum number of archives made at the same time. Each may need speech synthesis for all texts of a language. */
export const mostArchives = 2;

/**
 * `/console/sounds`: staff download sounds as files, and import such files.
 * - `GET /console/sounds/<language>/<prompt>.wav` sends the sound of a saved text.
 * - `GET /console/sounds/<language>.zip` sends all sounds of a language, with a page that shows their words.
 */
export function createSoundsPage(parts: SoundsParts): ConsolePage {
  const { drafts, sounds, report } = parts;
  const router = Router();
  let archives = 0;

  router.get('/', (_request, response) => showSounds(parts, response));
  router.post('/', requireMember('approve'), (request, response) => takeSounds(parts, request, response));

  router.get(/^\/([\w-]+)\.zip$/, async (request, response) => {
    const tag = String(request.params[0]);
    const now = await drafts.read();
    if (!now.line.file.languages.some((each) => each.tag === tag)) return showMessage(response, 404, 'frame.missing');
    if (archives >= mostArchives) return showMessage(response, 503, 'sounds.busy');
    archives += 1;
    try {
      await sendZip(response, `kotozute-sounds-${tag}.zip`, soundFiles(parts, visitOf(response), now, tag));
    } finally {
      archives -= 1;
    }
  });

  router.get('/:language/:file', async ({ params }, response) => {
    const { language, file } = params;
    if (!file.endsWith('.wav')) return showMessage(response, 404, 'frame.missing');
    const prompt = file.slice(0, -'.wav'.length);
    const back = `/console${pathOfText(language, prompt)}`;
    try {
      const bytes = await sounds.wav((await drafts.read()).draft, { language, prompt });
      if (bytes) return sendWav(response, `${language} ${prompt}.wav`, bytes);
      showMessage(response, 404, 'sounds.missing', { back });
    } catch (error) {
      if (!(error instanceof ExplainedError)) throw error;
      report(error);
      showMessage(response, 503, 'sounds.not-spoken', { back });
    }
  });

  return {
    path: '/sounds',
    group: 'publish',
    navKey: 'sounds.nav',
    aboutKey: 'sounds.about',
    act: 'read',
    takesFiles: { act: 'approve', bytes: soundFileLimits.bytes },
    router,
  };
}

const sendWav = (response: Response, name: string, bytes: Uint8Array): void =>
  void response.attachment(name).type('audio/wav').send(Buffer.from(bytes));
