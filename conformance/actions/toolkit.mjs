// What a stand-in needs of the protocol between a runner and an action on node. It is copied beside each of them.

import { appendFileSync } from "node:fs";

/** An input of the action, without surrounding space; empty if it was not given. */
export const input = (name) => (process.env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();

export const output = (name, value) => tell("GITHUB_OUTPUT", `${name}=${value}`);
export const variable = (name, value) => tell("GITHUB_ENV", `${name}=${value}`);
export const addPath = (folder) => tell("GITHUB_PATH", folder);

/** For the post step of the same action, which reads it with `state`. */
export const keep = (name, value) => tell("GITHUB_STATE", `${name}=${value}`);
export const state = (name) => process.env[`STATE_${name}`] ?? "";

/** A setting that `conformance/execute` gives to stand-ins. */
export function setting(name) {
  const value = process.env[`STAND_IN_${name}`];
  if (!value) throw new Error(`STAND_IN_${name} is not set: this stand-in runs in conformance/execute only`);
  return value;
}

/** The name of an artifact, if the store takes it. */
export function artifactName(name) {
  if (!name || /[":<>|*?\r\n\\/]/.test(name)) throw new Error(`not the name of an artifact: ${name}`);
  return name;
}

function tell(file, line) {
  if (line.includes("\n")) throw new Error(`one line only: ${line}`);
  appendFileSync(process.env[file], `${line}\n`);
}
