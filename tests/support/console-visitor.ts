import type { Express } from 'express';
import request, { type Response } from 'supertest';
import { plain } from './every-page.ts';
import { goodPassword } from './test-desk.ts';

/** The fields of a form by name. A name can have several values, such as those of several checkboxes. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A person with a browser. The browser keeps cookies, does not follow redirects, and sends the forms of its pages. */
export interface ConsoleVisitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Downloads a file: its bytes, and its Content-Disposition header. */
  download(
    path: string,
  ): Promise<{ readonly status: number; readonly disposition: string; readonly bytes: Uint8Array }>;
  /** Opens a page and sends one of its forms, including the hidden fields of this form. */
  submit(page: string, action: string, fields: Fields): Promise<Response>;
  /** Sends the form with the given action from a page that was opened before. */
  send(page: Response, action: string, fields?: Fields): Promise<Response>;
  /** Opens a page and sends its form for a file, with or without a file. */
  upload(
    page: string,
    action: string,
    file: { readonly name: string; readonly bytes: Uint8Array } | null,
  ): Promise<Response>;
  /** Sends any fields, without opening a page. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a body of any type. */
  sendBody(path: string, type: string, body: string): Promise<Response>;
  signIn(name: string, password?: string): Promise<Response>;
}

/** The forms of a page: the address to which each is sent, and its hidden fields. */
export function formsIn(html: string): { readonly action: string; readonly hidden: Record<string, string> }[] {
  return [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, action = '', inside = '']) => ({
      action: plain(action),
      hidden: Object.fromEntries(
        [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
          ([, name = '', value = '']) => [plain(name), plain(value)],
        ),
      ),
    }),
  );
}

/** A fresh browser for an application, or for the address of a running one. */
export function visitConsole(app: Express | string): ConsoleVisitor {
  const agent = request.agent(app);
  const visitor: ConsoleVisitor = {
    get: async (path, headers = {}) => agent.get(path).set(headers),
    async download(path) {
      const { status, headers, body } = await agent
        .get(path)
        .buffer()
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      return { status, disposition: headers['content-disposition'] ?? '', bytes: new Uint8Array(body) };
    },
    post: async (path, fields, headers = {}) => agent.post(path).type('form').set(headers).send(fields),
    sendBody: async (path, type, body) => agent.post(path).set('Content-Type', type).send(body),
    async send(page, action, fields = {}) {
      const form = formsIn(page.text).find((each) => each.action === action);
      if (!form) throw new Error(`There is no form for ${action}: ${page.status} ${page.text}`);
      return visitor.post(action, { ...form.hidden, ...fields });
    },
    async upload(page, action, file) {
      const form = formsIn((await visitor.get(page)).text).find((each) => each.action === action);
      if (!form) throw new Error(`There is no form for ${action}.`);
      const sent = agent.post(action).field(form.hidden);
      // If no file is chosen, browsers send a file without a name and without bytes.
      return file ? sent.attach('file', Buffer.from(file.bytes), file.name) : sent.attach('file', Buffer.of(), '');
    },
    submit: async (page, action, fields) => visitor.send(await visitor.get(page), action, fields),
    signIn: (name, password = goodPassword) =>
      visitor.submit('/console/sign-in', '/console/sign-in', { name, password }),
  };
  return visitor;
}
