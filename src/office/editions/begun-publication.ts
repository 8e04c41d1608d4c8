import { z } from 'zod';
import { recordOf } from '../../words/by-name.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';
import type { PublishForm } from './prepare-publication.ts';

/** The form of a publication, with the time at which the edition is to go live. */
export interface JobForm extends PublishForm {
  /** When the edition is to go live, in milliseconds since the epoch; null for immediately. */
  readonly publishAt: number | null;
}

/** A publication, or the scheduling of one, that somebody has begun. */
export interface BegunPublication {
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly form: JobForm;
}

/**
 * Stores the publication that is running. If the process ends before the publication does, the next process can report
 * this.
 */
export interface BegunPublications {
  /** @returns null if no publication is stored, or if the stored one cannot be read */
  read(): Promise<BegunPublication | null>;
  write(begun: BegunPublication): Promise<void>;
  remove(): Promise<void>;
}

/** The format of the file that stores a begun publication. */
export const begunPublication: z.ZodType<BegunPublication> = z.object({
  by: z.object({ accountId: z.string().nullable(), accountName: z.string() }),
  at: z.number(),
  form: z.object({
    comment: z.string(),
    documentNumber: z.string(),
    warningsReason: z.string(),
    emergencyReason: z.string(),
    unreadReasons: recordOf(z.string(), z.string()).optional(),
    basedOn: z.number(),
    publishAt: z.number().nullable(),
  }),
});
