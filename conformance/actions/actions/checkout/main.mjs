import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setting } from "./toolkit.mjs";

const workspace = process.env.GITHUB_WORKSPACE;
for (const name of readdirSync(workspace)) rmSync(join(workspace, name), { recursive: true });

const git = (...args) => execFileSync("git", ["-C", workspace, ...args], { stdio: "inherit" });
git("init", "--quiet");
git("fetch", "--quiet", "--depth=1", setting("REPOSITORY"), setting("COMMIT"));
git("-c", "advice.detachedHead=false", "checkout", "--quiet", "FETCH_HEAD");
git("--no-pager", "log", "--oneline", "--no-color");
