// Actions that run on node, from local folders: owner/name[/path]@commit, as `uses` says it.

import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { require } from "./packages.mjs";
import { asText } from "./expressions.mjs";

const yaml = require("yaml");

/** The description of an action: {main, post, postIf, inputs}; programs as absolute paths. */
export function action(uses, folders) {
  const [, name, path = ""] = /^([^/@]+\/[^/@]+)(\/[^@]+)?@[0-9a-f]{40}$/.exec(uses) ?? [];
  if (!name) throw new Error(`not an action pinned to a commit: ${uses}`);
  if (!folders[name]) throw new Error(`no folder was given for the action ${name}`);
  const file = join(folders[name], path, "action.yml");
  const { inputs = {}, runs } = yaml.parse(readFileSync(file, "utf8"));
  if (!/^node\d+$/.test(runs.using)) throw new Error(`${uses} runs on ${runs.using}, which is not played here`);
  const program = (script) => script && resolve(dirname(file), script);
  return { main: program(runs.main), post: program(runs.post), postIf: runs["post-if"] ?? "always()", inputs };
}

/** The variables in which an action finds its inputs; what it does not know is refused, GitHub only warns. */
export function inputVariables({ inputs }, given, scope) {
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  if (unknown.length) throw new Error(`the action has no input ${unknown.join(", ")}`);
  const missing = Object.keys(inputs).filter((name) => inputs[name]?.required && !given[name]);
  if (missing.length) throw new Error(`the action needs the input ${missing.join(", ")}`);
  const variables = Object.entries(inputs).map(([name, input]) => {
    return [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, given[name] ?? byDefault(input, scope)];
  });
  return Object.fromEntries(variables);
}

function byDefault(input, scope) {
  const text = asText(input?.default);
  const expression = /^\$\{\{(.*)\}\}$/s.exec(text);
  return expression ? asText(scope.evaluate(expression[1])) : text;
}
