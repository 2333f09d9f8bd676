// Expressions as GitHub evaluates them: its lexer, parser and evaluator, on the contexts of one place in a workflow.

import { load } from "./packages.mjs";

const { Evaluator, Lexer, Parser, data } = await load("@actions/expressions", "dist/index.js");
const tokens = await load("@actions/workflow-parser", "dist/index.js");

/**
 * What an expression may refer to in one place: contexts by name, and functions that the package does not bring,
 * which take and give plain values.
 */
export class Scope {
  constructor(contexts, functions = {}) {
    this.contexts = contexts;
    this.functions = functions;
  }

  /** The value of an expression, as plain JSON. */
  evaluate(text) {
    const infos = Object.keys(this.functions).map((name) => ({ name, minArgs: 0, maxArgs: 255 }));
    const tree = new Parser(new Lexer(text).lex().tokens, Object.keys(this.contexts), infos).parse();
    const functions = Object.entries(this.functions).map(([name, call]) => [
      name.toLowerCase(),
      { name, call: (...values) => toData(call(...values.map(toPlain))) },
    ]);
    return toPlain(new Evaluator(tree, toData(this.contexts), new Map(functions)).evaluate());
  }

  /** A part of a workflow with its expressions evaluated, as plain JSON; nothing stays nothing. */
  resolve(token) {
    if (token === undefined) return undefined;
    if (tokens.isBasicExpression(token)) return this.evaluate(token.expression);
    if (tokens.isMapping(token)) return this.#mapping(token);
    if (tokens.isSequence(token)) return Array.from({ length: token.count }, (_, i) => this.resolve(token.get(i)));
    return token.value ?? undefined;
  }

  #mapping(token) {
    const pairs = Array.from({ length: token.count }, (_, i) => token.get(i));
    return Object.fromEntries(pairs.map(({ key, value }) => [key.toString(), this.resolve(value)]));
  }

  /** A mapping whose values are texts, as `env` and `with` are. */
  texts(token) {
    return Object.fromEntries(Object.entries(this.resolve(token) ?? {}).map(([key, value]) => [key, asText(value)]));
  }

  /** Does this `if` hold? Without a word about the state of things it asks for success too. */
  holds(token) {
    const text = token === undefined ? "success()" : (token.expression ?? token.toString());
    const asksForState = /\b(success|failure|always|cancelled)\s*\(/i.test(text.replace(/'[^']*'/g, ""));
    return Boolean(this.evaluate(asksForState ? text : `success() && (${text})`));
  }
}

/** A plain value as it appears in a variable or in a script. */
export function asText(value) {
  return value === undefined || value === null ? "" : toData(value).coerceString();
}

function toData(value) {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver);
}

function toPlain(value) {
  return JSON.parse(JSON.stringify(value, data.replacer));
}
