// One process of a step: its lines with their times, its end by a time limit or by a cancellation of the run.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const GRACE = 2_000; // milliseconds between the polite signal and the other one

/**
 * Runs a command to its end: {outcome: success, failure or cancelled, late: whether a time limit ended it}.
 * `hear` gets every line as it comes. Whatever the command started ends with it.
 */
export async function run({ command, cwd, env, hear, signal, limits }) {
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", hear);

  let late = false;
  const stop = () => {
    kill(child.pid, "SIGINT");
    setTimeout(() => kill(child.pid, "SIGKILL"), GRACE).unref();
  };
  const limit = Math.min(...limits.filter((each) => each !== undefined));
  const timer = Number.isFinite(limit) ? setTimeout(() => ((late = true), stop()), limit) : undefined;
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  try {
    const code = await ended;
    if (signal.aborted) return { outcome: "cancelled", late };
    return { outcome: code === 0 && !late ? "success" : "failure", late };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

function kill(group, name) {
  try {
    process.kill(-group, name);
  } catch (problem) {
    if (problem.code !== "ESRCH") throw problem; // it ended by itself
  }
}
