import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { Edition } from './edition.ts';
import type { Publication } from './edition-records.ts';
import { goLive } from './go-live.ts';
import type { Progress } from './prepare-audio.ts';
import {
  type PublishForm,
  type PublishParts,
  preparePublication,
  toRecord,
  type Unpublishable,
} from './prepare-publication.ts';
import { prepareForCalls } from './shelf-for-calls.ts';

/** The outcome of publishing. Unless it is `published`, the live edition stays live. */
export type PublishResult =
  | { readonly kind: 'published'; readonly edition: Edition; readonly publication: Publication }
  | Unpublishable
  | { readonly kind: 'not-allowed' };

/**
 * Publishes the draft: checks it and that its new texts are approved, synthesizes missing sounds, stores the edition with its
 * sounds, and only then makes it live in one step. Calls in progress continue on the edition on which they began.
 * @param report called while sentences are synthesized
 * @throws StorageError when the database cannot store it; the live edition has not changed then
 */
export async function publish(
  parts: PublishParts,
  actor: Actor,
  form: PublishForm,
  report: (progress: Progress) => void = () => {},
): Promise<PublishResult> {
  const { desk, records, shelf, clock } = parts;
  if (!may(actor.role, 'publish')) return { kind: 'not-allowed' };
  const prepared = await preparePublication(parts, { now: await desk.read(), form, covered: null }, report);
  if (prepared.kind !== 'prepared') return prepared;
  const { edition, emergency } = prepared;
  const { record, about } = toRecord(prepared, form, { by: whoIs(actor), at: clock() });
  await prepareForCalls(edition);
  const publication = await goLive(records, { record, basedOn: form.basedOn, emergency, about });
  if (!publication) return { kind: 'overtaken' };
  shelf.publish(edition);
  return { kind: 'published', edition, publication };
}
