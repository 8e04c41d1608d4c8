import type { Request } from 'express';
import type { Html, View } from '../../frame/html.ts';
import type { KeptForm } from '../../frame/kept-form.ts';
import type { DoneKey, MessageKey } from '../../frame/show.ts';
import type { PlainKey, Translate } from '../../frame/translate.ts';
import type { Visit } from '../../frame/visit.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { KeyChange } from '../../office/drafts/menu-keys.ts';
import type { LineForm } from '../../office/drafts/save-line.ts';
import type { Actor } from '../../office/staff/desk/actor.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { LineFormState } from './line-form.ts';

type NameOf<Key> = Key extends `${infer Name}.wrong.taken` ? Name : never;

/** The name of a list of entries. It is also the address of the list's page and the prefix of its text keys. */
type EntryName = NameOf<PlainKey>;

/** One sentence for each field with an error, by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The draft and the time with which the form of an entry is checked and shown. */
export interface EntryContext {
  readonly now: DraftNow;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Today's ISO date in the line's time zone. */
  readonly today: string;
}

/** One entry and its form as typed. */
export interface TypedEntry<Entry, Typed> extends EntryContext {
  readonly id: string;
  readonly typed: Typed;
  readonly isNew: boolean;
  /** The entry as it was last saved; undefined for a new entry, and for one that was removed in the meantime. */
  readonly kept: Entry | undefined;
}

/** The form of one entry, as its views receive it. */
export interface EntryForm<Entry, Typed> extends TypedEntry<Entry, Typed> {
  /** The field that gets the focus because its row has just been added. */
  readonly focus?: string;
  /** The answer to a button of the form, such as a sound to play. */
  readonly answer?: Html;
  readonly form: LineFormState;
}

/** The form after one of its buttons was pressed. */
interface EntryStep<Typed> {
  readonly typed: Typed;
  readonly focus?: string;
  readonly answer?: Html;
  /** The status of the page; 200 by default. */
  readonly status?: number;
}

/** An entry that can be saved, or the errors of its form. */
export type CheckedEntry<Entry> =
  | {
      readonly entry: Entry;
      readonly errors: null;
      /** The notice to be shown instead of `done`, if something could not be checked. */
      readonly notice?: DoneKey | undefined;
    }
  | { readonly entry: null; readonly errors: FieldErrors };

/**
 * One kind of entry of the line file, such as facts. It says how the form of an entry is read, checked and shown, and
 * where the entry is in the file. `createEntryRouter` makes the pages of a kind.
 */
export interface EntryKind<Entry, Typed> {
  readonly name: EntryName;
  /** The name of a change in the audit. */
  readonly auditName: LineForm['what'];
  /**
   * The last part of the address at which entries are added; `new` by default. No entry can have this word as its id.
   */
  readonly addAt?: string;
  /** The field for the id of a new entry, and its texts. */
  readonly idField: {
    readonly name: string;
    readonly longest: number;
    readonly label: PlainKey;
    readonly help: PlainKey;
    readonly wrong: PlainKey;
    /** Whether `fieldsView` contains this field. If not, the page adds the field to the form. */
    readonly isAmongFields?: boolean;
  };

  isId(id: string): boolean;
  /**
   * Makes the id of a new entry from its name if no id was typed; absent if the id has to be typed.
   * @param isFree whether an id is well-formed and no entry has it
   */
  idFrom?(typed: Typed, context: EntryContext, isFree: (id: string) => boolean): string;
  idsIn(file: LineFile): readonly string[];
  /** The message that is shown instead of the form if no more entries can be added; null if one can be added. */
  full?(file: LineFile): MessageKey | null;
  /** Puts the entry into the file, where it replaces an entry with the same id. */
  put(file: LineFile, id: string, entry: Entry): LineFile;
  /**
   * What the audit stores before and after a change. For an entry of a menu, this is the order of the menu. For any
   * other entry, it is a description of the entry, or null if the file has no such entry.
   */
  summary(file: LineFile, id: string): string | null;
  /** What the audit stores in addition about a change, such as which of many values have changed. */
  changes?(before: LineFile, after: LineFile, id: string): string;

  /** The form of a new entry; null if the address lacks something that the form needs, such as the type of a fact. */
  fresh(request: Request, context: EntryContext): { readonly id: string; readonly typed: Typed } | null;
  /**
   * Reads a submitted form; null if it cannot be a form of this kind.
   * @param keepsEmptyRows whether to keep rows without values. They are kept after a button such as "remove" was
   * pressed, because the button refers to its row by number
   */
  read(
    request: Request,
    t: Translate,
    kept: Entry | undefined,
    keepsEmptyRows: boolean,
    context: EntryContext,
  ): { readonly typed: Typed; readonly errors: FieldErrors } | null;
  /** Applies a button of the form, such as one that adds a row. */
  step?(
    typed: Typed,
    step: string,
    entry: TypedEntry<Entry, Typed>,
    visit: Visit,
  ): EntryStep<Typed> | Promise<EntryStep<Typed>>;
  /** Corrects values that can mean only one thing, such as full-width digits. */
  tidy?(typed: Typed): Typed;
  /** @param tidy the form as `tidy` returned it */
  check(tidy: TypedEntry<Entry, Typed>, visit: Visit): CheckedEntry<Entry> | Promise<CheckedEntry<Entry>>;
  /** Only for entries of a menu: the printed keys that a change makes wrong, and the name of an entry by its id. */
  readonly keys?: {
    changes(before: LineFile, after: LineFile): readonly KeyChange[];
    nameOf(id: string, form: EntryForm<Entry, Typed>, visit: Visit): string;
  };
  /** Runs after the entry is saved. */
  andThen?(saved: TypedEntry<Entry, Typed>, actor: Actor): Promise<void>;
  /**
   * The notice shown above the list after saving.
   * @param sent the form as typed, before `tidy`
   */
  done(saved: TypedEntry<Entry, Typed>, sent: Typed): DoneKey;

  title(form: EntryForm<Entry, Typed>, visit: Visit): string;
  hidden?(form: EntryForm<Entry, Typed>): KeptForm['fields'];
  readonly fieldsView: View<EntryForm<Entry, Typed>>;
  /** Shown above the form. */
  readonly aboveView?: View<EntryForm<Entry, Typed>>;
  /** Shown below the form, unless the entry is new. */
  readonly belowView?: View<EntryForm<Entry, Typed>>;
  /** The text of the button; "Save" by default. */
  submit?(form: EntryForm<Entry, Typed>): PlainKey;

  /** How a saved entry is shown in the form; absent if saved entries have pages of another kind. */
  readonly saved?: {
    find(file: LineFile, id: string): Entry | undefined | Promise<Entry | undefined>;
    typedOf(entry: Entry, context: EntryContext): Typed;
    /** Describes the saved entry in a few words. After a conflict, they are shown above the fields of the form. */
    describe?(entry: Entry, context: EntryContext, visit: Visit): string;
  };
  /** How an entry is removed; absent if the pages of this kind cannot remove entries. */
  readonly removal?: {
    readonly submit: PlainKey;
    readonly done: DoneKey;
    /** The text of the link to a page at `/<id>/remove` that explains the removal; absent if there is no such page. */
    readonly about?: PlainKey;
    /** Whether the entry is used. A used entry cannot be removed. */
    isUsed(now: DraftNow, id: string): boolean;
    readonly stillUsed: PlainKey;
    without(file: LineFile, id: string): LineFile;
  };
}
