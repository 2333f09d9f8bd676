import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { input, setting } from "./toolkit.mjs";

const workspace = process.env.GITHUB_WORKSPACE;
for (const name of readdirSync(workspace)) rmSync(join(workspace, name), { recursive: true });

const git = (...args) => execFileSync("git", ["-C", workspace, ...args], { stdio: "inherit" });
git("init", "--quiet");
const depth = Number(input("fetch-depth")) > 0 ? [`--depth=${input("fetch-depth")}`] : [];
git("fetch", "--quiet", ...depth, setting("REPOSITORY"), setting("COMMIT"));
git("-c", "advice.detachedHead=false", "checkout", "--quiet", "FETCH_HEAD");
git("--no-pager", "log", "--oneline", "--no-color");
