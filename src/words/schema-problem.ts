import type { z } from 'zod';
import { japaneseOf } from '../common/advice.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { lookup } from './by-name.ts';

type Issue = z.core.$ZodIssue;

/** Says how a value violates the schema of its file, and what to do. */
interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly ja: string;
  readonly en: string;
}

const shapes: Readonly<Record<string, Bilingual>> = lookup({
  string: { ja: '引用符で囲んで書いてください', en: 'write it as text, in quotes' },
  array: {
    ja: '一つずつ別の行に「- 」で始めて書いてください',
    en: 'write a list, each entry on a line of its own that begins with "- "',
  },
  boolean: { ja: 'trueかfalseを引用符なしで書いてください', en: 'write true or false, without quotes' },
  object: { ja: 'その下に字下げして中身を書いてください', en: 'write its parts below it, indented' },
  record: { ja: 'その下に字下げして中身を書いてください', en: 'write its parts below it, indented' },
  int: { ja: '整数を引用符なしで書いてください', en: 'write a whole number, without quotes' },
  number: { ja: '整数を引用符なしで書いてください', en: 'write a whole number, without quotes' },
});

/**
 * Describes the problems of a value in both languages.
 * @param issues what zod found
 * @param value the whole value that zod checked
 */
export function schemaProblems(issues: readonly Issue[], value: unknown): SchemaProblem[] {
  return issues.flatMap((issue): SchemaProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        ja: `「${key}」という項目はここにありません。名前を直すか、消してください。`,
        en: `There is no "${key}" here; correct its name or delete it.`,
      }));
    }
    const where = issue.path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join('.');
    const { ja, en } = describe(issue, at(value, issue.path));
    const [what, was] = where === '' ? ['このファイル', 'This file'] : [`「${where}」`, `"${where}"`];
    return [{ path: issue.path, ja: `${what}${ja}。`, en: `${was} ${en}.` }];
  });
}

function describe(issue: Issue, value: unknown): Bilingual {
  const type = issue.code === 'invalid_type' ? shapes[issue.expected] : undefined;
  if (value === undefined) return { ja: 'がありません。書き加えてください', en: 'is missing; add it' };
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return { ja: 'が空です。中身を書いてください', en: 'is empty; write something there' };
  const choices = choicesOf(issue);
  if (choices) {
    const options = choices.map(String).join(', ');
    return {
      ja: `は使えない値です。次のどれかにしてください:${options}`,
      en: `is not one of: ${options}; use one of them`,
    };
  }
  const advice = (issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined) ?? issue.message;
  const known = japaneseOf(advice);
  if (known !== undefined) return { ja: `が正しくありません。${known}`, en: `is not right; ${advice}` };
  if (type) return { ja: `の書き方が違います。${type.ja}`, en: `is not written as it should be; ${type.en}` };
  if (issue.code === 'too_big') return beyond(issue.origin, issue.maximum, { ja: '以下', en: 'at most' });
  if (issue.code === 'too_small') return beyond(issue.origin, issue.minimum, { ja: '以上', en: 'at least' });
  return {
    ja: 'が正しくありません。prompts/README.mdの説明のとおりに直してください',
    en: `is not right (${advice}); correct it as prompts/README.md describes`,
  };
}

/** The allowed values, if the issue is about a choice between values; undefined for any other issue. */
function choicesOf(issue: Issue): readonly unknown[] | undefined {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
}

/** The message about a number beyond a limit, or about a text that is too long or too short. */
function beyond(origin: string, limit: number | bigint, bound: Bilingual): Bilingual {
  const unit = origin === 'string' ? { ja: '文字', en: ' characters' } : { ja: '', en: '' };
  return {
    ja: `が正しくありません。${limit}${unit.ja}${bound.ja}にしてください`,
    en: `is not right; make it ${bound.en} ${limit}${unit.en}`,
  };
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (parent, step) =>
      typeof parent === 'object' && parent !== null && Object.hasOwn(parent, step)
        ? Reflect.get(parent, step)
        : undefined,
    value,
  );
