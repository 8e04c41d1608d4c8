import { namesIn } from '../../naming/names.ts';
import { factUses, isUnused } from '../../office/drafts/fact-uses.ts';
import { byName } from '../../words/by-name.ts';
import type { FactFile } from '../../words/fact-file.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { EntryKind } from '../line/entry-kind.ts';
import { inCamelCase, makeId } from '../line/make-id.ts';
import { checkFact, isFactName } from './fact-check.ts';
import {
  isCorrected,
  isFactType,
  longestFact,
  newFact,
  readFact,
  type TypedFact,
  takeStep,
  tidyFact,
  typedOf,
} from './fact-form.ts';
import { factBelowView, factFieldsView } from './fact-view.ts';
import { formatFact } from './format-fact.ts';

const find = ({ facts }: LineFile, name: string): FactFile | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : undefined;

/** Facts as entries of the line. */
export const factKind: EntryKind<FactFile, TypedFact> = {
  name: 'facts',
  auditName: 'fact',
  idField: {
    name: 'id',
    longest: longestFact.id,
    label: 'facts.id',
    help: 'facts.id-help',
    wrong: 'facts.wrong.id',
  },

  isId: isFactName,
  idFrom: ({ type, name, nameEn }, _context, isFree) =>
    makeId([nameEn, name], inCamelCase, (number) => `${type}${number}`, isFree),
  idsIn: ({ facts }) => Object.keys(facts),
  put: (file, name, fact) => ({ ...file, facts: byName([...Object.entries(file.facts), [name, fact]]) }),
  summary: (file, name) => {
    const fact = find(file, name);
    return fact ? formatFact('ja', fact) : null;
  },

  fresh: ({ query }, { today }) => {
    const type = String(query.type ?? '');
    if (!isFactType(type)) return null;
    return { id: '', typed: newFact(type, today) };
  },
  read: readFact,
  step: (typed, step, { today }) => takeStep(typed, step, today),
  tidy: tidyFact,
  check: ({ typed, isNew, today }, { t }) => checkFact(typed, isNew, today, t),
  done: ({ typed }, sent) => (isCorrected(sent, typed) ? 'facts.done.tidied' : 'facts.done.saved'),

  title: ({ id, isNew, typed, now }, visit) =>
    isNew ? visit.t('facts.new-title', { type: visit.t(`names.types.${typed.type}`) }) : namesIn(visit, now).fact(id),
  hidden: ({ typed }) => [['type', typed.type]],
  fieldsView: factFieldsView,
  belowView: factBelowView,

  saved: { find, typedOf, describe: (fact, _context, { language }) => formatFact(language, fact) },
  removal: {
    submit: 'facts.remove',
    done: 'facts.done.removed',
    isUsed: (now, name) => !isUnused(factUses(now, name)),
    stillUsed: 'facts.still-used',
    without: (file, name) => ({
      ...file,
      facts: byName(Object.entries(file.facts).filter(([each]) => each !== name)),
    }),
  },
};
