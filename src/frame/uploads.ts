import express, { type Request, type RequestHandler } from 'express';
import { may } from '../office/staff/role.ts';
import { formLimits, tooLong } from './form.ts';
import { type FramedPage, visitOf } from './visit.ts';

/** A file that was uploaded in a form. */
interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The limits of a form with a file. `around`: bytes for the fields around the file. `parts`: enough for one file and a
 * few fields. `name`: the maximum length of a file name in characters, as in file systems. Of a longer file name, the
 * last characters are kept.
 */
export const uploadLimits = { around: 100_000, parts: 20, name: 255 } as const;

const files = new WeakMap<Request, ReadonlyMap<string, UploadedFile>>();

/**
 * Reads forms with files. It reads them only for pages that take files, and only from members who may send files there,
 * so that nobody else can fill the memory. The other fields of such a form are read with `readForm`, as usual. A form
 * that is too long becomes an error with status 413.
 */
export function readUploads(pages: readonly FramedPage[]): RequestHandler {
  const takers = pages.flatMap(({ path, takesFiles }) => {
    if (!takesFiles) return [];
    const limit = takesFiles.bytes + uploadLimits.around;
    return [{ path, act: takesFiles.act, read: express.raw({ type: 'multipart/form-data', limit, inflate: false }) }];
  });
  return (request, response, next) => {
    const { signedIn, isGet } = visitOf(response);
    const type = request.get('Content-Type') ?? '';
    const taker = takers.find(({ path }) => request.path === path || request.path === `${path}/`);
    const isUpload = !isGet && /^multipart\/form-data\b/i.test(type);
    if (!isUpload || !taker || !signedIn || !may(signedIn.member.role, taker.act)) return next();
    taker.read(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      readFields(request, type).then(() => next(), next);
    });
  };
}

/** Parses the form with Node's own parser, `Response.formData`. */
async function readFields(request: Request, type: string): Promise<void> {
  const body: unknown = request.body;
  if (!(body instanceof Uint8Array)) return;
  const boundary = boundaryOf(type);
  if (hasTooManyParts(body, boundary)) throw tooLong();
  const form = await parse(new Uint8Array(body), boundary);
  const texts: [string, string][] = [];
  const found = new Map<string, UploadedFile>();
  for (const [name, value] of form) {
    if (typeof value === 'string') texts.push([name, value]);
    else
      found.set(name, { name: value.name.slice(-uploadLimits.name), bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  // Only files may exceed the limit of a form without files.
  if (texts.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > formLimits.staff.bytes)
    throw tooLong();
  files.set(request, found);
  request.body = new URLSearchParams(texts).toString();
}

/**
 * The boundary between parts, in the form that browsers send. A header with two boundaries is refused, because parsers
 * disagree on which one counts.
 */
function boundaryOf(type: string): string {
  const [, quoted, bare] =
    /^multipart\/form-data;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'+.-]{1,70}))\s*$/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw unreadable();
  return boundary;
}

/** Whether a form has too many parts. Parts are counted by their boundaries, before any of them is parsed. */
function hasTooManyParts(body: Uint8Array, boundary: string): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const between = Buffer.from(`--${boundary}`);
  let at = -1;
  // A form has one boundary more than parts, because the last boundary ends the form.
  for (let count = 0; count <= uploadLimits.parts + 1; count += 1) {
    at = bytes.indexOf(between, at + 1);
    if (at < 0) return false;
  }
  return true;
}

async function parse(body: Uint8Array<ArrayBuffer>, boundary: string): Promise<FormData> {
  try {
    const headers = { 'Content-Type': `multipart/form-data; boundary="${boundary}"` };
    return await new Response(body, { headers }).formData();
  } catch (error) {
    throw unreadable(error);
  }
}

const unreadable = (cause?: unknown): Error =>
  Object.assign(new Error('The form cannot be read.', { cause }), { status: 400 });

/** An uploaded file by its field's name; null if no file was chosen, or if the request had no form with files. */
export function fileOf(request: Request, name: string): UploadedFile | null {
  const file = files.get(request)?.get(name);
  return file && (file.name !== '' || file.bytes.length > 0) ? file : null;
}
