import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

interface Mail {
  readonly to: string[];
  subject: string;
  /** The body, decoded. */
  text: string;
}

/** A mail server on this machine. It collects the mails that are sent to it. If `refuses`, it refuses every sign-in. */
export async function startSmtp({ refuses = false } = {}) {
  const mails: Mail[] = [];
  const talk = async (socket: Socket): Promise<void> => {
    const say = (line: string) => socket.write(`${line}\r\n`);
    const to: string[] = [];
    let letter: string[] | null = null;
    say('220 ready');
    for await (const line of createInterface({ input: socket })) {
      if (letter && line !== '.') letter.push(line);
      else if (letter) {
        mails.push({ to: [...to], ...readLetter(letter) });
        letter = null;
        say('250 taken');
      } else if (/^EHLO/i.test(line)) socket.write('250-here\r\n250 AUTH PLAIN\r\n');
      else if (/^AUTH/i.test(line)) say(refuses ? '535 the password secret-password is wrong' : '235 welcome');
      else if (/^RCPT TO:<(.+)>/i.test(line)) {
        to.push(/<(.+)>/.exec(line)?.[1] ?? '');
        say('250 ok');
      } else if (/^DATA/i.test(line)) {
        letter = [];
        say('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    }
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    talk(socket).catch(() => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Reads the subject and the text of a mail. It understands only enough MIME for a text in one part. */
function readLetter(lines: readonly string[]): Pick<Mail, 'subject' | 'text'> {
  const end = lines.indexOf('');
  const head = lines
    .slice(0, end)
    .join('\n')
    .replaceAll(/\n[ \t]+/g, ' ');
  const body = lines.slice(end + 1).join('\n');
  const subject = /^Subject: (.*)$/m.exec(head)?.[1] ?? '';
  const decoded = subject
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind, text) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : unquoted(text.replaceAll('_', ' ')),
    );
  return { subject: decoded, text: /base64/i.test(head) ? Buffer.from(body, 'base64').toString() : unquoted(body) };
}

/** Decodes quoted-printable text. */
const unquoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
