import type { z } from 'zod';
import { lookup, takenByObjects } from './by-name.ts';

type Issue = z.core.$ZodIssue;

/** A value that does not match the schema of its file, and what to do. */
interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly ja: string;
  readonly en: string;
}

/** Japanese translations of the English advice in the schemas. */
const japanese: Readonly<Record<string, string>> = lookup({
  'write a date as YYYY-MM-DD, in quotes': '実際にある日付を"2015-10-05"のように引用符で囲んで書いてください',
  'write a day of the year as MM-DD, in quotes': '月日を"12-29"のように引用符で囲んで書いてください',
  'write a time as HH:MM, in quotes': '時刻を"09:30"のように引用符で囲んで書いてください',
  'write a month as YYYY-MM, in quotes': '年月を"2015-10"のように引用符で囲んで書いてください',
  'write a telephone number in groups, as 0570-00-0000, in quotes':
    '電話番号を"0570-00-0000"のように区切り、引用符で囲んで書いてください',
  'opens must be earlier than closes; hours end at 24:00 at the latest':
    'opensをclosesより早い時刻にしてください(closesは24:00まで)',
  'write at most 20 stretches of hours': '受付時間は20行までです。減らしてください',
  'use small letters, digits and hyphens': '英小文字、数字、ハイフンだけで書いてください',
  'use letters and digits, beginning with a small letter': '英小文字で始め、英数字だけで書いてください',
  'use a BCP 47 tag such as "pt" or "zh-Hans"': '「pt」や「zh-Hans」のような言語タグを書いてください',
  'write it as +81…, without the leading 0, in quotes': '最初の0を取って"+81…"のように引用符で囲んで書いてください',
  'use one digit from 1 to 9, in quotes': '1から9までの数字一つを引用符で囲んで書いてください',
  'use one digit from 1 to 6, in quotes; 7, 8, 9 and 0 are commands':
    '1から6までの数字一つを引用符で囲んで書いてください。7、8、9、0は決まった操作に使います',
  'use an IANA name such as Asia/Tokyo': '「Asia/Tokyo」のような名前で書いてください',
  'one menu holds at most nine languages': '一つのメニューに入る言語は九つまでです。減らしてください',
  [takenByObjects]: '別の名前を選んでください(プログラムの部品と同じ名前です)',
  'a sentence has at most 1000 characters': '1文は1000文字までです。文を分けてください',
  'a prompt has at most 60 sentences': '文は60文までです。減らしてください',
  'topics have the keys 1 to 6': '項目は六つまでです。減らしてください',
});

const shapes: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = lookup({
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

/** Describes the problems of a value, each with its own path. */
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

function describe(issue: Issue, value: unknown): { readonly ja: string; readonly en: string } {
  const type = issue.code === 'invalid_type' ? shapes[issue.expected] : undefined;
  if (value === undefined) return { ja: 'がありません。書き加えてください', en: 'is missing; add it' };
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return { ja: 'が空です。中身を書いてください', en: 'is empty; write something there' };
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options) {
    const options = issue.options.map(String).join(', ');
    return {
      ja: `は使えない値です。次のどれかにしてください:${options}`,
      en: `is not one of: ${options}; use one of them`,
    };
  }
  const advice = (issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined) ?? issue.message;
  const known = japanese[advice];
  if (known !== undefined) return { ja: `が正しくありません。${known}`, en: `is not right; ${advice}` };
  if (type) return { ja: `の書き方が違います。${type.ja}`, en: `is not written as it should be; ${type.en}` };
  return {
    ja: `が正しくありません(${advice})。prompts/README.mdの説明のとおりに直してください`,
    en: `is not right (${advice}); mend it as prompts/README.md describes`,
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
