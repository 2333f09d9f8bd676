import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { addPath, input, setting, variable } from "./toolkit.mjs";

const uv = setting("UV");
const version = input("python-version");
const shelf = join(process.env.RUNNER_TOOL_CACHE, "Python");
const release = readdirSync(shelf).find((name) => {
  return name.startsWith(`${version}.`) && existsSync(join(shelf, name, `${process.arch}.complete`));
});
if (!release) throw new Error(`no Python ${version} in ${shelf}`);
const python = join(shelf, release, process.arch, "bin/python");

addPath(dirname(uv));
// The real one sets the version: there uv has interpreters of its own, and prefers the environment if it is active.
variable("UV_PYTHON", python);
if (input("activate-environment") === "true") {
  const venv = input("venv-path");
  execFileSync(uv, ["venv", "--python", python, venv], { stdio: "inherit" });
  variable("VIRTUAL_ENV", venv);
  variable("UV_PYTHON", join(venv, "bin/python"));
  addPath(join(venv, "bin"));
}
