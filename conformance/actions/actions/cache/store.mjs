// The store: one folder for each version (the paths as they were given), in it for each key an archive and its name.
// As on the forges a key cannot be saved twice, and paths are part of what an entry is.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { input, setting } from "./toolkit.mjs";

const tar = (...args) => execFileSync("tar", args, { stdio: ["ignore", "inherit", "inherit"] });
const digest = (text) => createHash("sha256").update(text).digest("hex");

export const lines = (name) =>
  input(name)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export class Store {
  constructor(paths) {
    this.paths = paths;
    this.folder = join(setting("CACHE"), digest(paths.join("|")));
    mkdirSync(this.folder, { recursive: true });
  }

  /** The key of the entry that is taken: exactly the first of these, else the newest that begins with one of them. */
  find(keys) {
    const entries = readdirSync(this.folder).filter((name) => name.endsWith(".json"));
    const known = entries.map((name) => JSON.parse(readFileSync(join(this.folder, name), "utf8")).key);
    if (known.includes(keys[0])) return keys[0];
    const age = (key) => statSync(this.#archive(key)).mtimeMs;
    const newest = known.sort((a, b) => age(b) - age(a));
    return keys.map((beginning) => newest.find((key) => key.startsWith(beginning))).find(Boolean);
  }

  restore(key) {
    tar("-x", "-P", "-f", this.#archive(key), "-C", process.env.GITHUB_WORKSPACE);
  }

  /** Says whether it was saved. */
  save(key) {
    const workspace = process.env.GITHUB_WORKSPACE;
    const inside = this.paths.map((path) => (isAbsolute(path) ? relative(workspace, path) : path));
    const there = inside.filter((path) => existsSync(join(workspace, path)));
    if (!there.length) throw new Error("the paths to cache do not exist");
    const written = join(this.folder, `${process.pid}.part`);
    tar("-c", "-P", "-f", written, "-C", workspace, "--", ...there);
    try {
      linkSync(written, this.#archive(key)); // fails where there is one
    } catch (problem) {
      if (problem.code !== "EEXIST") throw problem;
      return false;
    } finally {
      rmSync(written);
    }
    writeFileSync(this.#archive(key).replace(/tar$/, "json"), JSON.stringify({ key, paths: this.paths }));
    return true;
  }

  #archive(key) {
    return join(this.folder, `${digest(key)}.tar`);
  }
}

/** What a forge refuses. */
export function checked(key) {
  if (key.length > 512 || key.includes(",")) throw new Error(`not a key: ${key}`);
  return key;
}
