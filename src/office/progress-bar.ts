import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Progress } from './editions/prepare-audio.ts';

const width = 24;

/**
 * Where the progress is shown. In a terminal, one line is updated. In a file, a line is added for every tenth of the
 * work.
 */
interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/**
 * Creates a function that shows how much of the audio has been made.
 * @param clock milliseconds, from any origin
 */
export function createProgressBar(
  screen: Screen,
  clock: () => number,
  terminal: TerminalLanguage,
): (progress: Progress) => void {
  const started = clock();
  let tenth = 0;
  return ({ done, total, language }) => {
    const share = total === 0 ? 1 : done / total;
    const left = done === 0 ? 0 : ((clock() - started) / done) * (total - done);
    const bar = '#'.repeat(Math.round(share * width)).padEnd(width, '.');
    const seconds = Math.ceil(left / 1000);
    const text = {
      ja: `音声を作っています [${bar}] ${done}/${total}文、${language}、あと${seconds}秒`,
      en: `Rendering speech [${bar}] ${done}/${total} sentences, ${language}, ${seconds} s left`,
    }[terminal];
    if (screen.isTTY) screen.write(`\r\u001b[2K${text}${done === total ? '\n' : ''}`);
    else if (Math.floor(share * 10) > tenth) screen.write(`${text}\n`);
    tenth = Math.floor(share * 10);
  };
}
