import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf } from '../common/errors.ts';
import { ExplainedError } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Config } from '../config.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** The port cannot be opened; the explanation says what to do. */
export class PortError extends ExplainedError {
  override readonly name = 'PortError';
}

const texts = {
  answers: { ja: 'Kotozuteが動いています:', en: 'Kotozute answers on' },
  phone: { ja: 'ブラウザーで電話をかける:', en: 'Call it in the browser:' },
  notConnected: {
    ja: 'Twilioにつながっていません。どのWebhookにも403を返します。設定のしかたは README.ja.md にあります。',
    en: 'Twilio is not connected: every webhook gets 403. README.md says what to set.',
  },
} as const;

/** Prints the addresses of the line. */
export function printLine(
  { hasPhonePage, twilio }: Pick<Config, 'hasPhonePage' | 'twilio'>,
  port: number,
  language: TerminalLanguage,
): void {
  const address = `http://localhost:${port}`;
  print(`${texts.answers[language]} ${address}`);
  if (hasPhonePage) print(`${texts.phone[language]} ${address}/phone`);
  if (!twilio) print(texts.notConnected[language]);
}

const portTroubles: Readonly<Record<string, (port: number) => Bilingual>> = {
  EADDRINUSE: (port) => ({
    ja: `ポート${port}は、ほかのプログラムが使っています。そのプログラムを終わらせるか、PORT に別の番号を設定してください。`,
    en: `Port ${port} is in use by another program; end that program, or set PORT to another number.`,
  }),
  EACCES: (port) => ({
    ja: `ポート${port}を使う権限が、このアカウントにありません。PORT に1024以上の番号を設定してください。`,
    en: `Port ${port} may not be opened by this account; set PORT to a number above 1023.`,
  }),
};

/**
 * @throws PortError when the port is in use, or may not be opened by this account. Other errors are passed on unchanged
 */
export async function listen(server: Server, port: number): Promise<void> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    const explained = portTroubles[codeOf(error) ?? ''];
    throw explained ? new PortError(explained(port), { cause: error }) : error;
  }
}
