import { cpSync, existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { artifactName, input, setting } from "./toolkit.mjs";

const store = setting("ARTIFACTS");
const folder = resolve(process.env.GITHUB_WORKSPACE, input("path"));
const take = (name, into) => {
  cpSync(join(store, name), into, { recursive: true });
  console.log(`Artifact ${name} downloaded`);
};

if (input("name")) {
  const name = artifactName(input("name"));
  if (!existsSync(join(store, name))) throw new Error(`There is no artifact ${name}`);
  take(name, folder);
} else {
  const all = readdirSync(store).sort();
  const patterns = input("pattern") ? alternatives(input("pattern")).map(toRegExp) : [/^/];
  const fitting = all.filter((name) => patterns.some((pattern) => pattern.test(name)));
  for (const name of fitting) take(name, input("merge-multiple") === "true" ? folder : join(folder, name));
  if (!fitting.length) console.log("No artifact was found");
}

function alternatives(pattern) {
  const braces = /^([^{}]*)[{]([^{}]*,[^{}]*)[}]([^{}]*)$/.exec(pattern);
  return braces ? braces[2].split(",").map((each) => braces[1] + each + braces[3]) : [pattern];
}

function toRegExp(pattern) {
  if (/[?[\]{}!\\+@]/.test(pattern)) throw new Error(`this pattern is not known here: ${pattern}`);
  const parts = pattern.split("*").map((part) => part.replace(/[.^$()|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
