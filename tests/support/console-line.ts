import type { Role } from '../../src/office/staff/role.ts';
import type { LineFile } from '../../src/words/line-file.ts';
import { createTestConsole } from './console-server.ts';
import { visitConsole } from './console-visitor.ts';
import { sato } from './small-office.ts';

/** The console of the small made-up line, with a visitor who has signed in. */
export async function signedInOnLine(role: Role = 'editor') {
  const line = await createTestConsole();
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return {
    ...line,
    visitor,
    /** The line file of the present draft. */
    file: async () => (await line.office.desk.read()).line.file,
    revision: async () => (await line.office.desk.read()).line.revision,
    /** Changes the line as another person. */
    async changeAs(change: (file: LineFile) => LineFile) {
      const { revision, file } = (await line.office.desk.read()).line;
      return line.office.desk.saveLine(sato, { basedOn: revision, file: change(file), what: 'line', about: {} });
    },
    /** Opens a form below `/console` and sends it. */
    submit: (page: string, fields: Readonly<Record<string, string>>, action = page) =>
      visitor.submit(`/console${page}`, `/console${action}`, fields),
    /** The CSRF token, for requests to addresses for which no page shows a form. */
    csrf: async () => (await visitor.get('/console')).text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '',
  };
}

/** The value of the checkbox with which staff accept that printed sheets will be wrong. */
export const agreementIn = (html: string): string =>
  (html.match(/name="agreed" value="([^"]*)"/)?.[1] ?? '').replaceAll('&gt;', '>');
