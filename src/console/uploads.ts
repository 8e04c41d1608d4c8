import express, { type Request, type RequestHandler } from 'express';
import { may } from '../office/staff/role.ts';
import { formLimits, tooLong } from './form.ts';
import { visitOf } from './visit.ts';

/** A file that somebody has chosen in a form. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A file of translators' sheets, and a little for the fields around it; a form has one file and few fields. Of a file's name the
 * last characters are kept, as many as file systems allow.
 */
export const uploadLimits = { bytes: 5_100_000, parts: 20, name: 255 } as const;

const readBytes = express.raw({ type: 'multipart/form-data', limit: uploadLimits.bytes, inflate: false });

/** Where forms with files are sent. Everywhere else they are not read. */
const takesFiles = /^\/sheets\/?$/;

const files = new WeakMap<Request, ReadonlyMap<string, UploadedFile>>();

/**
 * Reads forms with files, which only those who may change texts can send: nobody else fills the memory. The other fields of
 * such a form are found by `fieldOf` as always. One that is too long becomes an error with the status 413.
 */
export const readUploads: RequestHandler = (request, response, next) => {
  const { signedIn, isGet } = visitOf(response);
  const type = request.get('Content-Type') ?? '';
  const isUpload = !isGet && takesFiles.test(request.path) && /^multipart\/form-data\b/i.test(type);
  if (!isUpload || !signedIn || !may(signedIn.member.role, 'edit')) return next();
  readBytes(request, response, (error?: unknown) => {
    if (error !== undefined) return next(error);
    readFields(request, type).then(() => next(), next);
  });
};

/** The platform itself reads such forms; nothing of ours has to know their syntax. */
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
  // Only files may be larger than a form.
  if (texts.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > formLimits.staff.bytes)
    throw tooLong();
  files.set(request, found);
  request.body = new URLSearchParams(texts).toString();
}

/** What stands between the parts, as every browser says it; of two no two readers would take the same. */
function boundaryOf(type: string): string {
  const [, quoted, bare] =
    /^multipart\/form-data;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'+.-]{1,70}))\s*$/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw unreadable();
  return boundary;
}

/** Parts are counted by what stands between them, before any of them is read. */
function hasTooManyParts(body: Uint8Array, boundary: string): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const between = Buffer.from(`--${boundary}`);
  let at = -1;
  // One more than there are parts: the last one ends the form.
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

/** A file of what was sent; null when none was chosen. */
export function fileOf(request: Request, name: string): UploadedFile | null {
  const file = files.get(request)?.get(name);
  return file && (file.name !== '' || file.bytes.length > 0) ? file : null;
}
