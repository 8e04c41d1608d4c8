import type { Router } from 'express';
import type { PlainKey } from '../frame/translate.ts';
import type { FramedPage, Visitor } from '../frame/visit.ts';
import type { Task } from './tasks.ts';

/** A page of the console, with all pages below its address. */
export interface ConsolePage extends FramedPage {
  readonly router: Router;
  /** One sentence on the overview about what the page is for. */
  readonly aboutKey?: PlainKey;
  /**
   * What there is to do on the page now, for the overview. This function must be cheap, because it is called whenever
   * somebody opens the overview.
   */
  readonly tasks?: (visitor: Visitor) => Promise<readonly Task[]>;
}
