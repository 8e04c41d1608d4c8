import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/** A text in a program: a string literal, or a template literal with `…` in place of each value. */
export interface SourceText {
  readonly text: string;
  /**
   * The name of the property that contains the text, if that is `en` or `ja`. In a call of `advise`, it is `en` for the
   * first argument and `ja` for the second. Null for other texts.
   */
  readonly language: 'en' | 'ja' | null;
}

/** The texts under `ja` and `en` of the same object, or of the same call of `advise`. */
export interface TextPair {
  readonly ja: string;
  readonly en: string;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const childrenOf = (node: Node): unknown[] =>
  Object.entries(node).flatMap(([name, child]) => (name === 'span' ? [] : [child]));

/** The literal of a node; undefined for other nodes. */
function literalOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return String(node.value);
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as readonly { readonly cooked?: string }[]).map(({ cooked = '' }) => cooked).join('…');
}

const keyOf = ({ key }: Node): unknown => (isNode(key) ? key.value : undefined);

/** The arguments of a call, and the name of the function or method that is called. */
function callOf(node: Node): { readonly name: unknown; readonly args: readonly unknown[] } | null {
  if (node.type !== 'CallExpression') return null;
  const callee = node.callee as Node;
  const name = callee.type === 'MemberExpression' ? (callee.property as Node).value : callee.value;
  return { name, args: (node.arguments as readonly { readonly expression: unknown }[]).map((each) => each.expression) };
}

/** Methods whose arguments are only compared with other texts, or replaced. Such texts are not shown to anybody. */
const compares: readonly unknown[] = ['includes', 'startsWith', 'endsWith', 'replace'];

/**
 * Reads all texts of a TypeScript file, except those in imports, in types and in the arguments of the methods of
 * `compares`.
 * @returns also the pairs of texts in both languages. A text is empty if an object has only one of the two properties
 */
export function textsIn(path: string): { readonly texts: SourceText[]; readonly pairs: TextPair[] } {
  const texts: SourceText[] = [];
  const pairs: TextPair[] = [];
  const inside = (node: unknown): string => {
    const found: string[] = [];
    walk(node, null, ({ text }) => found.push(text));
    // Calls such as `write('ja')` contain language tags, which are not texts.
    return found.filter((text) => text !== 'ja' && text !== 'en').join('\n');
  };
  const walk = (value: unknown, language: SourceText['language'], add: (text: SourceText) => void): void => {
    if (!isNode(value) || /^(Import|Ts)/.test(String(value.type ?? ''))) return;
    const text = literalOf(value);
    if (text !== undefined) add({ text, language });
    const call = callOf(value);
    const key = value.type === 'KeyValueProperty' ? keyOf(value) : undefined;
    if (call && compares.includes(call.name)) walk(value.callee, language, add);
    else if (call?.name === 'advise') {
      walk(call.args[0], 'en', add);
      walk(call.args[1], 'ja', add);
    } else if (key === 'en' || key === 'ja') walk(value.value, key, add);
    else for (const child of childrenOf(value)) walk(child, language, add);
  };
  const pair = (value: unknown): void => {
    if (!isNode(value)) return;
    const call = callOf(value);
    if (call?.name === 'advise') pairs.push({ en: inside(call.args[0]), ja: inside(call.args[1]) });
    if (value.type === 'ObjectExpression') {
      const properties = (value.properties as readonly Node[]).filter(({ type }) => type === 'KeyValueProperty');
      const [en, ja] = ['en', 'ja'].map((name) => properties.find((each) => keyOf(each) === name));
      if (en || ja) pairs.push({ en: inside(en?.value), ja: inside(ja?.value) });
    }
    childrenOf(value).forEach(pair);
  };
  const { body } = parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', target: 'esnext' });
  walk(body, null, (each) => texts.push(each));
  pair(body);
  return { texts, pairs };
}
