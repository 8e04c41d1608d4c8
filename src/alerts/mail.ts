import { codeOf } from '../common/errors.ts';
import { alertWords } from './alert.ts';
import type { AlertReceiver } from './send-alerts.ts';

/** The server that sends mail, the sender and the receivers. */
interface Mail {
  /** The address of the server, such as `smtps://user:password@mail.example.jp`. */
  readonly server: string;
  readonly from: string;
  readonly to: readonly string[];
  /** The public address of the line; null if it has none. */
  readonly line: string | null;
}

/** Maximum number of milliseconds for each step of a delivery. */
const patience = 15_000;

/**
 * Sends alerts by mail. The package for mail is loaded when the first mail is sent, so that a process that never sends
 * mail needs no memory for the package.
 */
export const createMail = ({ server, from, to, line }: Mail): AlertReceiver => ({
  async send(alert) {
    const { ja, en } = alertWords(alert);
    const { createTransport } = await import('nodemailer');
    const limits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
    const transport = createTransport({ url: server, ...limits });
    try {
      await transport.sendMail({
        from,
        to: [...to],
        // The first sentence of the alert says what has happened.
        subject: `言伝 Kotozute: ${ja.split('。')[0]}${line === null ? '' : ` (${line})`}`,
        text: `${ja}\n\n${en}\n`,
      });
    } catch (error) {
      // The message of this error may contain the password, or what the server says about the account.
      throw new Error(
        `mail: ${codeOf(error) ?? 'not sent'} ${Reflect.get(Object(error), 'responseCode') ?? ''}`.trim(),
      );
    } finally {
      transport.close();
    }
  },
});
