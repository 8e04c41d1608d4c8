import type {
  BindingIdentifier,
  ClassDeclaration,
  ClassMethod,
  Declaration,
  ModuleItem,
  TsInterfaceDeclaration,
  TsType,
  TsTypeAliasDeclaration,
} from '@swc/core';
import { parseSync } from '@swc/core';

/** The valid values of an attribute. A `list` is an array in TypeScript, and words separated by spaces in XML. */
export type ValueRule =
  | { readonly kind: 'string' | 'number' | 'boolean' }
  | { readonly kind: 'one-of'; readonly name: string; readonly values: ReadonlySet<string> }
  | { readonly kind: 'list'; readonly of: ValueRule };

/** The rule for an element inside another element. `className` determines which elements it may contain itself. */
export interface ElementRule {
  readonly className: string;
  readonly attributes: ReadonlyMap<string, ValueRule>;
  readonly takesText: boolean;
}

/** The elements that each class of the declarations may contain. The keys are names of classes and names in XML. */
export type TwimlTypes = ReadonlyMap<string, ReadonlyMap<string, ElementRule>>;

interface Declarations {
  readonly classes: Map<string, ClassDeclaration>;
  readonly aliases: Map<string, TsTypeAliasDeclaration>;
  /** An interface may be declared several times. It has the members of all its declarations. */
  readonly interfaces: Map<string, TsInterfaceDeclaration[]>;
}

function collect(items: readonly (ModuleItem | Declaration)[], found: Declarations): Declarations {
  for (const item of items) {
    const declaration = item.type === 'ExportDeclaration' ? item.declaration : item;
    if (declaration.type === 'ClassDeclaration') {
      found.classes.set(declaration.identifier.value, declaration);
    } else if (declaration.type === 'TsTypeAliasDeclaration') {
      found.aliases.set(declaration.id.value, declaration);
    } else if (declaration.type === 'TsInterfaceDeclaration') {
      const name = declaration.id.value;
      found.interfaces.set(name, [...(found.interfaces.get(name) ?? []), declaration]);
    } else if (declaration.type === 'TsModuleDeclaration' && declaration.body?.type === 'TsModuleBlock') {
      collect(declaration.body.body, found);
    }
  }
  return found;
}

/** The last part of a type's name, such as `Dial` of `VoiceResponse.Dial`; undefined for a type without a name. */
function nameOf(type: TsType | undefined): string | undefined {
  if (type?.type !== 'TsTypeReference') {
    return undefined;
  }
  return type.typeName.type === 'Identifier' ? type.typeName.value : type.typeName.right.value;
}

function readLiterals(name: string, type: TsType): ValueRule {
  const types = type.type === 'TsUnionType' ? type.types : [type];
  const values = types.map((member) => {
    if (member.type !== 'TsLiteralType' || member.literal.type !== 'StringLiteral') {
      throw new Error(`The type ${name} is not a union of string literals. Extend readLiterals.`);
    }
    return member.literal.value;
  });
  return { kind: 'one-of', name, values: new Set(values) };
}

function readValue(found: Declarations, type: TsType): ValueRule {
  if (type.type === 'TsKeywordType' && (type.kind === 'string' || type.kind === 'number' || type.kind === 'boolean')) {
    return { kind: type.kind };
  }
  if (type.type === 'TsArrayType') {
    return { kind: 'list', of: readValue(found, type.elemType) };
  }
  const name = nameOf(type);
  const alias = name === undefined ? type : found.aliases.get(name)?.typeAnnotation;
  if (alias === undefined) {
    throw new Error(`The type ${name} is not declared.`);
  }
  return readLiterals(name ?? 'of the attribute', alias);
}

function readInterface(found: Declarations, name: string): Map<string, ValueRule> {
  const rules = new Map<string, ValueRule>();
  for (const part of found.interfaces.get(name) ?? []) {
    for (const { expression } of part.extends) {
      const inherited = expression.type === 'Identifier' ? readInterface(found, expression.value) : [];
      for (const [attribute, rule] of inherited) {
        rules.set(attribute, rule);
      }
    }
    for (const member of part.body.body) {
      if (member.type === 'TsPropertySignature' && member.typeAnnotation !== undefined) {
        const { key } = member;
        if (key.type === 'Identifier' || key.type === 'StringLiteral') {
          rules.set(key.value, readValue(found, member.typeAnnotation.typeAnnotation));
        }
      }
    }
  }
  return rules;
}

/**
 * The XML name of an element. Twilio writes SSML names in lower case with hyphens. All other names begin with a capital
 * letter.
 */
function elementName(method: string, className: string): string {
  return className.startsWith('Ssml')
    ? method.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : method.charAt(0).toUpperCase() + method.slice(1);
}

function readMethod(found: Declarations, method: ClassMethod): [string, ElementRule] | null {
  const className = nameOf(method.function.returnType?.typeAnnotation);
  if (className === undefined || !found.classes.has(className) || method.key.type !== 'Identifier') {
    return null;
  }
  const types = method.function.params.map(({ pat }) =>
    pat.type === 'Identifier' ? (pat as BindingIdentifier).typeAnnotation?.typeAnnotation : undefined,
  );
  const attributes = types.map(nameOf).find((name) => name?.endsWith('Attributes'));
  const rule = {
    className,
    attributes: attributes === undefined ? new Map<string, ValueRule>() : readInterface(found, attributes),
    takesText: types.some((type) => type?.type === 'TsKeywordType' && type.kind === 'string'),
  };
  return [elementName(method.key.value, className), rule];
}

function readClass(found: Declarations, declaration: ClassDeclaration): Map<string, ElementRule> {
  const parent = declaration.superClass?.type === 'Identifier' ? found.classes.get(declaration.superClass.value) : null;
  const rules = parent ? readClass(found, parent) : new Map<string, ElementRule>();
  for (const member of declaration.body) {
    const read = member.type === 'ClassMethod' ? readMethod(found, member) : null;
    if (read !== null) {
      const [name, rule] = read;
      const overload = rules.get(name);
      rules.set(name, {
        className: rule.className,
        attributes: new Map([...(overload?.attributes ?? []), ...rule.attributes]),
        takesText: rule.takesText || overload?.takesText === true,
      });
    }
  }
  return rules;
}

/**
 * Reads type declarations like those of twilio's `VoiceResponse.d.ts`. Each class stands for a kind of element. Its
 * methods stand for the elements that it may contain. A `…Attributes` interface has the attributes of an element.
 * @throws Error if an attribute has an unknown type, because its values could not be checked
 */
export function readTwimlTypes(source: string): TwimlTypes {
  const module = parseSync(source, { syntax: 'typescript' });
  const found = collect(module.body, { classes: new Map(), aliases: new Map(), interfaces: new Map() });
  return new Map([...found.classes].map(([name, declaration]) => [name, readClass(found, declaration)]));
}
